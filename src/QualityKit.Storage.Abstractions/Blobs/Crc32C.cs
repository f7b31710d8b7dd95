using System.Buffers.Binary;
using System.Numerics;

namespace QualityKit.Storage.Blobs;

/// <summary>CRC-32C (Castagnoli, RFC 3720 appendix B.4), taken over bytes as they pass.</summary>
public struct Crc32C : IEquatable<Crc32C>
{
    private uint _passed;

    /// <summary>The checksum of what has passed so far; 0 of nothing.</summary>
    public readonly uint Value => _passed;

    /// <summary>Lets more bytes pass.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint state = Crc32CLanes.Pass(_passed ^ uint.MaxValue, ref bytes);
        while (bytes.Length >= sizeof(ulong))
        {
            state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte one in bytes)
        {
            state = BitOperations.Crc32C(state, one);
        }

        _passed = state ^ uint.MaxValue;
    }

    /// <inheritdoc/>
    public readonly bool Equals(Crc32C other) => _passed == other._passed;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Crc32C other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => (int)_passed;

    /// <summary>Whether two checksums are of the same value.</summary>
    public static bool operator ==(Crc32C left, Crc32C right) => left.Equals(right);

    /// <summary>Whether two checksums differ.</summary>
    public static bool operator !=(Crc32C left, Crc32C right) => !left.Equals(right);
}
