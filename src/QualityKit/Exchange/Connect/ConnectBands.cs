using System.Collections.Immutable;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Exchange.Connect;

/// <summary>Writes the two bands that Amazon Connect knows; others are not taken and become losses.</summary>
internal static class ConnectBands
{
    public static void Write(JsonObject written, SourceObject owner, ImmutableArray<Band> bands)
    {
        ImmutableArray<SourceObject> sources = owner.Objects("bands");
        JsonNode[] thresholds = [.. bands.Select((band, position) => Threshold(band, sources[position])).OfType<JsonNode>()];
        if (thresholds.Length > 0)
        {
            written["ScoreThresholds"] = new JsonArray(thresholds);
        }
    }

    private static JsonObject? Threshold(Band band, SourceObject source)
    {
        string? category = band.Name.Text switch
        {
            ConnectFormat.NeedsImprovement => "NEEDS_IMPROVEMENT",
            ConnectFormat.ExceedsExpectations => "EXCEEDS_EXPECTATIONS",
            _ => null,
        };
        if (category is null || Percent(band.Minimum) is not { } minimum || Percent(band.Top) is not { } top)
        {
            return null;
        }

        _ = source.Untranslated("name", band.Name);
        source.Take("minimum");
        source.Take("top");
        return new() { ["PerformanceCategory"] = category, ["MinScorePercentage"] = minimum, ["MaxScorePercentage"] = top };
    }

    private static decimal? Percent(Score? mark) => mark is { Unit: ScoreUnit.Share } share ? share.ToDecimal() : null;
}
