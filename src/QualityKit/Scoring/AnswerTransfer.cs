using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>Puts the answers of one scorecard on the form of another, as far as they fit (rule S23).</summary>
internal static class AnswerTransfer
{
    /// <summary>The codes of the later answers on the earlier form; where one does not fit, or its question is gone, the earlier answer stays.</summary>
    public static long[] Codes(Scorecard before, Scorecard after)
    {
        ScoringPlan plan = before.Answers.Plan;
        long[] codes = before.Answers.FlatCodes.ToArray();
        Dictionary<string, AnswerEntry> entries = after.Answers.Sheet.Entries.ToDictionary(entry => entry.Question, StringComparer.Ordinal);
        foreach (QuestionPlan question in plan.Questions.Where(question => IsIn(after, question)))
        {
            Put(question, entries.GetValueOrDefault(question.Source.Key)?.Answer, plan, codes);
        }

        foreach (string key in after.Answers.Sheet.NotApplicableGroups)
        {
            if (plan.Form.Index.GroupAt(key) is >= 0 and int group && plan.Groups[group].Group.AllowsNotApplicable)
            {
                Mark(plan, plan.Groups[group], after, codes);
            }
        }

        return codes;
    }

    private static bool IsIn(Scorecard card, QuestionPlan question) =>
        question.Source is not InformationBlock && card.Form.Index.QuestionAt(question.Source.Key) >= 0;

    private static void Put(QuestionPlan question, Answer? answer, ScoringPlan plan, long[] codes)
    {
        long[] words = plan.BlankCodes[question.Slot..(question.Slot + question.Words)];
        IssueList? issues = null;
        if (answer is not null)
        {
            new AnswerCoder(ref issues).Code(question, answer, words);
        }

        if (issues is null)
        {
            words.CopyTo(codes, question.Slot);
        }
    }

    private static void Mark(ScoringPlan plan, GroupPlace place, Scorecard after, long[] codes)
    {
        foreach (QuestionPlan question in plan.Questions[place.FirstQuestion..place.EndQuestion].Where(question => IsIn(after, question)))
        {
            codes[question.Slot] = FlatAnswer.NotApplicable;
        }
    }
}
