using System.Security.Cryptography;
using QualityKit.Encryption;

namespace QualityKit.Vault;

/// <summary>Draws keys from the operating system's random numbers.</summary>
public static class RandomKeys
{
    /// <summary>A new data key, for one payload.</summary>
    public static DataKey NewDataKey()
    {
        Span<byte> bytes = stackalloc byte[DataKey.Bytes];
        RandomNumberGenerator.Fill(bytes);
        var key = DataKey.UnsafeFromBytes(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }
}
