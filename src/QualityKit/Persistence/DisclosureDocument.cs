using System.Security.Cryptography;
using QualityKit.Privacy;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>The one document of a tenant with its disclosure policy, and the change of it that waits for a second person.</summary>
internal sealed record DisclosureDocument
{
    private const string Format = "qualitykit.disclosure/1";

    /// <summary>What it says.</summary>
    public required DisclosureSettings Settings { get; init; }

    /// <summary>What was read; null where there is none.</summary>
    public required Document? Document { get; init; }

    private static DocumentKey Key { get; } = new(Collections.DisclosurePolicies, "policy");

    /// <summary>The settings of a tenant.</summary>
    /// <exception cref="InvalidDataException">The document is of another format, or damaged.</exception>
    public static async ValueTask<DisclosureDocument> LoadAsync(IDocumentStore store, TenantId tenant, CancellationToken cancellationToken)
    {
        Document? document = await store.ReadAsync(tenant, Key, cancellationToken).ConfigureAwait(false);
        return new() { Settings = document is null ? DisclosureSettings.Initial : StoredReader.Document(document, Format, Read), Document = document };
    }

    /// <summary>What the audit says of a policy: SHA-256 of how it is stored.</summary>
    public static string Digest(DisclosurePolicy policy) => Convert.ToHexStringLower(SHA256.HashData(StoredObject.Document(Format, json => json.Object("policy", policy, Write))));

    /// <summary>The batch that also stores other settings in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch, DisclosureSettings settings)
    {
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Number("revision", settings.Revision);
                json.Object("policy", settings.Policy, Write);
                json.Text("proposedBy", settings.ProposedBy?.Value);
                json.Text("approvedBy", settings.ApprovedBy?.Value);
                json.Instant("approvedAt", settings.ApprovedAt);
                json.Object("proposal", settings.Proposal, Write);
            },
            Document?.Body ?? default);
        return Document is null ? batch.Create(Key, body) : batch.Replace(Document.Key, Document.Version, body);
    }

    private static DisclosureSettings Read(StoredReader json) => new()
    {
        Revision = (long)json.Number("revision"),
        Policy = json.Object("policy", ReadPolicy),
        ProposedBy = json.TextOrNull("proposedBy") is { } proposer ? new(proposer) : null,
        ApprovedBy = json.TextOrNull("approvedBy") is { } approver ? new(approver) : null,
        ApprovedAt = json.InstantOrNull("approvedAt"),
        Proposal = json.ObjectOrNull("proposal", member => new DisclosureProposal
        {
            Id = member.Text("id"),
            Policy = member.Object("policy", ReadPolicy),
            By = new(member.Text("by")),
            At = member.Instant("at"),
        }),
    };

    private static DisclosurePolicy ReadPolicy(StoredReader json) => new()
    {
        Rules = json.Array("rules", rule => new DisclosureRule
        {
            Role = rule.Text("role"),
            Naming = rule.Choice<Naming>("naming"),
            ShowsScores = rule.Flag("scores"),
            ShowsTrends = rule.Flag("trends"),
        }),
        SmallestCell = (int)json.Number("smallestCell"),
        AggregateAfterMonths = (int?)json.NumberOrNull("aggregateAfterMonths"),
    };

    private static void Write(StoredObject json, DisclosureProposal proposal)
    {
        json.Text("id", proposal.Id);
        json.Object("policy", proposal.Policy, Write);
        json.Text("by", proposal.By.Value);
        json.Instant("at", proposal.At);
    }

    private static void Write(StoredObject json, DisclosurePolicy policy)
    {
        json.Keyed("rules", policy.Rules, ("role", rule => rule.Role), (member, rule) =>
        {
            member.Text("role", rule.Role);
            member.Choice("naming", rule.Naming);
            member.Flag("scores", rule.ShowsScores);
            member.Flag("trends", rule.ShowsTrends);
        });
        json.Number("smallestCell", policy.SmallestCell);
        json.Number("aggregateAfterMonths", policy.AggregateAfterMonths);
    }
}
