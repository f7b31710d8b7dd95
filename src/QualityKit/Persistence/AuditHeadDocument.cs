using QualityKit.Auditing;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>The document of a chain head: how far the chain of one entity reaches, and how many commits spoke of the entity.</summary>
internal sealed record AuditHeadDocument
{
    private const string Format = "qualitykit.audit-head/1";

    /// <summary>The head.</summary>
    public required AuditHead Head { get; init; }

    /// <summary>How many journal documents speak of the entity; each has the next place.</summary>
    public required long Journals { get; init; }

    /// <summary>When the first entry was written that no seal covers; null when all are sealed.</summary>
    public required DateTimeOffset? UnsealedSince { get; init; }

    /// <summary>What was read; null where nothing is stored yet.</summary>
    public Document? Document { get; init; }

    /// <summary>Where the head of an entity is kept.</summary>
    public static DocumentKey KeyOf(AuditEntity entity) => new(Collections.AuditHeads, $"{entity.Kind}/{entity.Id}");

    /// <summary>The head of an entity of which nothing was written yet.</summary>
    public static AuditHeadDocument Start(AuditEntity entity) => new() { Head = AuditHead.Start(entity), Journals = 0, UnsealedSince = null };

    /// <summary>A stored head.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static AuditHeadDocument Read(TenantId tenant, Document document) => StoredReader.Document(document, Format, json => new AuditHeadDocument
    {
        Head = AuditHead.Of(new(tenant.Value, json.Text("kind"), json.Text("id")), (long)json.Number("length"), json.Bytes("hash")),
        Journals = (long)json.Number("journals"),
        UnsealedSince = json.InstantOrNull("unsealedSince"),
        Document = document,
    });

    /// <summary>The batch that also stores this head in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        AuditEntity entity = Head.Entity;
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Text("kind", entity.Kind);
                json.Text("id", entity.Id);
                json.Number("length", Head.Length);
                json.Bytes("hash", Head.Hash.AsSpan());
                json.Number("journals", Journals);
                json.Instant("unsealedSince", UnsealedSince);
            },
            Document?.Body ?? default);
        IndexEntry listed = new(JournalIndexes.Entities, IndexValue.Of(entity.Kind), IndexValue.Of(entity.Id));
        IndexEntry[] entries = UnsealedSince is { } since
            ? [listed, new(JournalIndexes.Unsealed, IndexValue.Of(JournalIndexes.SealWork), IndexValue.Of(since))]
            : [listed];
        return Document is null
            ? batch.Create(KeyOf(entity), body, [.. entries])
            : batch.Replace(Document.Key, Document.Version, body, [.. entries]);
    }
}
