using System.Text.Json;
using QualityKit.Encryption;
using QualityKit.Reference.Recording;
using QualityKit.Tests.Vault;

namespace QualityKit.Tests.Encryption;

public sealed class KeyWrapTests
{
    private static readonly byte[] WrappingKey = [.. Enumerable.Range(1, 32).Select(one => (byte)(one * 3))];

    [Fact]
    public void Keys_of_every_length_are_wrapped_as_RFC_5649_says()
    {
        for (int length = 1; length <= 100; length++)
        {
            byte[] key = [.. Enumerable.Range(0, length).Select(one => (byte)(255 - one))];
            byte[] wrapped = UnsafeKeyWrap.Wrap(WrappingKey, key);
            Assert.Equal(ReferenceKeyWrap.Wrap(WrappingKey, key), wrapped);
            Assert.Equal(key, UnsafeKeyWrap.Unwrap(WrappingKey, wrapped));
        }
    }

    [Fact]
    public void A_long_key_counts_its_steps_past_a_byte()
    {
        byte[] key = SamplePayload.Plaintext(4000);
        byte[] wrapped = UnsafeKeyWrap.Wrap(WrappingKey, key);
        Assert.Equal(ReferenceKeyWrap.Wrap(WrappingKey, key), wrapped);
        Assert.Equal(key, UnsafeKeyWrap.Unwrap(WrappingKey, wrapped));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(32)]
    public void A_flipped_bit_is_refused(int length)
    {
        byte[] wrapped = UnsafeKeyWrap.Wrap(WrappingKey, SamplePayload.Plaintext(length));
        for (int bit = 0; bit < wrapped.Length * 8; bit++)
        {
            byte[] changed = [.. wrapped];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(UnsafeKeyWrap.Unwrap(WrappingKey, changed));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(39)]
    [InlineData(41)]
    public void A_wrapped_key_of_another_length_is_refused(int length) => Assert.Null(UnsafeKeyWrap.Unwrap(WrappingKey, new byte[length]));

    // What a right wrap never has: a length, a marker or a padding that is wrong, wrapped rightly.
    [Theory]
    [InlineData("A65959A6", 17, "0102030405060708090A0B0C0D0E0F1011000000000000FF")] // padding that is not 0
    [InlineData("A65959A6", 16, "0102030405060708090A0B0C0D0E0F101100000000000000")] // too much padding
    [InlineData("A65959A6", 16, "0102030405060708090A0B0C0D0E0F100000000000000000")] // a whole half of padding
    [InlineData("A65959A6", 25, "0102030405060708090A0B0C0D0E0F101112131415161718")] // longer than there is
    [InlineData("A65959A6", 0, "000000000000000000000000000000000000000000000000")]
    [InlineData("A65959A6", -1, "0102030405060708090A0B0C0D0E0F101112131415161718")]
    [InlineData("A65959A7", 24, "0102030405060708090A0B0C0D0E0F101112131415161718")] // another marker
    public void A_length_marker_or_padding_that_is_wrong_is_refused(string marker, int length, string padded)
    {
        byte[] check = [.. Convert.FromHexString(marker), (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length];
        byte[] wrapped = ReferenceKeyWrap.Mix(WrappingKey, check, Convert.FromHexString(padded));
        byte[] destination = [.. Enumerable.Repeat((byte)7, 24)];
        using var wrap = new AesKeyWrap(WrappingKey);
        Assert.False(wrap.TryUnwrap(wrapped, destination, out int got));
        Assert.Equal(0, got);
        Assert.All(destination, one => Assert.Equal(0, one));
    }

    [Fact]
    public void Only_keys_of_256_bits_wrap_and_only_keys_are_wrapped()
    {
        Assert.Contains("not 16", Assert.Throws<ArgumentException>(() => UnsafeKeyWrap.Wrap(new byte[16], [1])).Message, StringComparison.Ordinal);
        Assert.Equal("wrappingKey", Assert.Throws<ArgumentException>(() => UnsafeKeyWrap.Unwrap(new byte[33], new byte[16])).ParamName);
        Assert.Equal("a key has at least one byte (Parameter 'key')", Assert.Throws<ArgumentException>(() => UnsafeKeyWrap.Wrap(WrappingKey, [])).Message);
    }

    [Fact]
    public void What_stood_in_the_destination_is_no_padding()
    {
        using var wrap = new AesKeyWrap(WrappingKey);
        byte[] dirty = [.. Enumerable.Repeat((byte)7, 24)];
        wrap.Wrap([1, 2, 3, 4, 5, 6, 7, 8, 9], dirty);
        Assert.Equal(ReferenceKeyWrap.Wrap(WrappingKey, [1, 2, 3, 4, 5, 6, 7, 8, 9]), dirty);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(8, 64)]
    [InlineData(9, 3)]
    [InlineData(32, 2)]
    [InlineData(32, 64)]
    public void Keys_side_by_side_are_wrapped_and_unwrapped_as_each_alone(int length, int count)
    {
        using var wrap = new AesKeyWrap(WrappingKey);
        byte[][] keys = [.. Enumerable.Range(0, count).Select(number => SamplePayload.Plaintext(length + number)[number..])];
        int stride = AesKeyWrap.WrappedBytes(length);
        byte[] wrapped = [.. Enumerable.Repeat((byte)7, count * stride)];

        wrap.WrapAll(keys.SelectMany(key => key).ToArray(), length, wrapped);

        Assert.Equal(keys.SelectMany(key => ReferenceKeyWrap.Wrap(WrappingKey, key)), wrapped);
        wrapped[^1] ^= 1;
        byte[] unwrapped = [.. Enumerable.Repeat((byte)7, count * (stride - 8))];
        int[] lengths = [.. Enumerable.Repeat(-1, count)];
        wrap.UnwrapAll(wrapped, unwrapped, lengths);
        byte[] padding = new byte[stride - 8 - length];
        Assert.Equal([.. keys[..^1].SelectMany(key => key.Concat(padding)), .. new byte[stride - 8]], unwrapped);
        Assert.Equal([.. Enumerable.Repeat(length, count - 1), 0], lengths);
    }

    [Fact]
    public void A_wrapper_wipes_its_block()
    {
        var wrap = new AesKeyWrap(WrappingKey);
        byte[] wrapped = new byte[40];
        wrap.Wrap(new byte[32], wrapped);
        Assert.Contains(Inside.Block(wrap), one => one != 0);
        wrap.Dispose();
        Assert.DoesNotContain(Inside.Block(wrap), one => one != 0);
        Assert.Throws<ObjectDisposedException>(() => wrap.Wrap(new byte[32], wrapped));
        Assert.Throws<ObjectDisposedException>(() => wrap.TryUnwrap(wrapped, new byte[32], out _));
    }

    [Fact]
    public void Wycheproof_agrees()
    {
        foreach ((JsonElement group, JsonElement test) in SharedCases.Wycheproof("recording/aes_kwp_test.json").Where(one => one.Group.GetProperty("keySize").GetInt32() == 256))
        {
            byte[] wrappingKey = SharedCases.Hex(test, "key");
            byte[] key = SharedCases.Hex(test, "msg");
            byte[] wrapped = SharedCases.Hex(test, "ct");
            string id = $"{test.GetProperty("tcId")} of {group.GetProperty("keySize")} bits";
            bool isInvalid = test.GetProperty("result").GetString() == "invalid";
            Assert.True(isInvalid == (UnsafeKeyWrap.Unwrap(wrappingKey, wrapped) is null), id);
            Assert.True(isInvalid || UnsafeKeyWrap.Wrap(wrappingKey, key).SequenceEqual(wrapped), id);
        }
    }
}
