using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using QualityKit.Canonical;
using QualityKit.Encryption;

namespace QualityKit.Keys;

/// <summary>Authenticates a ring under a key from outside the store, so that whoever writes the store cannot change a state, an approval or a revision, or copy a ring to another tenant.</summary>
public static class KeyRingSeal
{
    /// <summary>The least bytes of a secret: 32.</summary>
    public const int LeastSecretBytes = 32;

    /// <summary>The MAC of a ring: HMAC-SHA-256, with a key that derives from the secret for rings of the tenant.</summary>
    /// <param name="ring">The ring.</param>
    /// <param name="secret">At least 32 random bytes that are kept outside the store.</param>
    /// <exception cref="ArgumentException">The secret is shorter.</exception>
    public static byte[] Mac(KeyRing ring, ReadOnlySpan<byte> secret)
    {
        ArgumentNullException.ThrowIfNull(ring);
        if (secret.Length < LeastSecretBytes)
        {
            throw new ArgumentException($"a secret has at least {LeastSecretBytes} bytes, not {secret.Length}", nameof(secret));
        }

        using var key = new Wiped(stackalloc byte[LeastSecretBytes]);
        HkdfExpand.Sha512(secret, KeyPurpose.RingMac(ring.Tenant.Value), key.Bytes);
        return HMACSHA256.HashData(key.Bytes, Bytes(ring));
    }

    /// <summary>Whether a ring is what was sealed, and no older than the newest that anybody saw.</summary>
    /// <param name="ring">The ring.</param>
    /// <param name="mac">What was stored beside it.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="leastRevision">The highest revision that was seen or anchored; an older ring is one that somebody put back.</param>
    public static bool IsAuthentic(KeyRing ring, ReadOnlySpan<byte> mac, ReadOnlySpan<byte> secret, long leastRevision) =>
        CryptographicOperations.FixedTimeEquals(Mac(ring, secret), mac) && ring.Revision >= leastRevision;

    /// <summary>Every field, each behind its length, so that two rings never have the same bytes.</summary>
    private static byte[] Bytes(KeyRing ring)
    {
        var bytes = new List<byte>();
        Append(bytes, "qualitykit.ring/1", ring.Tenant.Value, ring.Root, $"{ring.Revision}", $"{ring.Keys.Length}");
        foreach (RingKey key in ring.Keys)
        {
            Append(bytes, key.Id.Value, $"{(int)key.State}", InstantText.Write(key.CreatedAt), InstantText.Write(key.ActivateFrom), InstantText.Write(key.StateSince));
            Append(bytes, key.WasCompromised ? "1" : "0", Convert.ToHexStringLower(key.CheckValue.Span), key.RecoverableUntil is { } until ? InstantText.Write(until) : "", $"{key.Wraps.Length}");
            foreach (RootWrap wrap in key.Wraps)
            {
                Append(bytes, wrap.Root, wrap.Key.KeyVersion.Key, wrap.Key.KeyVersion.Version, Convert.ToHexStringLower(SHA256.HashData(wrap.Key.Ciphertext.Span)));
            }

            Append(bytes, key.Destruction?.ProofDigest ?? "", key.Destruction is { } waits ? InstantText.Write(waits.ProofAt) : "", $"{key.Destruction?.Approvals.Length ?? 0}");
            foreach (KeyApproval approval in key.Destruction?.Approvals ?? [])
            {
                Append(bytes, approval.By.Value, InstantText.Write(approval.At));
            }
        }

        AppendShred(bytes, ring.Shred);
        return [.. bytes];
    }

    // Only where there is one, so that the bytes of all other rings are what they were before there was any.
    private static void AppendShred(List<byte> bytes, TenantShred? shred)
    {
        if (shred is null)
        {
            return;
        }

        Append(bytes, "shred", shred.ReasonDigest, shred.RequestedBy.Value, InstantText.Write(shred.RequestedAt), shred.EndedAt is { } ended ? InstantText.Write(ended) : "", $"{shred.Approvals.Length}");
        foreach (KeyApproval approval in shred.Approvals)
        {
            Append(bytes, approval.By.Value, InstantText.Write(approval.At));
        }

        if (shred.HadEnvelopeCopies)
        {
            Append(bytes, "copies");
        }
    }

    private static void Append(List<byte> bytes, params ReadOnlySpan<string> texts)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (string text in texts)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
            bytes.AddRange(length);
            bytes.AddRange(utf8);
        }
    }
}
