using System.Security.Cryptography;
using QualityKit.Encryption;

namespace QualityKit.Vault;

/// <summary>Draws keys from the operating system's random numbers.</summary>
public static class RandomKeys
{
    /// <summary>A new data key, for one payload.</summary>
    public static DataKey NewDataKey()
    {
        using var bytes = new Wiped(stackalloc byte[DataKey.Bytes]);
        RandomNumberGenerator.Fill(bytes.Bytes);
        return DataKey.UnsafeFromBytes(bytes.Bytes);
    }
}
