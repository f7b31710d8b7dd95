using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using QualityKit.Storage.Keys;

namespace QualityKit.Encryption;

/// <summary>Reads an envelope strictly: whatever is not exactly as it is written is refused, and nothing is allocated for what is not there.</summary>
internal ref struct EnvelopeReader(ReadOnlySpan<byte> bytes)
{
    private const int MostTextBytes = 512;

    private readonly int _all = bytes.Length;
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The part that never changes, and how many bytes it has.</summary>
    public (int Bytes, PayloadSeal Seal, RecordingContext Context) Pinned()
    {
        Demand(Take(EnvelopeFormat.Marker.Length).SequenceEqual(EnvelopeFormat.Marker));
        int length = U16();
        var suite = (PayloadSuite)U8();
        Demand(U8() == 0);
        var seal = new PayloadSeal
        {
            Suite = suite,
            PlaintextLength = BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long))),
            Salt = Take(PayloadFormat.SaltBytes).ToArray(),
            Commitment = Take(PayloadFormat.CommitmentBytes).ToArray(),
        };
        Demand(seal.IsWellFormed);
        RecordingContext context = RecordingContext.Read(Take(U16())) ?? throw Refused();
        Take(EnvelopeFormat.MacBytes);
        Demand(_all - _rest.Length == length);
        return (length, seal, context);
    }

    /// <summary>The wraps, up to the very end.</summary>
    public ImmutableArray<EnvelopeWrap> Wraps()
    {
        int count = U8();
        var wraps = ImmutableArray.CreateBuilder<EnvelopeWrap>();
        for (int number = 0; number < count; number++)
        {
            wraps.Add(Wrap());
        }

        ImmutableArray<EnvelopeWrap> all = wraps.ToImmutable();
        Demand(_rest.IsEmpty && EnvelopeFormat.AreWraps(all));
        return all;
    }

    private EnvelopeWrap Wrap()
    {
        var kind = (WrapKind)U8();
        string provider = Encoding.ASCII.GetString(Take(U8()));
        string key = Text();
        string version = Text();
        return new()
        {
            Kind = kind,
            Provider = provider,
            Key = new() { KeyVersion = new KeyVersionId(key, version), Ciphertext = Take(U16()).ToArray() },
        };
    }

    /// <summary>A text as <see cref="KeyVersionId"/> takes it.</summary>
    private string Text()
    {
        int length = U16();
        Demand(length is >= 1 and <= MostTextBytes);
        string text = StrictText.Read(Take(length)) ?? throw Refused();
        Demand(!text.Contains('\0', StringComparison.Ordinal));
        return text;
    }

    private byte U8() => Take(1)[0];

    private ushort U16() => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort)));

    private ReadOnlySpan<byte> Take(int length)
    {
        Demand(length <= _rest.Length);
        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private static void Demand(bool isRight)
    {
        if (!isRight)
        {
            throw Refused();
        }
    }

    private static RecordingTamperedException Refused() => new(TamperReason.Envelope);
}
