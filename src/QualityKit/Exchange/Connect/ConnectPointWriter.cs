using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Exchange.Connect;

/// <summary>Writes points as Amazon Connect takes them: whole numbers of 0 to 10 where there are weights, of 0 to 100 where there are none.</summary>
internal sealed class ConnectPointWriter(ScoringMethod method, ConnectMode mode)
{
    private const int MostPoints = 100;

    public ConnectMode Mode { get; } = mode;

    /// <summary>Whether a question does not count because nothing is possible in it (rule S5), where it would count there with 0 of 10.</summary>
    public bool IsNeutral(ScoredQuestion question) =>
        Mode != ConnectMode.Points
        && method.Combination.Kind != CombinationKind.Grade
        && EarnablePoints.Of(question).Possible(method.Value).Sign == 0;

    /// <summary>What the points of a question are divided by; 1 where points stay as they are.</summary>
    public Fraction Possible(ScoredQuestion question, SourceObject source)
    {
        if (Mode == ConnectMode.Points)
        {
            return 1;
        }

        Fraction possible = EarnablePoints.Of(question).Possible(method.Value);
        Fraction scale = possible.Sign > 0 && method.Value.Kind != QuestionValueKind.AsPoints ? possible : ConnectFormat.Scale;
        if (scale != ConnectFormat.Scale)
        {
            source.Lose(
                IssueCodes.PointsRescaled, null, ("target", ConnectFormat.Name), ("highest", scale.ToString()), ("written", ConnectFormat.Scale));
        }

        return scale;
    }

    /// <summary>Adds what an answer earns.</summary>
    /// <param name="written">The answer as it is written.</param>
    /// <param name="source">The answer as the form writes it.</param>
    /// <param name="points">Its points.</param>
    /// <param name="possible">What they are divided by.</param>
    /// <param name="isBonus">Whether they come on top.</param>
    public void Write(JsonObject written, SourceObject source, decimal points, Fraction possible, bool isBonus)
    {
        source.Take("points");
        if (Mode != ConnectMode.Points)
        {
            written["Score"] = source.Whole("points", Clamped(Fraction.From(points) / possible * ConnectFormat.Scale).ToDecimal(), 0, ConnectFormat.Scale);
            return;
        }

        source.Take("bonus");
        var configuration = new JsonObject { ["PointValue"] = source.Whole("points", points, 0, MostPoints) };
        if (isBonus)
        {
            configuration["IsBonus"] = true;
        }

        written["PointsConfiguration"] = configuration;
    }

    // Whatever is out of the scale is reported by its nearest end; a quotient may be too large for a decimal.
    private static Fraction Clamped(Fraction number) => Fraction.Max(-MostPoints, Fraction.Min(MostPoints, number));
}
