using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How far sealing a tenant got. Replacing it exactly is what two sealers race for.</summary>
internal sealed record SealProgress
{
    private const string Format = "qualitykit.seal-progress/1";

    /// <summary>The number of the newest seal; 0 before the first.</summary>
    public required long Number { get; init; }

    /// <summary>Its hash; empty before the first.</summary>
    public required string Hash { get; init; }

    /// <summary>What the clock said when the newest seal was made, or when a person confirmed it since.</summary>
    public required DateTimeOffset Clock { get; init; }

    /// <summary>The newest seal whose heads are no longer listed as unsealed.</summary>
    public required long Settled { get; init; }

    /// <summary>The newest seal that the anchor was told of.</summary>
    public required long Anchored { get; init; }

    /// <summary>The newest seal that was lost when the store went back to an older state, up to which numbers are not given again; 0 for none.</summary>
    public long LostUntil { get; init; }

    /// <summary>What was read; null before the first seal.</summary>
    public Document? Document { get; init; }

    /// <summary>Before the first seal.</summary>
    public static SealProgress Start(DateTimeOffset now) => new() { Number = 0, Hash = "", Clock = now, Settled = 0, Anchored = 0 };

    /// <summary>Where it is kept.</summary>
    public static DocumentKey Key { get; } = new(SealIndexes.Seals, "progress");

    /// <summary>What the clock said when the newest seal of a tenant was made, or confirmed since; null where nothing was ever sealed.</summary>
    public static async ValueTask<DateTimeOffset?> NewestAsync(IDocumentStore store, TenantId tenant, CancellationToken cancellationToken) =>
        await store.ReadAsync(tenant, Key, cancellationToken).ConfigureAwait(false) is { } document && Read(document) is { Number: > 0 } sealing ? sealing.Clock : null;

    /// <summary>Whether a seal that somebody outside was told of is none of this store's: a newer one, or another one of the same number.</summary>
    public bool IsBehind(Auditing.AnchoredSeal told) =>
        told.Number > Math.Max(Number, LostUntil) || (told.Number == Number && told.Hash != Hash);

    /// <summary>A stored document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static SealProgress Read(Document document) => StoredReader.Document(document, Format, json => new SealProgress
    {
        Number = (long)json.Number("number"),
        Hash = json.Text("hash"),
        Clock = json.Instant("clock"),
        Settled = (long)json.Number("settled"),
        Anchored = (long)json.Number("anchored"),
        LostUntil = (long)(json.NumberOrNull("lostUntil") ?? 0),
        Document = document,
    });

    /// <summary>The batch that also stores this in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Number("number", Number);
                json.Text("hash", Hash);
                json.Instant("clock", Clock);
                json.Number("settled", Settled);
                json.Number("anchored", Anchored);
                json.Number("lostUntil", LostUntil > 0 ? LostUntil : null);
            },
            Document?.Body ?? default);
        return Document is null ? batch.Create(Key, body) : batch.Replace(Document.Key, Document.Version, body);
    }
}
