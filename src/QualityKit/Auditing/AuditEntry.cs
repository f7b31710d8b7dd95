using System.Globalization;
using System.Text.Json;
using QualityKit.Canonical;

namespace QualityKit.Auditing;

/// <summary>One entry of a chain: what happened, where it stands, and what it stands on.</summary>
public sealed record AuditEntry
{
    private const int Format = 1;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>What happened.</summary>
    public required AuditDraft Draft { get; init; }

    /// <summary>Its place in the chain of its entity, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The hash of the entry before it, as 64 hexadecimal digits; zeros for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>The key that authenticates it.</summary>
    public required string KeyId { get; init; }

    /// <summary>The entry that follows a head.</summary>
    internal static AuditEntry After(AuditHead head, AuditDraft draft, string keyId) => new()
    {
        Draft = draft with { At = draft.At.ToUniversalTime() },
        Number = head.Length + 1,
        Previous = Convert.ToHexStringLower(head.Hash.AsSpan()),
        KeyId = keyId,
    };

    /// <summary>The entry in the only way it can be written.</summary>
    internal byte[] ToBytes()
    {
        var json = new CanonicalWriter();
        json.BeginObject();
        json.Member("format", Format);
        json.Member("tenant", Draft.Entity.Tenant);
        json.Member("kind", Draft.Entity.Kind);
        json.Member("id", Draft.Entity.Id);
        json.Member("number", Number);
        json.Member("at", Draft.At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        json.Member("actor", Draft.Actor);
        json.Member("action", Draft.Action);
        json.Member("command", Draft.Command);
        json.BeginArray("facts");
        foreach (AuditFact fact in Draft.Facts)
        {
            json.BeginArray();
            json.Value(fact.Name);
            json.Value(fact.Value);
            json.EndArray();
        }

        json.EndArray();
        json.Member("key", KeyId);
        json.Member("previous", Previous);
        json.EndObject();
        return json.ToArray();
    }

    // Whatever the bytes hold, an entry that is written as other bytes is not what they say.
    internal static AuditEntry? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            AuditEntry entry = Parse(json.RootElement);
            return entry.ToBytes().AsSpan().SequenceEqual(bytes.Span) ? entry : null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static AuditEntry Parse(JsonElement json) => new()
    {
        Draft = new AuditDraft
        {
            Entity = new AuditEntity(Text(json, "tenant"), Text(json, "kind"), Text(json, "id")),
            At = DateTimeOffset.ParseExact(Text(json, "at"), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Actor = Text(json, "actor"),
            Action = Text(json, "action"),
            Command = Text(json, "command"),
            Facts = [.. json.GetProperty("facts").EnumerateArray().Select(fact => new AuditFact(fact[0].GetString()!, fact[1].GetString()!))],
        },
        Number = json.GetProperty("number").GetInt64(),
        Previous = Text(json, "previous"),
        KeyId = Text(json, "key"),
    };

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"`{name}` is null");

    /// <summary>The entity, the number and the action.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Draft.Entity} {Number}: {Draft.Action}");
}
