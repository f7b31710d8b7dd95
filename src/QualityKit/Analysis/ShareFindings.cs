using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Analysis;

/// <summary>Which weights rounding hides (rule S20).</summary>
internal static class ShareFindings
{
    public static void Report(FindingReport report, FormModel model, IReadOnlyList<QuestionShare> shares)
    {
        Rounding rounding = model.Form.Method.Rounding;
        ReportAlike(report, model, shares, rounding);
        for (int question = 0; question < shares.Count; question++)
        {
            QuestionShare share = shares[question];
            if (model.Questions[question].Plan.Scored is not null && share.Change.Largest is { } largest)
            {
                bool isHidden = largest.Value.Sign > 0 && IsShownAsZero(largest, rounding);
                bool canGrow = !share.Change.IsDecided && !(share.Change.Bound is { } bound && IsShownAsZero(bound, rounding));
                bool canBeHidden = largest.Value.IsZero || IsShownAsZero(largest, rounding);
                report.Say(canBeHidden && canGrow ? null : isHidden, IssueCodes.EffectRoundedAway, model.QuestionPointers[question], ("question", share.Key), ("digits", rounding.Digits));
            }
        }
    }

    private static bool IsShownAsZero(Score change, Rounding rounding) => change.ToString(rounding) == new Score(Fraction.Zero, change.Unit).ToString(rounding);

    // Of questions that share one text and not one weight, the first that differs from the first is named.
    private static void ReportAlike(FindingReport report, FormModel model, IReadOnlyList<QuestionShare> shares, Rounding rounding)
    {
        if (shares.Any(share => share.Share is null && share.CanBeVisible is null))
        {
            return;
        }

        IEnumerable<IGrouping<string, QuestionShare>> shown = shares.Where(share => share.Share is not null)
            .GroupBy(share => new Score(share.Share!.Value, ScoreUnit.Share).ToString(rounding));
        foreach (IGrouping<string, QuestionShare> alike in shown)
        {
            QuestionShare first = alike.First();
            if (alike.FirstOrDefault(share => share.Share != first.Share) is { } other)
            {
                int position = model.Form.Index.QuestionAt(other.Key);
                report.Say(true, IssueCodes.SharesShownAlike, model.QuestionPointers[position], ("question", other.Key), ("other", first.Key), ("shown", alike.Key));
            }
        }
    }
}
