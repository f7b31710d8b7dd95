using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange;

/// <summary>Breaches of the declared limits of a product, as losses of an export to it.</summary>
internal static class LimitLosses
{
    // What a format cannot write otherwise and does not report by itself.
    private static readonly ImmutableArray<string> Codes =
    [
        IssueCodes.TextUnderLimit, IssueCodes.OptionsOverLimit, IssueCodes.OptionsUnderLimit, IssueCodes.RangesOverLimit, IssueCodes.RangesUnderLimit,
        IssueCodes.ConditionSourceOptional, IssueCodes.ConditionalQuestionNotOptional, IssueCodes.FailingBonusQuestion, IssueCodes.FailureOutOfReach,
    ];

    /// <summary>Reports what the product will refuse although it is written.</summary>
    public static void Report(SourceObject source, EvaluationForm form, FormLimits limits)
    {
        foreach (Issue breach in form.Edit().Check(limits).Where(issue => Codes.Contains(issue.Code)))
        {
            source.Losses.Add(
                IssueCodes.RefusedByTarget, breach.Pointer, ("target", source.Losses.Target), ("code", breach.Code), ("message", breach.Message));
        }
    }
}
