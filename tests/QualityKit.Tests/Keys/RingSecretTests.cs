using QualityKit.Keys;

namespace QualityKit.Tests.Keys;

public sealed class RingSecretTests
{
    private static readonly byte[] Raw = [.. Enumerable.Range(0, 32).Select(one => (byte)one)];

    [Fact]
    public void A_secret_has_at_least_32_bytes()
    {
        Assert.Equal("a secret has at least 32 bytes, not 31 (Parameter 'secret')", Assert.Throws<ArgumentException>(() => new RingSecret(Raw.AsSpan(0, 31))).Message);
        Assert.NotEqual(new RingSecret(Raw).Fingerprint, new RingSecret([.. Raw, 32]).Fingerprint);
    }

    [Fact]
    public void A_secret_prints_only_its_fingerprint()
    {
        // SHA-256 of the bytes 0 to 31 begins so.
        Assert.Equal("630dcd2966c43366", new RingSecret(Raw).Fingerprint);
        Assert.Equal("RingSecret(630dcd2966c43366)", new RingSecret(Raw).ToString());
    }

    [Fact]
    public void A_secret_is_a_copy_and_authenticates_rings()
    {
        byte[] bytes = [.. Raw];
        var secret = new RingSecret(bytes);
        bytes[0] = 99;
        KeyRing ring = RingRun.Rotated().Ring;
        byte[] mac = secret.Mac(ring);
        Assert.Equal(KeyRingSeal.Mac(ring, Raw), mac);
        Assert.True(secret.IsAuthentic(ring, mac, ring.Revision));
        Assert.False(secret.IsAuthentic(ring, mac, ring.Revision + 1));
        Assert.False(new RingSecret(bytes).IsAuthentic(ring, mac, ring.Revision));
    }
}
