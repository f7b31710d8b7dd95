using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Tests.Analysis;

/// <summary>Forms as large as real ones: twenty groups of ten questions with two conditions in each.</summary>
internal static class LargeForms
{
    public const int Groups = 20;
    public const int QuestionsPerGroup = 10;

    public static ScoringMethod GenesysCloud { get; } = ScoringMethod.Default with
    {
        Combination = Combination.WeightedPoints,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    public static ScoringMethod QuestionWeights { get; } = ScoringMethod.Default with { Combination = Combination.QuestionWeights };

    public static EvaluationForm ScoredBy(ScoringMethod method) => Draft.ScoredBy(method).PassesAt(80).Publish().Value;

    /// <summary>Of each group: one question is fatal, some can be N/A, one hangs on another of the group, one on a question of the group before.</summary>
    public static FormDraft Draft { get; } = Enumerable.Range(0, Groups).Aggregate(
        EvaluationForm.Draft("Large"),
        (form, group) => form.Group($"Group {group}", 1 + (group % 3), [.. Enumerable.Range(0, QuestionsPerGroup).Select(number => Question(group, number))]));

    public static string Key(int group, int number) => $"q{group}-{number}";

    private static ChoiceQuestion Question(int group, int number)
    {
        string key = Key(group, number);
        return number switch
        {
            0 => Ask.YesNo(key, "Greeted?"),
            1 => Ask.Range(key, "How well?", 1, 5) with { Weight = 2 },
            2 => Ask.Choice(key, "Solved?", ("yes", 10), ("partly", 5), ("no", 0)) with { AllowsNotApplicable = group % 4 == 0 },
            3 => Ask.YesNo(key, "Why not?") with { VisibleWhen = When.Answered(Key(group, 2), "no") },
            4 when group > 0 => Ask.YesNo(key, "Once more?") with { VisibleWhen = When.Answered(Key(group - 1, 1), "1", "2") },
            5 when group % 5 == 0 => Ask.YesNo(key, "Identified?") with { IsFatal = true, Weight = 3 },
            _ => Ask.YesNo(key, "Friendly?", points: number) with { Weight = 1 + (number % 2) },
        };
    }
}
