using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange.Genesys;

/// <summary>Genesys Cloud fails what earns less than the best. Whole points can make two answers the same, and then nothing fails.</summary>
internal static class GenesysFailures
{
    /// <summary>Whether answers would fail no more with the weight of the question in their points, and would with the weight on a group.</summary>
    public static bool NeedGroupOfTheirOwn(Question question) =>
        question is ScoredQuestion scored && Count(scored, scored.Weight) > Count(scored, factor: 1);

    /// <summary>Reports the answers that fail here and would not there.</summary>
    public static void Report(SourceObject source, ScoredQuestion question, decimal factor)
    {
        (string member, IEnumerable<int> lost) = Lost(question, factor);
        foreach (int position in lost)
        {
            source.Losses.Add(IssueCodes.FailureRoundedAway, source.Place.Member(member).Element(position).Pointer, ("target", source.Losses.Target));
        }
    }

    /// <summary>Points as they are written.</summary>
    public static decimal Written(decimal points, decimal factor) => SourceNumbers.WholeOf(SourceNumbers.ProductOf(points, factor));

    private static int Count(ScoredQuestion question, decimal factor) => Lost(question, factor).Positions.Count();

    private static (string Member, IEnumerable<int> Positions) Lost(ScoredQuestion question, decimal factor) => question switch
    {
        ChoiceQuestion { IsFatal: true } choice => ("options", BelowBest([.. choice.Options.Select(option => option.Points)], factor)),
        NumberQuestion { IsFatal: true } number => ("ranges", BelowBest([.. number.Ranges.Select(range => range.Points)], factor)),
        MultiSelectQuestion selection => ("options", Selections(selection, factor)),
        _ => ("", []),
    };

    private static IEnumerable<int> BelowBest(decimal[] points, decimal factor)
    {
        decimal best = points.DefaultIfEmpty().Max();
        return Positions(points, earned => earned < best && Written(earned, factor) == Written(best, factor));
    }

    private static IEnumerable<int> Selections(MultiSelectQuestion selection, decimal factor) => Positions(
        selection.Options,
        option => (selection.IsFatal ? option.Points != option.UnselectedPoints : IsKill(option))
            && Written(option.Points, factor) == Written(option.UnselectedPoints, factor));

    /// <summary>Whether an option is one of which Genesys Cloud can say that it fails: one that earns less when it is selected.</summary>
    public static bool IsKill(SelectOption option) => option.Fails == FailureScope.Form && option.Points < option.UnselectedPoints;

    private static IEnumerable<int> Positions<T>(IReadOnlyList<T> parts, Func<T, bool> isLost) =>
        Enumerable.Range(0, parts.Count).Where(position => isLost(parts[position]));
}
