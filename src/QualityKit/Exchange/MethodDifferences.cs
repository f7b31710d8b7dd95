using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Says which parts of a scoring method another product cannot follow.</summary>
internal static class MethodDifferences
{
    private static readonly ImmutableArray<(string Part, Func<ScoringMethod, object?> Read)> Parts =
    [
        ("semantics", method => method.SemanticsVersion),
        ("value", method => method.Value),
        ("combination", method => method.Combination),
        ("notApplicable", method => method.NotApplicable),
        ("unanswered", method => method.Unanswered),
        ("failure", method => method.Failure),
        ("criticalBelow", method => method.CriticalBelow),
        ("bonus", method => method.Bonus),
        ("selection", method => method.Selection),
        ("leastAnswers", method => method.LeastAnswers),
        ("capAtFull", method => method.CapAtFull),
        ("floorAtZero", method => method.FloorAtZero),
        ("critical", method => method.Critical),
        ("rounding", method => method.Rounding),
        ("name", method => method.Name),
    ];

    /// <summary>Takes the method as handled and reports every part in which the two differ.</summary>
    /// <param name="source">The form.</param>
    /// <param name="actual">The method of the form.</param>
    /// <param name="target">The method that the product scores by.</param>
    /// <param name="settled">Parts that were dealt with otherwise.</param>
    public static void Report(SourceObject source, ScoringMethod actual, ScoringMethod target, params ReadOnlySpan<string> settled)
    {
        source.Take("method");
        foreach ((string part, Func<ScoringMethod, object?> read) in Parts)
        {
            if (!settled.Contains(part) && read(actual) is { } stated && !Equals(stated, read(target)))
            {
                source.Lose(IssueCodes.MethodDiffers, "method", ("part", part), ("target", source.Losses.Target));
            }
        }
    }
}
