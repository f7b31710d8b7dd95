using System.Buffers.Binary;
using System.Security.Cryptography;

namespace QualityKit.Audio;

/// <summary>A stream read forward, which knows how far it came.</summary>
internal sealed class WaveBytes(Stream stream)
{
    private const int SkipStep = 4096;

    public long Offset { get; private set; }

    /// <summary>Fills as much as there is; fewer only at the end.</summary>
    public int Read(Span<byte> target)
    {
        int read = stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        Offset += read;
        return read;
    }

    /// <summary>Reads a number that must be there.</summary>
    public ulong Number(WaveProblem otherwise)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        long at = Offset;
        return Read(bytes) == bytes.Length ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : throw new WaveFormatException(otherwise, at);
    }

    /// <summary>Leaves bytes out, up to the end.</summary>
    /// <returns>How many were there.</returns>
    public long Skip(long count)
    {
        if (stream.CanSeek)
        {
            long there = Math.Clamp(count, 0, Math.Max(0, stream.Length - stream.Position));
            stream.Position += there;
            Offset += there;
            return there;
        }

        Span<byte> bytes = stackalloc byte[SkipStep];
        long left = count;
        while (left > 0)
        {
            int read = Read(bytes[..(int)Math.Min(left, SkipStep)]);
            if (read == 0)
            {
                break;
            }

            left -= read;
        }

        CryptographicOperations.ZeroMemory(bytes);
        return count - left;
    }
}
