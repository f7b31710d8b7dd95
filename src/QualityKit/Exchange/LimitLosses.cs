using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Says of an exported form where it breaks the declared limits of the product: what is written there all the same, and will be refused.</summary>
internal static class LimitLosses
{
    // What the format of Amazon Connect cannot write otherwise, and its writers do not report by themselves.
    private static readonly ImmutableArray<string> Refused =
    [
        IssueCodes.TextUnderLimit, IssueCodes.OptionsOverLimit, IssueCodes.OptionsUnderLimit, IssueCodes.RangesOverLimit, IssueCodes.RangesUnderLimit,
        IssueCodes.ConditionSourceOptional, IssueCodes.ConditionalQuestionNotOptional, IssueCodes.FailingBonusQuestion, IssueCodes.FailureOutOfReach,
    ];

    /// <summary>Reports what there is too much of.</summary>
    public static void ReportCounts(SourceObject source, EvaluationForm form, FormLimits limits)
    {
        foreach (Issue breach in form.Edit().Check(limits))
        {
            if (Counted(breach.Code) is { } counted && !breach.Pointer.Contains("/translations/", StringComparison.Ordinal))
            {
                source.Losses.Add(
                    IssueCodes.OverLimitOfTarget,
                    breach.Pointer,
                    ("what", counted.What), ("count", Argument(breach, counted.Count)), ("limit", Argument(breach, "most")), ("target", source.Losses.Target));
            }
        }
    }

    /// <summary>Reports what else the product refuses.</summary>
    public static void ReportRefused(SourceObject source, EvaluationForm form, FormLimits limits)
    {
        foreach (Issue breach in form.Edit().Check(limits).Where(issue => Refused.Contains(issue.Code)))
        {
            source.Losses.Add(
                IssueCodes.RefusedByTarget, breach.Pointer, ("target", source.Losses.Target), ("code", breach.Code), ("message", breach.Message));
        }
    }

    // What is left out or changed instead is reported where that happens; translations are never written.
    private static (string What, string Count)? Counted(string code) => code switch
    {
        IssueCodes.QuestionsOverLimit => ("questions", "count"),
        IssueCodes.DisputesOverLimit => ("disputes", "count"),
        IssueCodes.TextOverLimit => ("characters", "length"),
        _ => null,
    };

    private static object Argument(Issue breach, string name) => breach.Arguments.First(argument => argument.Name == name).Value;
}
