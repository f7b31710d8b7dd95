using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>A sample of the envelopes of each key: the first that came.</summary>
internal sealed class EnvelopeSample(KeyRing? ring, int size)
{
    private readonly Dictionary<RingKeyId, List<Envelope>> _samples = [];
    private readonly Dictionary<RingKeyId, long> _counts = [];

    /// <summary>How many came.</summary>
    public long Read { get; private set; }

    /// <summary>How many of them cannot be read, are of another recording, or name no key that opens anything.</summary>
    public long Lost { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(CreateDocument document)
    {
        Read++;
        Envelope? envelope = Parse(document);
        RingKeyId[] keys = envelope is null ? [] : [.. envelope.Wraps.Where(wrap => wrap.Kind == WrapKind.RingKey).Select(TenantKeys.IdOf).Distinct().Where(IsThere)];
        Lost += keys.Length == 0 ? 1 : 0;
        foreach (RingKeyId key in keys)
        {
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
            List<Envelope> sample = _samples.TryGetValue(key, out List<Envelope>? found) ? found : _samples[key] = [];
            if (sample.Count < size)
            {
                sample.Add(envelope!);
            }
        }
    }

    /// <summary>How many need a key.</summary>
    public long CountOf(RingKeyId key) => _counts.GetValueOrDefault(key);

    /// <summary>Some of them.</summary>
    public ImmutableArray<Envelope> Of(RingKeyId key) => _samples.TryGetValue(key, out List<Envelope>? sample) ? [.. sample] : [];

    private bool IsThere(RingKeyId key) => ring?.Find(key) is { State: not KeyState.Destroyed };

    private static Envelope? Parse(CreateDocument document)
    {
        try
        {
            Envelope envelope = Envelope.Parse(document.Body.Span);
            return EnvelopeDocument.KeyOf(envelope.Context.Recording) == document.Key ? envelope : null;
        }
        catch (RecordingTamperedException)
        {
            return null;
        }
    }
}
