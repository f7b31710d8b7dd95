using System.Numerics;
using System.Security.Cryptography;

namespace QualityKit.Reference.Recording;

/// <summary>RSA-OAEP of RFC 8017 section 7.1.1 with SHA-256, MGF1 with SHA-256 and an empty label. The seed is given, so that what it makes is always the same.</summary>
public static class ReferenceOaep
{
    private const int HashBytes = 32;

    public static byte[] Encrypt(RSAParameters key, byte[] message, byte[] seed)
    {
        int k = key.Modulus!.Length;
        byte[] db = [.. SHA256.HashData([]), .. new byte[k - message.Length - (2 * HashBytes) - 2], 1, .. message];
        byte[] maskedDb = Xor(db, Mask(seed, k - HashBytes - 1));
        byte[] maskedSeed = Xor(seed, Mask(maskedDb, HashBytes));
        byte[] encoded = [0, .. maskedSeed, .. maskedDb];
        byte[] power = BigInteger.ModPow(Number(encoded), Number(key.Exponent!), Number(key.Modulus)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[k - power.Length], .. power];
    }

    /// <summary>MGF1 of RFC 8017 appendix B.2.1.</summary>
    private static byte[] Mask(byte[] seed, int length)
    {
        byte[] mask = [];
        for (int counter = 0; mask.Length < length; counter++)
        {
            mask = [.. mask, .. SHA256.HashData((byte[])[.. seed, .. ReferenceEnvelope.Number(counter, 4)])];
        }

        return mask[..length];
    }

    private static byte[] Xor(byte[] one, byte[] other) => [.. one.Zip(other, (a, b) => (byte)(a ^ b))];

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
