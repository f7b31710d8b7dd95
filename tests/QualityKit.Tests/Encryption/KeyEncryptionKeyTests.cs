using System.Text.Json;
using QualityKit.Encryption;
using QualityKit.Reference.Recording;
using QualityKit.Tests.Vault;

namespace QualityKit.Tests.Encryption;

public sealed class KeyEncryptionKeyTests
{
    private static readonly byte[] Raw = [.. Enumerable.Range(50, 32).Select(one => (byte)one)];

    [Fact]
    public void A_data_key_is_wrapped_for_one_purpose_tenant_and_version()
    {
        using KeyEncryptionKey key = New("acme", "v1");
        using DataKey dataKey = SamplePayload.NewKey();

        EnvelopeWrap wrap = key.Wrap(dataKey);

        Assert.Equal(ReferenceEnvelope.WrapByRing(SamplePayload.Key, "acme", Raw, "v1"), wrap.Key.Ciphertext.ToArray());
        Assert.Equal((WrapKind.RingKey, "ring", "ring/v1"), (wrap.Kind, wrap.Provider, wrap.Key.KeyVersion.ToString()));
        Assert.Equal(SamplePayload.Key, Bytes(key.Unwrap(wrap)));
        Assert.Null(New("acme", "v2").Unwrap(wrap));
        Assert.Null(New("acm", "v1").Unwrap(wrap));
        Assert.Null(New("acm", "ev1").Unwrap(wrap));
        Assert.Null(KeyEncryptionKey.UnsafeFromBytes(new byte[32], new("acme"), "v1").Unwrap(wrap));
    }

    [Fact]
    public void What_is_no_data_key_of_the_ring_is_not_unwrapped()
    {
        using KeyEncryptionKey key = New("acme", "v1");
        using DataKey dataKey = SamplePayload.NewKey();
        EnvelopeWrap wrap = key.Wrap(dataKey);
        byte[] purpose = ReferenceCobblestone.Expand(Raw, [.. "qualitykit.dev/qke1/data-key-wrap\0"u8, 0, 4, .. "acme"u8, 0, 2, .. "v1"u8], 32);
        Assert.Null(key.Unwrap(wrap with { Kind = WrapKind.KeyWrapper }));
        Assert.Null(key.Unwrap(wrap with { Key = wrap.Key with { Ciphertext = ReferenceKeyWrap.Wrap(purpose, new byte[31]) } }));
        Assert.Null(key.Unwrap(wrap with { Key = wrap.Key with { Ciphertext = ReferenceKeyWrap.Wrap(purpose, new byte[40]) } }));
        Assert.Null(key.Unwrap(wrap with { Key = wrap.Key with { Ciphertext = default } }));
        Assert.NotNull(key.Unwrap(wrap with { Key = wrap.Key with { Ciphertext = ReferenceKeyWrap.Wrap(purpose, new byte[32]) } }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(130)]
    public void Any_number_of_data_keys_is_wrapped_and_unwrapped_in_their_order(int count)
    {
        using KeyEncryptionKey key = New("acme", "v1");
        using KeyEncryptionKey other = New("acme", "v2");
        DataKey[] keys = [.. Enumerable.Range(0, count).Select(number => DataKey.UnsafeFromBytes(SamplePayload.Plaintext(32 + number).AsSpan(number)))];

        EnvelopeWrap[] wraps = [.. key.WrapAll(keys)];

        Assert.Equal(keys.Select(one => Convert.ToHexString(key.Wrap(one).Key.Ciphertext.Span)), wraps.Select(wrap => Convert.ToHexString(wrap.Key.Ciphertext.Span)));
        Assert.Equal(keys.Select(Bytes), key.UnwrapAll(wraps).Select(Bytes));
        if (count > 0)
        {
            wraps[0] = wraps[0] with { Kind = WrapKind.KeyWrapper };
            wraps[^1] = other.Wrap(keys[^1]);
            DataKey?[] some = key.UnwrapAll(wraps);
            Assert.Null(some[0]);
            Assert.Null(some[^1]);
            Assert.Equal(keys[1..^1].Select(Bytes), some[1..^1].Select(Bytes));
        }
    }

    [Fact]
    public void An_unwrapped_key_encrypts_nothing()
    {
        using KeyEncryptionKey key = New("acme", "v1");
        using DataKey dataKey = SamplePayload.NewKey();
        Assert.Throws<InvalidOperationException>(key.Unwrap(key.Wrap(dataKey))!.Spend);
    }

    [Fact]
    public void Who_let_go_of_a_key_wraps_and_unwraps_nothing_though_others_still_have_it()
    {
        KeyEncryptionKey one = New("acme", "v1");
        using KeyEncryptionKey other = one.Share()!;
        using DataKey dataKey = SamplePayload.NewKey();
        EnvelopeWrap wrap = one.Wrap(dataKey);
        one.Dispose();
        Assert.Throws<ObjectDisposedException>(() => one.Wrap(dataKey));
        Assert.Throws<ObjectDisposedException>(() => one.Unwrap(wrap));
        Assert.NotNull(other.Unwrap(wrap));
    }

    [Fact]
    public void A_check_value_finds_a_key_that_came_back_wrong()
    {
        using KeyEncryptionKey key = New("acme", "v1");
        byte[] purpose = [.. "qualitykit.dev/ring/check-value\0"u8, 0, 4, .. "acme"u8, 0, 2, .. "v1"u8];
        Assert.Equal(ReferenceCobblestone.Expand(Raw, purpose, 16), key.CheckValue.ToArray());
        Assert.True(key.IsCheckedBy(New("acme", "v1").CheckValue.Span));
        Assert.False(key.IsCheckedBy(New("acme", "v2").CheckValue.Span));
        Assert.False(key.IsCheckedBy(New("b", "v1").CheckValue.Span));
        Assert.False(key.IsCheckedBy([]));
        for (int bit = 0; bit < 256; bit++)
        {
            byte[] changed = [.. Raw];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(KeyEncryptionKey.UnsafeFromBytes(changed, new("acme"), "v1").IsCheckedBy(key.CheckValue.Span));
        }
    }

    [Fact]
    public void A_key_is_never_printed_or_serialised()
    {
        using KeyEncryptionKey key = New("acme", "v1");
        Assert.Equal("KeyEncryptionKey(v1)", key.ToString());
        string json = JsonSerializer.Serialize(key);
        Assert.DoesNotContain(Convert.ToBase64String(Raw)[..10], json, StringComparison.Ordinal);
        using DataKey dataKey = SamplePayload.NewKey();
        EnvelopeWrap wrap = key.Wrap(dataKey);
        Assert.Equal("RingKey of ring, wrapped by ring/v1", wrap.ToString());
    }

    [Fact]
    public void A_key_that_was_disposed_throws()
    {
        KeyEncryptionKey key = New("acme", "v1");
        using DataKey dataKey = SamplePayload.NewKey();
        EnvelopeWrap wrap = key.Wrap(dataKey);
        key.Dispose();
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Wrap(dataKey));
        Assert.Throws<ObjectDisposedException>(() => key.Unwrap(wrap));
        using KeyEncryptionKey other = New("acme", "v1");
        dataKey.Dispose();
        Assert.Throws<ObjectDisposedException>(() => other.Wrap(dataKey));
    }

    [Fact]
    public void Many_wrap_at_once_and_one_disposes()
    {
        for (int turn = 0; turn < 50; turn++)
        {
            KeyEncryptionKey key = New("acme", "v1");
            using DataKey dataKey = SamplePayload.NewKey();
            byte[] expected = key.Wrap(dataKey).Key.Ciphertext.ToArray();
            Parallel.For(0, 16, number =>
            {
                try
                {
                    if (number == 9)
                    {
                        key.Dispose();
                    }

                    EnvelopeWrap wrap = key.Wrap(dataKey);
                    Assert.Equal(expected, wrap.Key.Ciphertext.ToArray());
                    Assert.Equal(SamplePayload.Key, Bytes(key.Unwrap(wrap)));
                }
                catch (ObjectDisposedException)
                {
                    // It was disposed before.
                }
            });
        }
    }

    [Fact]
    public void What_is_outside_its_range_is_refused()
    {
        Assert.Equal("a key has 32 bytes, not 31 (Parameter 'bytes')", Assert.Throws<ArgumentException>(() => KeyEncryptionKey.UnsafeFromBytes(new byte[31], new("acme"), "v1")).Message);
        Assert.Equal("tenant", Assert.Throws<ArgumentException>(() => KeyEncryptionKey.UnsafeFromBytes(Raw, new(""), "v1")).ParamName);
        Assert.Equal("version", Assert.Throws<ArgumentException>(() => KeyEncryptionKey.UnsafeFromBytes(Raw, new("acme"), "")).ParamName);
        Assert.Equal("version", Assert.Throws<ArgumentException>(() => KeyEncryptionKey.UnsafeFromBytes(Raw, new("acme"), new string('v', 513))).ParamName);
    }

    private static KeyEncryptionKey New(string tenant, string version) => KeyEncryptionKey.UnsafeFromBytes(Raw, new(tenant), version);

    private static byte[] Bytes(DataKey? key)
    {
        byte[] bytes = new byte[32];
        key!.UnsafeExportKey(bytes);
        return bytes;
    }
}
