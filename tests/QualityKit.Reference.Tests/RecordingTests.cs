using System.Security.Cryptography;
using QualityKit.Reference.Recording;
using Xunit;

namespace QualityKit.Reference.Tests;

/// <summary>The slow cryptography of the reference beside the framework's.</summary>
public sealed class RecordingTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(one => (byte)(one * 7))];
    private static readonly byte[] Nonce = [.. Enumerable.Range(0, 12).Select(one => (byte)(200 - one))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(255)]
    public void Chunks_are_encrypted_as_the_framework_does(int length)
    {
        byte[] plaintext = [.. Enumerable.Range(0, length).Select(one => (byte)(one * 3))];
        byte[] ciphertext = new byte[length];
        byte[] tag = new byte[16];
        using var gcm = new AesGcm(Key, 16);
        gcm.Encrypt(Nonce, plaintext, ciphertext, tag);

        byte[] got = ReferenceAesGcm.Encrypt(Key, Nonce, plaintext);

        Assert.Equal([.. ciphertext, .. tag], got);
        Assert.Equal(plaintext, ReferenceAesGcm.Decrypt(Key, Nonce, got));
        got[^1] ^= 1;
        Assert.Null(ReferenceAesGcm.Decrypt(Key, Nonce, got));
    }

    [Fact]
    public void Keys_are_wrapped_as_the_framework_does()
    {
        using var aes = Aes.Create();
        aes.Key = Key;
        for (int length = 1; length <= 72; length++)
        {
            byte[] key = [.. Enumerable.Range(0, length).Select(one => (byte)(one * 5))];
            byte[] wrapped = ReferenceKeyWrap.Wrap(Key, key);
            Assert.Equal(aes.EncryptKeyWrapPadded(key), wrapped);
            Assert.Equal(key, ReferenceKeyWrap.Unwrap(Key, wrapped));
            wrapped[length % wrapped.Length] ^= 4;
            Assert.Null(ReferenceKeyWrap.Unwrap(Key, wrapped));
        }
    }

    [Fact]
    public void Expanding_a_long_key_gives_what_the_framework_gives()
    {
        byte[] key = [.. Key, .. Key];
        Assert.Equal(HKDF.Expand(HashAlgorithmName.SHA512, key, 200, Nonce), ReferenceCobblestone.Expand(key, Nonce, 200));
    }
}
