using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>The envelope of a recording: opaque bytes in a document of their own, so that nothing that edits a recording's description can lose a wrap.</summary>
internal static class EnvelopeDocument
{
    /// <summary>By each key of the ring that wraps it, and by nothing where none does. It serves progress and order alone: what proves that a key is not needed reads every envelope.</summary>
    public const string ByKey = "key";

    /// <summary>What the store keeps.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
        [new(Collections.Envelopes, ByKey, new IndexField { Name = "key", Kind = IndexKind.Text })];

    /// <summary>Where it is kept.</summary>
    public static DocumentKey KeyOf(RecordingId recording) => new(Collections.Envelopes, recording.Value);

    /// <summary>Reads it; its bytes are believed in nothing but their form.</summary>
    /// <exception cref="RecordingTamperedException">They are not exactly those of an envelope.</exception>
    public static Envelope Read(Document document) => Envelope.Parse(document.Body.Span);

    /// <summary>The batch that also stores the first envelope of a recording.</summary>
    public static DocumentBatch CreateIn(DocumentBatch batch, Envelope envelope) =>
        batch.Create(KeyOf(envelope.Context.Recording), envelope.ToBytes(), Entries(envelope));

    /// <summary>The batch that also stores other wraps of the same envelope.</summary>
    public static DocumentBatch ReplaceIn(DocumentBatch batch, Document before, Envelope envelope) =>
        batch.Replace(before.Key, before.Version, envelope.ToBytes(), Entries(envelope));

    private static ImmutableArray<IndexEntry> Entries(Envelope envelope)
    {
        string[] keys = [.. envelope.Wraps.Where(wrap => wrap.Kind == WrapKind.RingKey).Select(wrap => wrap.Key.KeyVersion.Version).Distinct()];
        return [.. (keys.Length == 0 ? [""] : keys).Select(key => new IndexEntry(ByKey, [IndexValue.Of(key)]))];
    }
}
