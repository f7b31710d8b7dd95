using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Tests.Forms;

/// <summary>Drafts that are right, to be made wrong in one place.</summary>
internal static class SampleForm
{
    public static ScoringMethod Flat => ScoringMethod.Default with { Combination = Combination.QuestionWeights };

    public static ScoringMethod Weighted => ScoringMethod.Default with { Combination = Combination.WeightedPoints };

    public static ScoringMethod Total => ScoringMethod.Default with { Combination = Combination.TotalPoints };

    public static ScoringMethod Pools => ScoringMethod.Default with { Combination = Combination.GroupWeights(GroupBasis.Points) };

    public static ScoringMethod Deductions => ScoringMethod.Default with { Combination = Combination.Deductions(100) };

    public static ScoringMethod Sum => ScoringMethod.Default with { Combination = Combination.Sum };

    public static ScoringMethod Points => ScoringMethod.Default with { Value = QuestionValue.AsPoints };

    public static ScoringMethod Grade => ScoringMethod.Default with
    {
        Combination = Combination.Grade,
        Failure = FailureEffect.OutcomeOnly,
    };

    public static FormDraft QuickStart => EvaluationForm.Draft("Support call")
        .Group("Opening", 20, Ask.YesNo("greeting", "Greeted the customer?"))
        .Group(
            "Resolution",
            80,
            Ask.Choice("solved", "Was the issue solved?", ("yes", 10), ("partly", 5), ("no", 0)),
            Ask.YesNo("identity", "Verified identity before sharing data?") with { IsFatal = true, AllowsNotApplicable = true });

    /// <summary>One group, <c>main</c>: <c>greeting</c> (yes, no) and then the items given, the first of them at <c>/groups/0/items/1</c>.</summary>
    public static FormDraft With(params FormItem[] items) =>
        EvaluationForm.Draft("Sample").Group("Main", 1, [Ask.YesNo("greeting", "Greeted?"), .. items]);

    /// <summary>The same with a visible-when condition on a second question, <c>second</c>.</summary>
    public static FormDraft VisibleWhen(Condition condition, params FormItem[] before) =>
        With([.. before, Ask.YesNo("second", "Second?") with { VisibleWhen = condition }]);

    /// <summary>The same with a default on the item.</summary>
    public static FormDraft WithDefault(AnswerableQuestion question, DefaultAnswer answer) => With(question with { Default = answer });

    public static FormDraft WithRule(ScoreRule rule) => With() with { Rules = [rule] };

    public static FormDraft WithBands(params Band[] bands) => With() with { Bands = [.. bands] };

    public static Band Between(string name, decimal minimum, decimal top) =>
        new() { Name = name, Minimum = Score.Percent(minimum), Top = Score.Percent(top) };

    public static NumberQuestion Number(params (decimal Minimum, decimal Maximum, decimal Points)[] ranges) =>
        Ask.Number("waited", "Minutes waited?", ranges);

    /// <summary>A number of groups in a number of groups, the innermost with a question.</summary>
    public static FormDraft Nested(int levels)
    {
        Group group = Ask.Group("g1", 1, Ask.YesNo("q", "Question?"));
        for (int level = 2; level <= levels; level++)
        {
            group = Ask.Group($"g{level}", 1, group);
        }

        return EvaluationForm.Draft("Nested").Group(group);
    }

    public static FormDraft OfGroups(int count) => EvaluationForm.Draft("Wide") with
    {
        Groups = [.. Enumerable.Range(0, count).Select(number => Ask.Group($"g{number}", 1, Ask.YesNo($"q{number}", "Question?")))],
    };

    public static FormDraft OfQuestions(int count) => EvaluationForm.Draft("Long")
        .Group("Main", 1, [.. Enumerable.Range(0, count).Select(number => Ask.YesNo($"q{number}", "Question?"))]);

    public static Condition NestedNot(int levels)
    {
        Condition condition = When.Answered("greeting", "yes");
        for (int level = 2; level <= levels; level++)
        {
            condition = When.Not(condition);
        }

        return condition;
    }

    public static Condition Leaves(int count) =>
        When.Any([.. Enumerable.Repeat(When.Answered("greeting", "yes"), count)]);
}
