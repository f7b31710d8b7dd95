using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>A recording that takes the place of another in the commit that deletes that one.</summary>
/// <param name="Recording">What it is.</param>
/// <param name="Envelope">Its envelope.</param>
/// <param name="Upload">Its payload.</param>
/// <param name="Ring">The ring under which it was wrapped.</param>
internal sealed record RecordingReplacement(StoredRecording Recording, Envelope Envelope, RecordingUpload Upload, RequireDocument Ring)
{
    /// <summary>The batch that also stores it.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch) => Upload.Pending.EndIn(EnvelopeDocument.CreateIn(Recording.StoreIn(batch), Envelope).With(Ring));

    /// <summary>What the audit says of it.</summary>
    public (Deed Deed, ImmutableArray<AuditFact> Facts) Fact(Deed deed) =>
        (deed with { Id = Recording.Id.Value, Code = RecordingFactCodes.Stored }, RecordingFacts.Of(Recording, Envelope, Upload.Tree));
}
