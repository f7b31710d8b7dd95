using QualityKit.Interactions;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>The one document of a tenant with its legal holds. Whatever deletes requires it as it was read; a tenant that never had a hold has none, and that is required.</summary>
internal sealed record HoldRegisterDocument
{
    private const string Format = "qualitykit.hold-register/1";

    private const string HoldFormat = "qualitykit.hold/1";

    /// <summary>The register.</summary>
    public required HoldRegister Register { get; init; }

    /// <summary>What was read; null where there is none.</summary>
    public required Document? Document { get; init; }

    /// <summary>What to require so that the holds are still these.</summary>
    public RequireDocument Requirement => new() { Key = Key, Version = Document?.Version };

    private static DocumentKey Key { get; } = new(Collections.HoldRegisters, "holds");

    /// <summary>The register of a tenant.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static async ValueTask<HoldRegisterDocument> LoadAsync(IDocumentStore store, TenantId tenant, CancellationToken cancellationToken)
    {
        Document? document = await store.ReadAsync(tenant, Key, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Register = document is null
                ? HoldRegister.Empty
                : StoredReader.Document(document, Format, json => HoldRegister.Of((long)json.Number("revision"), json.Array("holds", Read))),
            Document = document,
        };
    }

    /// <summary>The batch that also stores another register in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch, HoldRegister register)
    {
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Number("revision", register.Revision);
                json.Keyed("holds", register.Holds, ("id", hold => hold.Id.Value), Write);
            },
            Document?.Body ?? default);
        return Document is null ? batch.Create(Key, body) : batch.Replace(Document.Key, Document.Version, body);
    }

    /// <summary>One hold, for who remembers it outside the store.</summary>
    public static byte[] Write(LegalHold hold) => StoredObject.Document(HoldFormat, json => Write(json, hold));

    /// <summary>A hold that somebody outside the store remembered.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static LegalHold ReadHold(ReadOnlyMemory<byte> body) =>
        StoredReader.Document(new Document { Key = Key, Version = new("1"), Body = body }, HoldFormat, Read);

    private static void Write(StoredObject json, LegalHold hold)
    {
        json.Text("id", hold.Id.Value);
        json.Text("reason", hold.Reason);
        json.Text("owner", hold.Owner.Value);
        json.Instant("placed", hold.PlacedAt);
        json.Texts("interactions", [.. hold.Interactions.Select(interaction => interaction.Value)]);
        json.Object("query", hold.Query, PredicateParts.Write);
    }

    private static LegalHold Read(StoredReader json) => new()
    {
        Id = new(json.Text("id")),
        Reason = json.Text("reason"),
        Owner = new(json.Text("owner")),
        PlacedAt = json.Instant("placed"),
        Interactions = [.. json.Texts("interactions").Select(interaction => new InteractionId(interaction))],
        Query = json.ObjectOrNull("query", PredicateParts.Read),
    };
}
