using System.Buffers.Binary;
using System.Text;
using QualityKit.Interactions;
using QualityKit.Storage.Documents;

namespace QualityKit.Encryption;

/// <summary>What a payload was encrypted for. It opens for nothing else: moved to another tenant, recording or medium it is refused.</summary>
public sealed record RecordingContext
{
    /// <summary>A context.</summary>
    /// <param name="tenant">Whose recording: 1 to 128 bytes of UTF-8, no control character.</param>
    /// <param name="recording">Which: 1 to 128 bytes of UTF-8, no control character.</param>
    /// <param name="media">What it holds.</param>
    /// <exception cref="ArgumentException">A part is outside its range.</exception>
    public RecordingContext(TenantId tenant, RecordingId recording, MediaKind media)
    {
        Guard(tenant.Value, nameof(tenant));
        Guard(recording.Value, nameof(recording));
        if (!Enum.IsDefined(media))
        {
            throw new ArgumentOutOfRangeException(nameof(media), media, "is not a kind of media");
        }

        (Tenant, Recording, Media) = (tenant, recording, media);
    }

    /// <summary>Whose recording.</summary>
    public TenantId Tenant { get; }

    /// <summary>Which.</summary>
    public RecordingId Recording { get; }

    /// <summary>What it holds.</summary>
    public MediaKind Media { get; }

    /// <summary>The bytes that are bound: <c>qk1</c>, then tenant and recording as UTF-8, each after its length in 2 bytes (most significant first), then the kind of media in one.</summary>
    public byte[] ToBytes()
    {
        byte[] tenant = Encoding.UTF8.GetBytes(Tenant.Value);
        byte[] recording = Encoding.UTF8.GetBytes(Recording.Value);
        return [.. "qk1"u8, .. EnvelopeFormat.U16(tenant.Length), .. tenant, .. EnvelopeFormat.U16(recording.Length), .. recording, (byte)Media];
    }

    /// <summary>What <see cref="ToBytes"/> wrote; null when it wrote no such bytes.</summary>
    internal static RecordingContext? Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("qk1"u8))
        {
            return null;
        }

        ReadOnlySpan<byte> rest = bytes[3..];
        return Text(ref rest) is { } tenant && Text(ref rest) is { } recording && rest.Length == 1 && Enum.IsDefined((MediaKind)rest[0])
            ? new(new(tenant), new(recording), (MediaKind)rest[0])
            : null;
    }

    private static string? Text(ref ReadOnlySpan<byte> rest)
    {
        if (!BinaryPrimitives.TryReadUInt16BigEndian(rest, out ushort length))
        {
            return null;
        }

        // A text that is cut off leaves nothing for the kind of media behind it, by which it is refused.
        ReadOnlySpan<byte> behind = rest[sizeof(ushort)..];
        ReadOnlySpan<byte> bytes = behind[..Math.Min(length, behind.Length)];
        rest = behind[bytes.Length..];
        return StrictText.Read(bytes) is { } text && ExternalId.IsValid(text) ? text : null;
    }

    private static void Guard(string? value, string parameter)
    {
        if (!ExternalId.IsValid(value))
        {
            throw new ArgumentException($"is not 1 to {ExternalId.MostBytes} bytes of UTF-8 without control characters", parameter);
        }
    }
}
