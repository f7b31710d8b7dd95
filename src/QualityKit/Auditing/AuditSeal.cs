using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using QualityKit.Canonical;

namespace QualityKit.Auditing;

/// <summary>States at one moment how far the chains reach that grew since the seal before it. One is written each period, empty or not; its number is create-only.</summary>
public sealed class AuditSeal
{
    private const int Format = 1;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private AuditSeal(string tenant, (long Number, long Lost) place, DateTimeOffset at, string previous, ImmutableArray<AuditHead> heads, string root)
    {
        (Tenant, Number, Lost, At, Previous, Heads, Root) = (tenant, place.Number, place.Lost, at, previous, heads, root);
        Bytes = ToBytes();
        Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));
    }

    /// <summary>Whose chains.</summary>
    public string Tenant { get; }

    /// <summary>Its place in the row of seals, from 1.</summary>
    public long Number { get; }

    /// <summary>How many seals between the one before it and this one were anchored and are gone, because the store went back to an older state and a person reconciled it; 0 but for the first seal after that.</summary>
    public long Lost { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The hash of the seal before it, as 64 hexadecimal digits; zeros for the first.</summary>
    public string Previous { get; }

    /// <summary>The heads of the chains that grew, by entity.</summary>
    public ImmutableArray<AuditHead> Heads { get; }

    /// <summary>The root of the Merkle tree (RFC 6962) over the heads, as 64 hexadecimal digits.</summary>
    public string Root { get; }

    /// <summary>What is signed, and stored verbatim: the seal in canonical JSON, heads included.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What the next seal and the anchor name: SHA-256 of the bytes, as 64 hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Makes the seal after another.</summary>
    /// <param name="before">The newest seal; null for the first.</param>
    /// <param name="tenant">Whose chains: 1 to 512 characters.</param>
    /// <param name="at">Now; not before the seal before it.</param>
    /// <param name="heads">The heads of the chains that grew, one an entity, in any order.</param>
    /// <exception cref="ArgumentException">A part is outside its range, or an entity is there twice or of another tenant.</exception>
    public static AuditSeal After(AuditSeal? before, string tenant, DateTimeOffset at, IEnumerable<AuditHead> heads)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(heads);
        if (before is not null && (before.Tenant != tenant || at < before.At))
        {
            throw new ArgumentException("a seal is of the tenant of the seal before it, and not earlier", nameof(before));
        }

        return After(before, tenant, at, heads, lost: 0);
    }

    /// <summary>Makes the seal after another, behind some that are lost.</summary>
    internal static AuditSeal After(AuditSeal? before, string tenant, DateTimeOffset at, IEnumerable<AuditHead> heads, long lost) => Of(
        tenant, ((before?.Number ?? 0) + lost + 1, lost), at.ToUniversalTime(), before?.Hash ?? new string('0', 2 * SHA256.HashSizeInBytes), [.. heads.OrderBy(head => head.Entity)]);

    /// <summary>A seal as it was stored; null when the bytes are not exactly those of one.</summary>
    public static AuditSeal? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            AuditSeal seal = Parse(json.RootElement);
            return seal.Bytes.Span.SequenceEqual(bytes.Span) ? seal : null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The number, and how many chains grew.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"seal {Number} over {Heads.Length} chains");

    private static AuditSeal Of(string tenant, (long Number, long Lost) place, DateTimeOffset at, string previous, ImmutableArray<AuditHead> heads)
    {
        AuditText.GuardText(tenant, nameof(tenant));
        if (heads.DistinctBy(head => head.Entity).Count() != heads.Length || heads.Any(head => head.Entity.Tenant != tenant))
        {
            throw new ArgumentException("an entity is sealed twice, or is of another tenant", nameof(heads));
        }

        return new(tenant, place, at, previous, heads, Convert.ToHexStringLower(MerkleTree.Root(heads.Select(Leaf))));
    }

    private static AuditSeal Parse(JsonElement json) => Of(
        json.GetProperty("tenant").GetString()!,
        (json.GetProperty("number").GetInt64(), json.TryGetProperty("lost", out JsonElement lost) ? lost.GetInt64() : 0),
        DateTimeOffset.ParseExact(json.GetProperty("at").GetString()!, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        json.GetProperty("previous").GetString()!,
        [.. json.GetProperty("heads").EnumerateArray().Select(head => AuditHead.Of(new AuditEntity(json.GetProperty("tenant").GetString()!, head[0].GetString()!, head[1].GetString()!), head[2].GetInt64(), Convert.FromHexString(head[3].GetString()!)))]);

    private static byte[] Leaf(AuditHead head)
    {
        var json = new CanonicalWriter();
        Write(json, head);
        return json.ToArray();
    }

    private static void Write(CanonicalWriter json, AuditHead head)
    {
        json.BeginArray();
        json.Value(head.Entity.Kind);
        json.Value(head.Entity.Id);
        json.Value(head.Length);
        json.Value(Convert.ToHexStringLower(head.Hash.AsSpan()));
        json.EndArray();
    }

    private byte[] ToBytes()
    {
        var json = new CanonicalWriter();
        json.BeginObject();
        json.Member("format", Format);
        json.Member("tenant", Tenant);
        json.Member("number", Number);
        if (Lost > 0)
        {
            json.Member("lost", Lost);
        }

        json.Member("at", At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        json.Member("previous", Previous);
        json.Member("root", Root);
        json.BeginArray("heads");
        foreach (AuditHead head in Heads)
        {
            Write(json, head);
        }

        json.EndArray();
        json.EndObject();
        return json.ToArray();
    }
}
