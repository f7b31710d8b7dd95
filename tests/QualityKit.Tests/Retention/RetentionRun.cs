using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Retention;

namespace QualityKit.Tests.Retention;

/// <summary>Runs a case through the library.</summary>
internal static class RetentionRun
{
    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static JsonObject Of(JsonElement given)
    {
        RetentionDecision decision = ResolverOf(given).Resolve(CaseOf(given));
        return new JsonObject
        {
            ["due"] = decision.Due is { } due ? (due - Start).Days : null,
            ["deletable"] = decision.AllowsDeletion(Start.AddDays(given.GetProperty("now").GetInt32())),
            ["conflict"] = !decision.Conflicts.IsEmpty,
            ["determined"] = Texts(decision.Determined),
            ["lost"] = Texts(decision.Losses.Select(loss => $"{loss.Policy} to {loss.To}")),
            ["contradict"] = Texts(decision.Conflicts.Select(conflict => $"{conflict.Keeps} and {conflict.Deletes}")),
            ["errors"] = Texts(decision.Errors.Select(error => $"{error.Policy}: {error.Code}")),
            ["archive"] = decision.ArchiveAt is { } at ? (at - Start).Days : null,
        };
    }

    public static RetentionResolver ResolverOf(JsonElement given) => given.GetProperty("resolver").GetString() switch
    {
        "strongest" => RetentionResolver.StrongestRetention,
        "genesysCloud" => RetentionResolver.GenesysCloud,
        _ => RetentionResolver.Ordered,
    };

    public static RetentionCase CaseOf(JsonElement given) => new()
    {
        From = Start,
        Claims = [.. given.GetProperty("claims").EnumerateArray().Select(ClaimOf)],
        Maximum = given.TryGetProperty("maximum", out JsonElement maximum) ? RetentionPeriod.Days(maximum.GetInt32()) : RetentionPeriod.ForEver,
        Holds = given.TryGetProperty("holds", out JsonElement holds) ? [.. holds.EnumerateArray().Select(hold => new HoldId(hold.GetString()!))] : [],
        Work = given.TryGetProperty("work", out JsonElement work)
            ? [.. work.EnumerateArray().Select(one => new OpenWork { Name = one.GetProperty("name").GetString()!, Until = Start.AddDays(one.GetProperty("until").GetInt32()) })]
            : [],
    };

    private static RetentionClaim ClaimOf(JsonElement json) => new()
    {
        Policy = json.GetProperty("policy").GetString()!,
        Order = json.TryGetProperty("order", out JsonElement order) ? order.GetInt32() : 0,
        KeepAtLeast = Period(json, "keep"),
        DeleteAfter = Period(json, "delete"),
        ArchiveAfter = Period(json, "archive"),
        DeletesAlways = json.TryGetProperty("always", out _),
        StopsHere = json.TryGetProperty("stop", out _),
        Error = json.TryGetProperty("error", out JsonElement error) ? error.GetString() : null,
    };

    private static RetentionPeriod? Period(JsonElement json, string name) =>
        !json.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.String ? RetentionPeriod.ForEver
        : RetentionPeriod.Days(value.GetInt32());

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
