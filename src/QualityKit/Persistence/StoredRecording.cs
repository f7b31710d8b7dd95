using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Persistence;

/// <summary>A recording as it is stored, or its tombstone. Its envelope is a document of its own, its payload a blob or media elsewhere.</summary>
internal sealed record StoredRecording
{
    private const string Format = "qualitykit.recording/1";

    /// <summary>What it is; of a tombstone only the ids and the medium.</summary>
    public required RecordingMetadata Metadata { get; init; }

    /// <summary>How many bytes of plaintext it has.</summary>
    public required long Length { get; init; }

    /// <summary>Where its payload is kept; null for what is kept elsewhere, and for a tombstone.</summary>
    public BlobName? Blob { get; init; }

    /// <summary>Where else it is kept; null for what is in the vault.</summary>
    public ExternalPlace? External { get; init; }

    /// <summary>The CRC-32C of the payload.</summary>
    public uint Crc32C { get; init; }

    /// <summary>When it was stored first.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>Who stored it.</summary>
    public required PersonId StoredBy { get; init; }

    /// <summary>The recording that it was made of by redaction; null for none.</summary>
    public RecordingId? Replaces { get; init; }

    /// <summary>SHA-256 of the envelope of the export that it was imported from; null where it was not.</summary>
    public string? Origin { get; init; }

    /// <summary>How many exports were made.</summary>
    public int Exports { get; init; }

    /// <summary>When it was last verified, whatever was found; null for never.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>What was left when it was deleted; null while it is there.</summary>
    public RecordingDeletion? Deletion { get; init; }

    /// <summary>What was read; null for one that is to be.</summary>
    public Document? Document { get; init; }

    /// <summary>Which one.</summary>
    public RecordingId Id => Metadata.Id;

    /// <summary>Where a recording is kept.</summary>
    public static DocumentKey KeyOf(RecordingId recording) => new(Collections.Recordings, recording.Value);

    /// <summary>What a payload has to be encrypted for to be this one.</summary>
    public RecordingContext ContextIn(TenantId tenant) => new(tenant, Id, Metadata.Media);

    /// <summary>A recording; null for none.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static async ValueTask<StoredRecording?> FindAsync(IDocumentStore store, TenantId tenant, RecordingId recording, CancellationToken cancellationToken) =>
        ExternalId.IsValid(recording.Value) && await store.ReadAsync(tenant, KeyOf(recording), cancellationToken).ConfigureAwait(false) is { } document ? Read(document) : null;

    /// <summary>A stored recording.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static StoredRecording Read(Document document) => StoredReader.Document(document, Format, json => new StoredRecording
    {
        Metadata = RecordingParts.ReadMetadata(new(document.Key.Id), json),
        Length = (long)json.Number("length"),
        Blob = json.TextOrNull("blob") is { } blob ? new(blob) : null,
        External = json.ObjectOrNull("external", RecordingParts.ReadPlace),
        Crc32C = (uint)json.Number("crc32c"),
        StoredAt = json.Instant("stored"),
        StoredBy = new(json.Text("by")),
        Replaces = json.TextOrNull("replaces") is { } replaced ? new(replaced) : null,
        Origin = json.TextOrNull("origin"),
        Exports = (int)json.Number("exports"),
        VerifiedAt = json.InstantOrNull("verified"),
        Deletion = json.ObjectOrNull("deletion", one => RecordingParts.ReadDeletion(new(document.Key.Id), new(json.Text("interaction")), one)),
        Document = document,
    });

    /// <summary>The batch that also stores this in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                RecordingParts.WriteMetadata(json, Metadata);
                json.Number("length", Length);
                json.Text("blob", Blob?.Value);
                json.Object("external", External, RecordingParts.WritePlace);
                json.Number("crc32c", Crc32C);
                json.Instant("stored", StoredAt);
                json.Text("by", StoredBy.Value);
                json.Text("replaces", Replaces?.Value);
                json.Text("origin", Origin);
                json.Number("exports", Exports);
                json.Instant("verified", VerifiedAt);
                json.Object("deletion", Deletion, RecordingParts.WriteDeletion);
            },
            Document?.Body ?? default);
        return Document is null
            ? batch.Create(KeyOf(Id), body, RecordingIndexes.Of(this))
            : batch.Replace(Document.Key, Document.Version, body, RecordingIndexes.Of(this));
    }
}
