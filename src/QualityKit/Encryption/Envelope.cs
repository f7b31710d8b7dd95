using System.Collections.Immutable;
using System.Security.Cryptography;

namespace QualityKit.Encryption;

/// <summary>What stands beside an encrypted payload: what it is, what pins it, and one to four ways to its data key. Re-wrapping writes a new envelope and never touches the payload.</summary>
/// <remarks>Kind, lengths, salt, commitment and context are authenticated by the data key. The wraps are not, and need not be: one that gives another key gives one that does not authenticate the rest. docs/recording-format.md has the layout.</remarks>
public sealed class Envelope
{
    /// <summary>The most ways to the data key: 4.</summary>
    public const int MostWraps = 4;

    /// <summary>The bytes of the largest envelope: a context of 264, and four wraps of a key wrapper, each with the longest names and ciphertext.</summary>
    internal const int MostBytes = 37_523;

    private readonly byte[] _pinned;

    private Envelope(byte[] pinned, PayloadSeal seal, RecordingContext context, ImmutableArray<EnvelopeWrap> wraps)
    {
        _pinned = pinned;
        (Seal, Context, Wraps) = (seal, context, wraps);
    }

    /// <summary>The recording that it says it is of. Not to be believed before <see cref="Open"/>.</summary>
    public RecordingContext Context { get; }

    /// <summary>The ways to the data key.</summary>
    public ImmutableArray<EnvelopeWrap> Wraps { get; }

    /// <summary>What it says of the payload. Not to be believed before <see cref="Open"/>.</summary>
    internal PayloadSeal Seal { get; }

    /// <summary>Makes the envelope of a payload that was encrypted.</summary>
    /// <param name="seal">What was written.</param>
    /// <param name="context">What it was encrypted for.</param>
    /// <param name="key">The key that it was encrypted with.</param>
    /// <param name="wraps">One to four wraps of that key, no two by the same key version, one by a passphrase at most.</param>
    /// <exception cref="ArgumentException">A part is outside its range.</exception>
    public static Envelope Make(PayloadSeal seal, RecordingContext context, DataKey key, IEnumerable<EnvelopeWrap> wraps)
    {
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(key);
        ImmutableArray<EnvelopeWrap> checkedWraps = Checked(wraps);
        if (!seal.IsWellFormed)
        {
            throw new ArgumentException("is not what a writer said of a payload", nameof(seal));
        }

        byte[] pinned = EnvelopeFormat.Pin(seal, context, key);
        return new(pinned, seal, context, checkedWraps);
    }

    /// <summary>Reads an envelope. It is believed in nothing but its form.</summary>
    /// <exception cref="RecordingTamperedException">The bytes are not exactly those of an envelope.</exception>
    public static Envelope Parse(ReadOnlySpan<byte> bytes)
    {
        var reader = new EnvelopeReader(bytes);
        (int pinned, PayloadSeal seal, RecordingContext context) = reader.Pinned();
        ImmutableArray<EnvelopeWrap> wraps = reader.Wraps();
        return new(bytes[..pinned].ToArray(), seal, context, wraps);
    }

    /// <summary>The same envelope with other wraps of its data key.</summary>
    /// <param name="wraps">One to four, no two by the same key version, one by a passphrase at most.</param>
    /// <exception cref="ArgumentException">There are none or too many, or one is outside its range.</exception>
    public Envelope With(IEnumerable<EnvelopeWrap> wraps) => new(_pinned, Seal, Context, Checked(wraps));

    /// <summary>The envelope as it is stored, at most 37,523 bytes.</summary>
    public byte[] ToBytes() => EnvelopeFormat.Write(_pinned, Wraps);

    /// <summary>SHA-256 of the stored bytes, as lower-case hexadecimal: what audit and receipts name it by, for they never hold a wrap.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(ToBytes()));

    /// <summary>Whether the data key is the one that authenticated this envelope.</summary>
    public bool IsAuthenticUnder(DataKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return EnvelopeFormat.IsAuthentic(_pinned, key);
    }

    /// <summary>What pins the payload, after everything that can be checked without it was checked.</summary>
    /// <param name="key">What a wrap gave.</param>
    /// <param name="expected">What the caller asked for.</param>
    /// <exception cref="RecordingTamperedException">The envelope is not what the key authenticated, or is that of something else.</exception>
    public PayloadSeal Open(DataKey key, RecordingContext expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return !IsAuthenticUnder(key) ? throw new RecordingTamperedException(TamperReason.EnvelopeMac)
            : Context != expected ? throw new RecordingTamperedException(TamperReason.Context)
            : Seal;
    }

    /// <summary>The recording and how many wraps; never a wrap.</summary>
    public override string ToString() => $"envelope with {Wraps.Length} wraps";

    private static ImmutableArray<EnvelopeWrap> Checked(IEnumerable<EnvelopeWrap> wraps)
    {
        ArgumentNullException.ThrowIfNull(wraps);
        ImmutableArray<EnvelopeWrap> all = [.. wraps];
        return EnvelopeFormat.AreWraps(all) ? all : throw new ArgumentException($"an envelope has 1 to {MostWraps} wraps, each within its range, by different key versions, one of them by a passphrase at most", nameof(wraps));
    }
}
