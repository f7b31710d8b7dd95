using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QualityKit.Canonical;
using QualityKit.People;

namespace QualityKit.Keys;

/// <summary>All keys of a tenant wait to be destroyed, or were: nothing that was recorded opens afterwards. While a ring has one, it wraps nothing.</summary>
public sealed record TenantShred
{
    /// <summary>The most characters of a reason: 2,000.</summary>
    public const int MostReason = 2000;

    /// <summary>What approvals are bound to: SHA-256 of who asked, when, and the reason, as hexadecimal. The reason itself is not stored.</summary>
    public required string ReasonDigest { get; init; }

    /// <summary>Who asked.</summary>
    public required PersonId RequestedBy { get; init; }

    /// <summary>When: the wait counts from here.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Who approved; whoever asked for it first. One entry a person.</summary>
    public required ImmutableArray<KeyApproval> Approvals { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>From when on no key of the ring unwraps anything, for good; null while it waits and can be cancelled.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether envelopes were copied for a recovery key when it ended (<see cref="Services.RecordingOptions.EnvelopeCopies"/>): then copies of the store open what no key of the ring does any more.</summary>
    public bool HadEnvelopeCopies { get; init; }

    /// <summary>The digest of a reason, for whoever has its text and wants to compare.</summary>
    /// <param name="by">Who asked.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">The text, as it was given.</param>
    public static string DigestOf(PersonId by, DateTimeOffset at, string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        byte[] text = Encoding.UTF8.GetBytes(reason);
        string all = string.Create(CultureInfo.InvariantCulture, $"qualitykit.tenant-shred/1\n{by.Value?.Length ?? 0}\n{by.Value}\n{InstantText.Write(at)}\n{Convert.ToHexStringLower(SHA256.HashData(text))}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }
}
