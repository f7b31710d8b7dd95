using System.Numerics;
using System.Runtime.InteropServices;

namespace QualityKit.Storage.Blobs;

/// <summary>CRC-32C of three stretches at once. One step of the checksum waits for the one before it; three side by side fill the wait.</summary>
/// <remarks>The checksum of a register and bytes is that of the register and as many zeros, exclusive-or that of 0 and the bytes. So stretches are taken apart and put together with a table that passes zeros.</remarks>
internal static class Crc32CLanes
{
    private const int Words = 128;

    private const int Block = 3 * Words * sizeof(ulong);

    private const int Values = 256;

    private static readonly uint[] Zeros = Table();

    /// <summary>Passes as many whole blocks as there are, and leaves the rest.</summary>
    public static uint Pass(uint state, ref ReadOnlySpan<byte> bytes)
    {
        if (!BitConverter.IsLittleEndian)
        {
            return state;
        }

        for (; bytes.Length >= Block; bytes = bytes[Block..])
        {
            ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes[..Block]);
            ReadOnlySpan<ulong> first = words[..Words];
            ReadOnlySpan<ulong> second = words.Slice(Words, Words);
            ReadOnlySpan<ulong> third = words.Slice(2 * Words, Words);
            (uint a, uint b, uint c) = (state, 0, 0);
            for (int word = 0; word < Words; word++)
            {
                a = BitOperations.Crc32C(a, first[word]);
                b = BitOperations.Crc32C(b, second[word]);
                c = BitOperations.Crc32C(c, third[word]);
            }

            state = PassZeros(PassZeros(a) ^ b) ^ c;
        }

        return state;
    }

    private static uint PassZeros(uint state) =>
        Zeros[(byte)state] ^ Zeros[Values + (byte)(state >> 8)] ^ Zeros[(2 * Values) + (byte)(state >> 16)] ^ Zeros[(3 * Values) + (byte)(state >> 24)];

    private static uint[] Table()
    {
        uint[] table = new uint[4 * Values];
        for (int entry = 0; entry < table.Length; entry++)
        {
            uint state = (uint)(entry % Values) << (8 * (entry / Values));
            for (int word = 0; word < Words; word++)
            {
                state = BitOperations.Crc32C(state, 0UL);
            }

            table[entry] = state;
        }

        return table;
    }
}
