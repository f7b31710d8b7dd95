using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Averages;

/// <summary>One evaluation that a case lists.</summary>
internal sealed record ListedEvaluation
{
    private static readonly string[] Scores = ["score", "percent", "percentage", "scorePercent"];

    /// <summary>Its latest score; null when nothing was applicable.</summary>
    public required Fraction? Share { get; init; }

    /// <summary>Its possible points; null when the case does not say.</summary>
    public decimal? Possible { get; init; }

    /// <summary>Whether it counts: deleted ones and calibrations do not.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>Whether it failed automatically.</summary>
    public bool HasFailed { get; init; }

    /// <summary>A percentage, a pair of actual and possible points, or an object with either.</summary>
    public static ListedEvaluation Read(JsonElement source) => source.ValueKind switch
    {
        JsonValueKind.Null => new() { Share = null },
        _ when source.IsNotApplicable() => new() { Share = null },
        JsonValueKind.Array when source.ToList() is [var earned, var possible] => OfPoints(earned, possible),
        JsonValueKind.Object => OfObject(source),
        _ => new() { Share = Fraction.From(source.ToDecimal()) / 100 },
    };

    public static Fraction ShareOf(decimal earned, decimal possible) => possible > 0
        ? Fraction.From(earned) / possible
        : throw new UnsupportedCaseException("possible points are not above 0");

    private static ListedEvaluation OfPoints(JsonElement earned, JsonElement possible) =>
        new() { Share = ShareOf(earned.ToDecimal(), possible.ToDecimal()), Possible = possible.ToDecimal() };

    private static ListedEvaluation OfObject(JsonElement source)
    {
        source.OnlyHas(
            "evaluation",
            [.. Scores, "rescoredTo", "actual", "earned", "points", "possible", "max", "maximum", "deleted", "calibration", "type", "evaluationType", "autoFail", "automaticFail", "id", "note"]);
        string type = (source.OptionalText("type") ?? source.OptionalText("evaluationType") ?? "STANDARD").ToUpperInvariant();
        bool isCalibration = source.Flag("calibration") || type switch
        {
            "STANDARD" => false,
            "CALIBRATION" => true,
            _ => throw new UnsupportedCaseException($"the type `{type}` of an evaluation is not understood"),
        };
        return ScoreOf(source) with
        {
            Counts = !isCalibration && !source.Flag("deleted"),
            HasFailed = source.Flag("autoFail") || source.Flag("automaticFail"),
        };
    }

    private static ListedEvaluation ScoreOf(JsonElement source)
    {
        JsonElement? earned = source.Value("actual") ?? source.Value("earned") ?? source.Value("points");
        JsonElement? possible = source.Value("possible") ?? source.Value("max") ?? source.Value("maximum");
        if (earned is { } points)
        {
            return OfPoints(points, possible ?? throw new UnsupportedCaseException("an evaluation does not say how many points were possible"));
        }

        JsonElement[] scores = [.. Scores.Select(name => source.Member(name)).OfType<JsonElement>()];
        JsonElement score = source.Value("rescoredTo") ?? (scores is [var only] ? only : throw new UnsupportedCaseException("an evaluation does not have one score"));
        return Read(score.ValueKind == JsonValueKind.Object ? throw new UnsupportedCaseException("a score is a number") : score) with { Possible = possible?.ToDecimal() };
    }
}
