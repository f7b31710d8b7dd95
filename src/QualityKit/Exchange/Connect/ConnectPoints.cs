using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Exchange.Connect;

/// <summary>Reads what the answers of Amazon Connect earn and fail.</summary>
internal static class ConnectPoints
{
    /// <summary>The points of an option: on the fixed scale, or free points where the form is scored by points.</summary>
    public static (decimal Points, bool IsBonus) OfOption(SourceObject option, ConnectMode mode, bool takesBonus)
    {
        if (mode != ConnectMode.Points)
        {
            option.LeaveOut("PointsConfiguration");
            return (option.Number("Score") ?? 0, false);
        }

        option.LeaveOut("Score");
        if (option.Object("PointsConfiguration") is not { } points)
        {
            return (0, false);
        }

        bool isBonus = points.Flag("IsBonus");
        if (isBonus && !takesBonus)
        {
            points.LeaveOut("IsBonus");
        }

        return (points.Number("PointValue") ?? 0, isBonus && takesBonus);
    }

    /// <summary>What an option fails: the form, unless it names a section.</summary>
    public static FailureScope? Fails(SourceObject option)
    {
        if (!option.Flag("AutomaticFail"))
        {
            option.LeaveOut("AutomaticFailConfiguration");
            return null;
        }

        string? section = option.Object("AutomaticFailConfiguration")?.Text("TargetSection");
        return string.IsNullOrEmpty(section) ? FailureScope.Form : FailureScope.Group(section);
    }

    /// <summary>The points of a question: a cap where several options add up, elsewhere what its options say already.</summary>
    public static ScoredQuestion Read(SourceObject points, ScoredQuestion question)
    {
        ScoredQuestion whole = question with { IsBonus = points.Flag("IsBonus") };
        decimal? most = points.Number("MaxPointValue");
        if (whole is MultiSelectQuestion multiple)
        {
            points.LeaveOut("MinPointValue");
            return multiple with { Cap = most };
        }

        EarnablePoints earnable = EarnablePoints.Of(whole);
        if (!Is(most, earnable.Highest))
        {
            points.LeaveOut("MaxPointValue");
        }

        if (!Is(points.Number("MinPointValue"), earnable.Lowest))
        {
            points.LeaveOut("MinPointValue");
        }

        return whole;
    }

    private static bool Is(decimal? number, Fraction expected) => number is { } stated && Fraction.From(stated) == expected;
}
