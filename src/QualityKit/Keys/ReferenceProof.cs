using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QualityKit.Canonical;

namespace QualityKit.Keys;

/// <summary>What reading every envelope of a tenant found of one key. Only the active key is wrapped to, so for any other the count only falls, and zero stays zero.</summary>
public sealed record ReferenceProof
{
    /// <summary>Which key was looked for, in every wrap of every envelope.</summary>
    public required RingKeyId Key { get; init; }

    /// <summary>The revision of the ring during the reading; it counts only for that one.</summary>
    public required long Revision { get; init; }

    /// <summary>How many envelopes were read.</summary>
    public required long EnvelopesRead { get; init; }

    /// <summary>How many of them still need the key.</summary>
    public required long References { get; init; }

    /// <summary>When the reading began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What approvals are bound to: SHA-256 of all of it, as hexadecimal.</summary>
    public string Digest()
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"qualitykit.reference-proof/1\n{Key}\n{Revision}\n{EnvelopesRead}\n{References}\n{InstantText.Write(At)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
