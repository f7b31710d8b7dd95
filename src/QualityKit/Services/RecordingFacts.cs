using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Persistence;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>What the audit says of recordings, and the receipts that are made of it: the same whenever the command comes again. No wrap is ever in it, only SHA-256 of envelopes.</summary>
internal static class RecordingFacts
{
    public const string Bytes = "bytes";
    public const string Envelope = "envelope";
    public const string None = "-";
    public const string ReplacedBy = "replacedBy";

    public static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is said of a recording that gets a payload.</summary>
    public static ImmutableArray<AuditFact> Of(StoredRecording recording, Envelope? envelope, string? tree) =>
    [
        new(RecordingEvidence.Interaction, recording.Metadata.Interaction.Value),
        new(RecordingEvidence.Media, recording.Metadata.Media.ToString()),
        new(Bytes, Write(recording.Length)),
        new(Envelope, envelope?.Digest() ?? None),
        new(RecordingEvidence.Tree, tree ?? None),
        new("origin", recording.Origin ?? None),
        new("replaces", recording.Replaces?.Value ?? None),
    ];

    /// <summary>What is said of a recording that is deleted.</summary>
    public static ImmutableArray<AuditFact> Of(StoredRecording recording, RecordingDeletion deletion) =>
    [
        new(RecordingEvidence.Interaction, recording.Metadata.Interaction.Value),
        new(RecordingEvidence.Media, recording.Metadata.Media.ToString()),
        new(Envelope, deletion.EnvelopeDigest ?? None),
        new(ReplacedBy, deletion.ReplacedBy?.Value ?? None),
    ];

    public static RecordingReceipt ReceiptOf(RecordingId recording, ImmutableArray<AuditFact> facts) => new()
    {
        Recording = recording,
        Interaction = new(RecordingEvidence.Value(facts, RecordingEvidence.Interaction)!),
        Length = long.Parse(RecordingEvidence.Value(facts, Bytes)!, CultureInfo.InvariantCulture),
        EnvelopeDigest = Given(facts, Envelope),
        Tree = Given(facts, RecordingEvidence.Tree),
    };

    /// <summary>What took the place of a recording, as the audit says of its end; null for nothing.</summary>
    public static RecordingId? ReplacementOf(ImmutableArray<AuditFact> facts) => Given(facts, ReplacedBy) is { } replacement ? new RecordingId(replacement) : null;

    public static string? Given(ImmutableArray<AuditFact> facts, string name) => RecordingEvidence.Value(facts, name) is { } value and not None ? value : null;
}
