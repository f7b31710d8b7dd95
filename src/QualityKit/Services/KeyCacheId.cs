using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using QualityKit.Keys;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What a key in memory is known by: whose it is, which, and every wrap of it with the provider's key and version and the context. A ring that says anything else of the key does not find it.</summary>
internal readonly record struct KeyCacheId(TenantId Tenant, RingKeyId Key, string Wraps)
{
    public static KeyCacheId Of(TenantId tenant, RingKey key)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(digest, RootKeys.ContextOf(key.Id));
        foreach (RootWrap wrap in key.Wraps)
        {
            Append(digest, Encoding.UTF8.GetBytes(wrap.Root));
            Append(digest, Encoding.UTF8.GetBytes(wrap.Key.KeyVersion.Key));
            Append(digest, Encoding.UTF8.GetBytes(wrap.Key.KeyVersion.Version));
            Append(digest, wrap.Key.Ciphertext.Span);
        }

        return new(tenant, key.Id, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    private static void Append(IncrementalHash digest, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        digest.AppendData(length);
        digest.AppendData(part);
    }
}
