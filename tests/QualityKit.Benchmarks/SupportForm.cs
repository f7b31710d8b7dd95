using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Benchmarks;

/// <summary>The form of the benchmarks: 30 questions in 5 groups with weights, N/A, conditions and a failure.</summary>
internal static class SupportForm
{
    private const int Groups = 5;
    private const int QuestionsPerGroup = 6;

    /// <summary>Builds and publishes the form.</summary>
    public static EvaluationForm Publish()
    {
        FormDraft draft = EvaluationForm.Draft("Support call").PassesAt(80).Band("Good", 60).Band("Excellent", 90);
        for (int group = 0; group < Groups; group++)
        {
            int number = group;
            draft = draft.Group(new Group
            {
                Key = $"group{group}",
                Title = $"Group {group}",
                Weight = 10 + (5 * group),
                Items = [.. Enumerable.Range(0, QuestionsPerGroup).Select(position => Question(number, position))],
            });
        }

        return draft.Publish().Value;
    }

    /// <summary>Ten answer sheets that differ: every kind of answer, N/A, hidden questions, one failure.</summary>
    public static AnswerSheet[] Answers(EvaluationForm form) => Answers(form, 10);

    /// <summary>So many answer sheets, the first ten of which are those of <see cref="Answers(EvaluationForm)"/>.</summary>
    public static AnswerSheet[] Answers(EvaluationForm form, int count) =>
        [.. Enumerable.Range(0, count).Select(variant => AnswerSheet.Of(form.Questions.OfType<ChoiceQuestion>().Select((question, position) => Entry(question, position, variant))))];

    private static AnswerEntry Entry(ChoiceQuestion question, int position, int variant)
    {
        int pick = (position * 7) + variant + (variant / 10 * (position + 3));
        bool isNotApplicable = question.AllowsNotApplicable && pick % 5 == 0;
        bool fails = question.IsFatal && variant % 100 == 9;
        string option = question.IsFatal
            ? question.Options[fails ? ^1 : 0].Key
            : question.Options[pick % question.Options.Length].Key;
        return new() { Question = question.Key, Answer = isNotApplicable ? NotApplicableAnswer.Instance : new SelectedOptions { Options = [option] } };
    }

    private static ChoiceQuestion Question(int group, int position)
    {
        string key = $"q{group}{position}";
        return position switch
        {
            0 => Ask.YesNo(key, "Did the agent?") with { Weight = 2 },
            1 => Ask.Choice(key, "How well?", ("full", 10), ("partly", 5), ("none", 0)) with { AllowsNotApplicable = true },
            2 => Ask.Range(key, "How clear?", 1, 5) with { Weight = 3 },
            3 => Ask.YesNo(key, "And then?") with { VisibleWhen = When.Answered($"q{group}0", "yes"), AllowsNotApplicable = true },
            4 => Ask.YesNo(key, "Verified identity?") with { IsFatal = group == 2, AllowsNotApplicable = group != 2 },
            _ => Ask.Choice(key, "Solved?", ("yes", 4), ("mostly", 3), ("partly", 2), ("no", 0)) with { Weight = 1.5m },
        };
    }
}
