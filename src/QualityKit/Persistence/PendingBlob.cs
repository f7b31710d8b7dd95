using System.Collections.Immutable;
using System.Security.Cryptography;
using QualityKit.Encryption;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Persistence;

/// <summary>A payload that no recording has yet, because it is being written, or that none has any more. Its document is there before the first byte and after the last.</summary>
/// <remarks>
/// The commit that gives a payload to a recording removes the document exactly as it was made. Whoever wants to remove a payload replaces the document first;
/// from then on that commit fails, so what a recording has is never removed.
/// </remarks>
internal sealed record PendingBlob
{
    /// <summary>When they began to wait.</summary>
    public const string Since = "since";

    /// <summary>Whose they are or were to be.</summary>
    public const string ByRecording = "recording";

    private const string Format = "qualitykit.pending-blob/1";
    private const int NameBytes = 16;

    /// <summary>The blob; null for media elsewhere.</summary>
    public BlobName? Blob { get; init; }

    /// <summary>The media elsewhere; null for a blob.</summary>
    public ExternalPlace? External { get; init; }

    /// <summary>The recording that had it, or was to get it; when it was deleted, it is told when nothing of it waits any more. Null where an older version of the library did not write it.</summary>
    public RecordingId? Recording { get; init; }

    /// <summary>Whether no recording ever had it: whoever was writing it may still be, though it was given up.</summary>
    public bool IsUpload { get; init; }

    /// <summary>Whether it is given up: it may be removed at any time.</summary>
    public required bool IsAbandoned { get; init; }

    /// <summary>When it began to be written, or was given up.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was read.</summary>
    public Document? Document { get; init; }

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
    [
        new(Collections.PendingBlobs, Since, new IndexField { Name = "since", Kind = IndexKind.Instant }),
        new(Collections.PendingBlobs, ByRecording, new IndexField { Name = "recording", Kind = IndexKind.Text }),
    ];

    /// <summary>A blob that is about to be written for a recording, under a name that nobody had or will have.</summary>
    public static PendingBlob New(RecordingId recording, DateTimeOffset now) => Found(new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes))), recording, now);

    /// <summary>The payload that a recording had.</summary>
    public static PendingBlob Of(StoredRecording recording, DateTimeOffset now) =>
        new() { Blob = recording.Blob, External = recording.External, Recording = recording.Id, IsAbandoned = true, At = now };

    /// <summary>A stored document.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static PendingBlob Read(Document document) => StoredReader.Document(document, Format, json => new PendingBlob
    {
        Blob = json.TextOrNull("blob") is { } blob ? new(blob) : null,
        External = json.ObjectOrNull("external", RecordingParts.ReadPlace),
        Recording = json.TextOrNull("recording") is { } recording ? new(recording) : null,
        IsUpload = json.Flag("upload") || !json.Has("recording"),
        IsAbandoned = json.Flag("abandoned"),
        At = json.Instant("at"),
        Document = document,
    });

    /// <summary>A blob that is there and that no recording has: the batch that gives it to one commits only if nobody is writing or removing it.</summary>
    public static PendingBlob Found(BlobName blob, RecordingId recording, DateTimeOffset now) => new() { Blob = blob, Recording = recording, IsUpload = true, IsAbandoned = false, At = now };

    /// <summary>All that waits of a recording.</summary>
    public static DocumentQuery QueryOf(RecordingId recording) => new() { Collection = Collections.PendingBlobs, Index = ByRecording, Equal = [[IndexValue.Of(recording.Value)]] };

    /// <summary>What waits of a blob; null for nothing.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static async ValueTask<PendingBlob?> FindAsync(IDocumentStore store, TenantId tenant, BlobName blob, CancellationToken cancellationToken) =>
        await store.ReadAsync(tenant, new(Collections.PendingBlobs, blob.Value), cancellationToken).ConfigureAwait(false) is { } document ? Read(document) : null;

    /// <summary>Stores this in a batch that otherwise only requires.</summary>
    /// <returns>This, with the document that was stored; null when there is another one by now, or a requirement does not hold.</returns>
    public async ValueTask<PendingBlob?> CommitAsync(IDocumentStore store, DocumentBatch batch, CancellationToken cancellationToken)
    {
        CommitResult committed = await store.CommitAsync(StoreIn(batch), cancellationToken).ConfigureAwait(false);
        return committed.Version is { } version ? this with { Document = new() { Key = Key, Version = version, Body = Body } } : null;
    }

    /// <summary>The batch that also ends this, exactly as it was read.</summary>
    public DocumentBatch EndIn(DocumentBatch batch) => Document is null ? batch.RequireAbsent(Key) : batch.Delete(Document.Key, Document.Version);

    /// <summary>The batch that also stores this, in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        ImmutableArray<IndexEntry> entries = [new(Since, IndexValue.Of(At)), .. Recording is { } recording ? [new IndexEntry(ByRecording, IndexValue.Of(recording.Value))] : Array.Empty<IndexEntry>()];
        return Document is null ? batch.Create(Key, Body, entries) : batch.Replace(Document.Key, Document.Version, Body, entries);
    }

    private byte[] Body => StoredObject.Document(
        Format,
        json =>
        {
            json.Text("blob", Blob?.Value);
            json.Object("external", External, RecordingParts.WritePlace);
            json.Text("recording", Recording?.Value);
            json.Flag("upload", IsUpload);
            json.Flag("abandoned", IsAbandoned);
            json.Instant("at", At);
        },
        Document?.Body ?? default);

    // Of media elsewhere by the recording that had it: its own name is the host's text.
    private DocumentKey Key => new(Collections.PendingBlobs, Blob?.Value ?? $"external/{Recording}");
}
