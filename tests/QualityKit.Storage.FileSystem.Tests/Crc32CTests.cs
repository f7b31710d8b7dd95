using QualityKit.Storage.Blobs;

namespace QualityKit.Storage.FileSystem.Tests;

public class Crc32CTests
{
    [Fact]
    public void Any_length_in_any_pieces_gives_what_bit_after_bit_gives()
    {
        var random = new Random(1);
        foreach (int length in (int[])[0, 1, 7, 8, 9, 3071, 3072, 3073, 6144, 9300, 65_536])
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            foreach (int step in (int[])[1, 13, 3072, 4096, 70_000])
            {
                Crc32C checksum = default;
                foreach (byte[] piece in bytes.Chunk(step))
                {
                    checksum.Append(piece);
                }

                Assert.Equal(BitAfterBit(bytes), checksum.Value);
            }
        }
    }

    private static uint BitAfterBit(byte[] bytes)
    {
        const uint Polynomial = 0x82F63B78;
        uint state = uint.MaxValue;
        foreach (byte one in bytes)
        {
            state ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                state = (state & 1) == 0 ? state >> 1 : (state >> 1) ^ Polynomial;
            }
        }

        return ~state;
    }
}
