using System.Text;
using System.Text.Json;
using QualityKit.Methods;
using QualityKit.Wire;

namespace QualityKit.Tests.Methods;

/// <summary>The profiles as docs/vendors.md prints them.</summary>
internal static class VendorPage
{
    public static string Render() => string.Join("\n", VendorProfile.All.Select(Section));

    private static string Section(VendorProfile profile)
    {
        var text = new StringBuilder();
        text.Append($"### `{profile.Key}`\n\n{profile.Vendor}. {Average(profile.Average)}\n\n");
        text.Append($"```json\n{ScoringMethodJson.WriteText(profile.Method, indented: true).ReplaceLineEndings("\n")}\n```\n\n");
        foreach (VendorSwitch open in profile.Switches)
        {
            text.Append($"- `{open.Code}`: {open.Description}. {Difference(profile.Method, open.Method)}\n");
        }

        foreach (VendorOpenPoint open in profile.OpenPoints)
        {
            text.Append($"- `{open.Code}`: {open.Description}; no method has it otherwise\n");
        }

        if (profile.Switches.IsEmpty && profile.OpenPoints.IsEmpty)
        {
            text.Append("- nothing that we know of is open\n");
        }

        text.Append($"\nSources: {string.Join(", ", profile.Sources.Select(source => $"<{source}>"))}\n");
        return text.ToString();
    }

    private static string Average(VendorAverage average) => average switch
    {
        VendorAverage.MeanOfScores => "Its average is the mean of scores: `ScoreAverage.Mean`.",
        VendorAverage.RatioOfSums => "Its average is the ratio of sums: `ScoreAverage.RatioOfSums`.",
        VendorAverage.Either => "Its reports have both averages: `ScoreAverage.Mean` and `ScoreAverage.RatioOfSums`.",
        _ => "No average is documented.",
    };

    // The members of the JSON that the other method has, or has otherwise.
    private static string Difference(ScoringMethod method, ScoringMethod other)
    {
        Dictionary<string, string> before = Members(method);
        Dictionary<string, string> after = Members(other);
        string[] changed = [.. after.Where(member => before.GetValueOrDefault(member.Key) != member.Value).Select(member => $"`\"{member.Key}\": {member.Value}`")];
        string[] dropped = [.. before.Keys.Except(after.Keys).Select(name => $"no `{name}`")];
        return $"Then: {string.Join(", ", changed.Concat(dropped))}";
    }

    private static Dictionary<string, string> Members(ScoringMethod method) =>
        JsonDocument.Parse(ScoringMethodJson.WriteText(method)).RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText());
}
