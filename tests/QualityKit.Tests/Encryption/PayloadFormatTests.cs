using QualityKit.Encryption;

namespace QualityKit.Tests.Encryption;

public sealed class PayloadFormatTests
{
    [Theory]
    [InlineData(0, 72)]
    [InlineData(1, 73)]
    [InlineData(16383, 16455)]
    [InlineData(16384, 16472)]
    [InlineData(16385, 16473)]
    [InlineData(32768, 32872)]
    [InlineData((1L << 52) - 1, 4_507_997_673_881_655)]
    public void Every_length_has_one_encrypted_length(long plaintext, long ciphertext)
    {
        Assert.Equal(ciphertext, PayloadFormat.CiphertextLength(plaintext));
        Assert.Equal(plaintext, PayloadFormat.PlaintextLength(ciphertext));
    }

    [Fact]
    public void What_a_length_has_room_for_is_the_most_that_fits()
    {
        for (long length = 56; length < 40_000; length++)
        {
            long most = PayloadFormat.MostIn(length);
            Assert.True(most < 0 || PayloadFormat.CiphertextLength(most) <= length, $"{most} bytes do not fit into {length}");
            Assert.True(PayloadFormat.CiphertextLength(most + 1) > length, $"more than {most} bytes fit into {length}");
        }

        Assert.Equal(PayloadFormat.MostBytes, PayloadFormat.MostIn(long.MaxValue));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(55)]
    [InlineData(56)]
    [InlineData(71)]
    [InlineData(56 + 16400)]
    [InlineData(56 + 16400 + 15)]
    [InlineData(56 + 32800)]
    [InlineData(4_507_997_673_881_656)]
    [InlineData(4_507_997_673_881_656 + 16)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_length_that_no_plaintext_makes_is_none(long ciphertext) => Assert.Null(PayloadFormat.PlaintextLength(ciphertext));

    [Fact]
    public void A_plaintext_has_less_than_4_PiB()
    {
        Assert.Equal((1L << 52) - 1, PayloadFormat.MostBytes);
        Assert.Equal(1L << 38, PayloadFormat.MostChunks);
        Assert.Throws<ArgumentOutOfRangeException>(() => PayloadFormat.CiphertextLength(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PayloadFormat.CiphertextLength(1L << 52));
    }

    [Fact]
    public void A_chunk_number_is_below_two_to_the_38th()
    {
        using var cipher = new ChunkCipher(new byte[32], new byte[24], []);
        byte[] chunk = new byte[16];
        Assert.Throws<ArgumentOutOfRangeException>(() => cipher.Seal(-1, [], chunk));
        Assert.Throws<ArgumentOutOfRangeException>(() => cipher.Seal(1L << 38, [], chunk));
        Assert.Throws<ArgumentOutOfRangeException>(() => cipher.TryOpen(1L << 38, chunk, []));
        cipher.Seal((1L << 38) - 1, [], chunk);
        Assert.True(cipher.TryOpen((1L << 38) - 1, chunk, []));
        Assert.False(cipher.TryOpen(0, chunk, []));
    }

    [Fact]
    public void Nothing_of_a_chunk_that_is_refused_stays_in_the_destination()
    {
        using var cipher = new ChunkCipher(new byte[32], new byte[24], []);
        byte[] chunk = new byte[116];
        cipher.Seal(0, new byte[100], chunk);
        chunk[50] ^= 1;
        byte[] destination = [.. Enumerable.Repeat((byte)9, 100)];
        Assert.False(cipher.TryOpen(0, chunk, destination));
        Assert.All(destination, one => Assert.Equal(0, one));
    }
}
