using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Storage.Keys;

namespace QualityKit.Services;

/// <summary>What reading every envelope of a tenant found.</summary>
internal sealed class EnvelopeTally
{
    private readonly Dictionary<string, long> _references = new(StringComparer.Ordinal);
    private readonly HashSet<KeyVersionId> _wrappers = [];

    /// <summary>When the reading began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many were read.</summary>
    public long Read { get; private set; }

    /// <summary>How many of them are none: what they need nobody can say.</summary>
    public long Unreadable { get; private set; }

    /// <summary>One of those; null for none.</summary>
    public string? FirstUnreadable { get; private set; }

    /// <summary>Counts an envelope.</summary>
    public void Add(string recording, ReadOnlySpan<byte> body)
    {
        Read++;
        try
        {
            Envelope envelope = Envelope.Parse(body);
            foreach (string key in envelope.Wraps.Where(wrap => wrap.Kind == WrapKind.RingKey).Select(wrap => wrap.Key.KeyVersion.Version).Distinct())
            {
                _references[key] = _references.GetValueOrDefault(key) + 1;
            }

            _wrappers.UnionWith(envelope.Wraps.Where(wrap => wrap.Kind == WrapKind.KeyWrapper).Select(wrap => wrap.Key.KeyVersion));
        }
        catch (RecordingTamperedException)
        {
            Unreadable++;
            FirstUnreadable ??= recording;
        }
    }

    /// <summary>Whether a key version of a wrapper wraps a data key itself.</summary>
    public bool Needs(KeyVersionId wrapper) => _wrappers.Contains(wrapper);

    /// <summary>What it says of one key.</summary>
    public ReferenceProof ProofOf(RingKeyId key, long revision) =>
        new() { Key = key, Revision = revision, EnvelopesRead = Read, References = _references.GetValueOrDefault(key.Value), At = At };
}
