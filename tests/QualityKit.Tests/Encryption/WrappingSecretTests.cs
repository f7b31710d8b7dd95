using QualityKit.Encryption;
using QualityKit.Tests.Vault;

namespace QualityKit.Tests.Encryption;

public sealed class WrappingSecretTests
{
    private static readonly byte[] Raw = [.. Enumerable.Range(50, 32).Select(one => (byte)one)];

    [Fact]
    public void A_cipher_that_was_given_back_is_taken_again()
    {
        using var secret = new WrappingSecret(Raw);
        AesKeyWrap first = secret.Take();
        AesKeyWrap second = secret.Take();
        Assert.NotSame(first, second);
        secret.Give(first);
        secret.Give(second);
        Assert.Same(first, secret.Take());
        Assert.False(IsDisposed(first));
        Assert.True(IsDisposed(second));
    }

    [Fact]
    public void A_key_gives_back_the_cipher_that_it_wraps_and_unwraps_with()
    {
        using var key = KeyEncryptionKey.UnsafeFromBytes(Raw, new("acme"), "v1");
        using DataKey dataKey = SamplePayload.NewKey();
        WrappingSecret secret = Inside.Wrapping(key);
        AesKeyWrap cipher = secret.Take();
        secret.Give(cipher);

        EnvelopeWrap wrap = key.Wrap(dataKey);
        Assert.Same(cipher, secret.Take());
        secret.Give(cipher);

        key.Unwrap(wrap)!.Dispose();
        Assert.Same(cipher, secret.Take());
    }

    [Fact]
    public void The_last_owner_wipes_the_secret_and_the_idle_cipher()
    {
        var secret = new WrappingSecret(Raw);
        byte[] bytes = Inside.Bytes(Inside.Secret(secret));
        AesKeyWrap idle = secret.Take();
        AesKeyWrap busy = secret.Take();
        secret.Give(idle);
        Assert.True(secret.TryJoin());

        secret.Dispose();
        Assert.Equal(Raw, bytes);
        Assert.Same(idle, secret.Take());
        secret.Give(idle);
        Assert.False(IsDisposed(idle));

        secret.Dispose();
        Assert.Equal(new byte[32], bytes);
        Assert.True(IsDisposed(idle));
        Assert.False(secret.TryJoin());
        Assert.False(secret.TryJoin());
        Assert.Throws<ObjectDisposedException>(secret.Take);

        Assert.False(IsDisposed(busy));
        secret.Give(busy);
        Assert.True(IsDisposed(busy));
    }

    [Fact]
    public void A_shared_key_goes_on_when_another_owner_disposes_his_twice()
    {
        KeyEncryptionKey key = KeyEncryptionKey.UnsafeFromBytes(Raw, new("acme"), "v1");
        using DataKey dataKey = SamplePayload.NewKey();
        KeyEncryptionKey shared = key.Share()!;
        key.Dispose();
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Wrap(dataKey));
        Assert.Equal(("acme", "v1"), (shared.Tenant.Value, shared.Version));
        Assert.True(shared.IsCheckedBy(key.CheckValue.Span));
        using DataKey? unwrapped = shared.Unwrap(shared.Wrap(dataKey));
        Assert.NotNull(unwrapped);
        shared.Dispose();
        Assert.Null(shared.Share());
        Assert.Null(key.Share());
    }

    [Fact]
    public void Wrapping_leaves_no_data_key_held()
    {
        using var key = KeyEncryptionKey.UnsafeFromBytes(Raw, new("acme"), "v1");
        DataKey byRing = SamplePayload.NewKey();
        key.Wrap(byRing);
        byte[] bytes = Inside.Bytes(byRing.Secret);
        byRing.Dispose();
        Assert.Equal(new byte[32], bytes);

        DataKey byPassphrase = SamplePayload.NewKey();
        PassphraseWrap.Wrap(byPassphrase, "a passphrase", new byte[16], 100_000);
        bytes = Inside.Bytes(byPassphrase.Secret);
        byPassphrase.Dispose();
        Assert.Equal(new byte[32], bytes);
    }

    [Fact]
    public void Secrets_lie_where_the_collector_leaves_them()
    {
        using var secret = new SecretBytes(Raw);
        using var wrap = new AesKeyWrap(Raw);
        Assert.True(Inside.IsPinned(Inside.Bytes(secret)));
        Assert.True(Inside.IsPinned(Inside.Block(wrap)));
        Assert.False(Inside.IsPinned(new byte[32]));
    }

    private static bool IsDisposed(AesKeyWrap cipher) => Record.Exception(() => cipher.Wrap(new byte[32], new byte[40])) is ObjectDisposedException;
}
