using QualityKit.Interactions;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How often work on an interaction was opened: an evaluation, a dispute. Whatever deletes because there is no open work requires the document as it was before it looked, so that of a deletion and new work at the same moment one fails and looks again.</summary>
internal sealed record InteractionWork
{
    private const string Format = "qualitykit.interaction-work/1";

    private readonly DocumentKey _key;

    private InteractionWork(DocumentKey key, long opened, Document? document) => (_key, Opened, Document) = (key, opened, document);

    /// <summary>How often.</summary>
    public long Opened { get; }

    /// <summary>What was read; null where there never was any.</summary>
    public Document? Document { get; }

    /// <summary>What to require so that no work was opened since.</summary>
    public RequireDocument Requirement => new() { Key = _key, Version = Document?.Version };

    /// <summary>The work on an interaction.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static async ValueTask<InteractionWork> LoadAsync(IDocumentStore store, TenantId tenant, InteractionId interaction, CancellationToken cancellationToken)
    {
        var key = new DocumentKey(Collections.InteractionWork, interaction.Value);
        Document? document = await store.ReadAsync(tenant, key, cancellationToken).ConfigureAwait(false);
        return new(key, document is null ? 0 : StoredReader.Document(document, Format, json => (long)json.Number("opened")), document);
    }

    /// <summary>The batch that also opens work.</summary>
    public DocumentBatch OpenIn(DocumentBatch batch)
    {
        byte[] body = StoredObject.Document(Format, json => json.Number("opened", Opened + 1), Document?.Body ?? default);
        return Document is null ? batch.Create(_key, body) : batch.Replace(_key, Document.Version, body);
    }

    /// <summary>The batch that also removes this with the interaction, exactly as it was read.</summary>
    public DocumentBatch RemoveIn(DocumentBatch batch) => Document is null ? batch.With(Requirement) : batch.Delete(_key, Document.Version);
}
