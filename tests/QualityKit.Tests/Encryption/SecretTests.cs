using System.Text.Json;
using QualityKit.Encryption;
using QualityKit.Reference.Recording;
using QualityKit.Vault;

namespace QualityKit.Tests.Encryption;

public sealed class SecretTests
{
    private static readonly byte[] Raw = [.. Enumerable.Range(1, 32).Select(one => (byte)one)];

    [Fact]
    public void A_key_is_never_printed_or_serialised()
    {
        using var key = DataKey.UnsafeFromBytes(Raw);
        Assert.Equal("DataKey(secret)", key.ToString());
        Assert.Equal("{}", JsonSerializer.Serialize(key));
        Assert.Equal("(secret)", new SecretBytes(Raw).ToString());
        Assert.Empty(typeof(DataKey).GetProperties());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_has_32_bytes(int length) =>
        Assert.Contains($"not {length}", Assert.Throws<ArgumentException>(() => DataKey.UnsafeFromBytes(new byte[length])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_key_is_exported_only_by_a_name_that_says_so()
    {
        using var key = DataKey.UnsafeFromBytes(Raw);
        byte[] exported = new byte[33];
        key.UnsafeExportKey(exported);
        Assert.Equal([.. Raw, 0], exported);
        Assert.Contains("there are 31", Assert.Throws<ArgumentException>(() => key.UnsafeExportKey(new byte[31])).Message, StringComparison.Ordinal);
        key.UnsafeExportKey(new byte[32]);
    }

    [Fact]
    public void A_key_is_a_copy_of_what_it_was_made_of()
    {
        byte[] bytes = [.. Raw];
        using var key = DataKey.UnsafeFromBytes(bytes);
        bytes[0] = 99;
        byte[] exported = new byte[32];
        key.UnsafeExportKey(exported);
        Assert.Equal(Raw, exported);
    }

    [Fact]
    public void A_key_that_was_disposed_throws()
    {
        var key = DataKey.UnsafeFromBytes(Raw);
        key.Dispose();
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.UnsafeExportKey(new byte[32]));
        Assert.Throws<ObjectDisposedException>(() => key.Copy());
        Assert.Throws<ObjectDisposedException>(() => key.CipherFor(new byte[24], []));
        Assert.Throws<ObjectDisposedException>(() => key.Mac([], []));
    }

    [Fact]
    public void A_copy_outlives_its_key_and_encrypts_nothing()
    {
        var key = DataKey.UnsafeFromBytes(Raw);
        using DataKey copy = key.Copy();
        key.Dispose();
        byte[] exported = new byte[32];
        copy.UnsafeExportKey(exported);
        Assert.Equal(Raw, exported);
        Assert.Throws<InvalidOperationException>(copy.Spend);
    }

    [Fact]
    public void A_key_is_spent_once()
    {
        using var key = DataKey.UnsafeFromBytes(Raw);
        key.Spend();
        Assert.Contains("one payload", Assert.Throws<InvalidOperationException>(key.Spend).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secret_bytes_are_wiped_when_owner_and_users_are_gone()
    {
        var secret = new SecretBytes(Raw);
        ReadOnlySpan<byte> held = secret.Hold();
        ReadOnlySpan<byte> heldAgain = secret.Hold();
        secret.Dispose();
        secret.Dispose();
        Assert.Equal(Raw, held.ToArray());
        bool isRefused = false;
        try
        {
            secret.Hold();
        }
        catch (ObjectDisposedException)
        {
            isRefused = true;
        }

        Assert.True(isRefused);
        secret.Release();
        Assert.Equal(Raw, heldAgain.ToArray());
        secret.Release();
        Assert.Equal(new byte[32], held.ToArray());
    }

    [Fact]
    public void What_was_only_needed_for_a_moment_is_wiped_whatever_ends_it()
    {
        byte[] bytes = [1, 2, 3];
        void Use()
        {
            using var wiped = new Wiped(bytes);
            Assert.Equal([1, 2, 3], wiped.Bytes.ToArray());
            throw new InvalidOperationException();
        }

        Assert.Throws<InvalidOperationException>(Use);
        Assert.Equal(new byte[3], bytes);
    }

    [Fact]
    public void Using_a_key_leaves_nothing_held()
    {
        var key = DataKey.UnsafeFromBytes(Raw);
        key.UnsafeExportKey(new byte[32]);
        key.Copy().Dispose();
        key.Mac([], []);
        key.CipherFor(new byte[24], []).Dispose();
        ReadOnlySpan<byte> bytes = key.Secret.Hold();
        key.Secret.Release();
        key.Dispose();
        Assert.Equal(new byte[32], bytes.ToArray());
    }

    [Fact]
    public void A_use_that_is_refused_takes_nothing_from_those_before_it()
    {
        var key = DataKey.UnsafeFromBytes(Raw);
        ReadOnlySpan<byte> held = key.Secret.Hold();
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.UnsafeExportKey(new byte[32]));
        Assert.Throws<ObjectDisposedException>(() => key.Copy());
        Assert.Throws<ObjectDisposedException>(() => key.CipherFor(new byte[24], []));
        Assert.Throws<ObjectDisposedException>(() => key.Mac([], []));
        Assert.Equal(Raw, held.ToArray());
        key.Secret.Release();
        Assert.Equal(new byte[32], held.ToArray());
    }

    [Fact]
    public void A_key_can_be_disposed_while_others_use_it()
    {
        for (int turn = 0; turn < 200; turn++)
        {
            var key = DataKey.UnsafeFromBytes(Raw);
            byte[] expected = key.Mac("p"u8, [1]);
            Parallel.Invoke(
                key.Dispose,
                () =>
                {
                    try
                    {
                        Assert.Equal(expected, key.Mac("p"u8, [1]));
                    }
                    catch (ObjectDisposedException)
                    {
                        // It was disposed first.
                    }
                });
        }
    }

    [Fact]
    public void New_keys_differ()
    {
        byte[] one = new byte[32];
        byte[] other = new byte[32];
        using DataKey key = RandomKeys.NewDataKey();
        using DataKey another = RandomKeys.NewDataKey();
        key.UnsafeExportKey(one);
        another.UnsafeExportKey(other);
        Assert.NotEqual(one, other);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(300)]
    public void Keys_are_expanded_as_RFC_5869_says(int length)
    {
        byte[] output = new byte[length];
        HkdfExpand.Sha512(Raw, "info"u8, output);
        Assert.Equal(ReferenceCobblestone.Expand(Raw, [.. "info"u8], length), output);
    }
}
