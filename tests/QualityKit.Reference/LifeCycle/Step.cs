using System.Text.Json;

namespace QualityKit.Reference.LifeCycle;

/// <summary>One command of a case: what somebody tried, when.</summary>
public sealed class Step(JsonElement given)
{
    public decimal At => given.GetProperty("at").GetDecimal();

    public string By => given.GetProperty("by").GetString()!;

    public string Do => given.GetProperty("do").GetString()!;

    public bool IsMachine => Flag("machine");

    /// <summary>When to release: now, never, or a number.</summary>
    public string When => given.GetProperty("when").ToString();

    /// <summary>What an announcement found.</summary>
    public List<string> Announced { get; } = [];

    public bool May(string command) =>
        !given.TryGetProperty("may", out JsonElement list) || list.EnumerateArray().Any(one => one.GetString() == command);

    public string? Text(string name) => given.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public decimal? Number(string name) =>
        given.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    public bool Flag(string name) => given.TryGetProperty(name, out JsonElement value) && value.GetBoolean();
}
