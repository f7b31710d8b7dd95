using QualityKit.Forms;

namespace QualityKit.Benchmarks;

internal sealed record NaiveOption(string Key, decimal Points);

internal sealed record NaiveCondition(string Question, string Option);

internal sealed record NaiveQuestion(string Key, decimal Weight, bool IsFatal, NaiveCondition? VisibleWhen, List<NaiveOption> Options);

internal sealed record NaiveGroup(string Key, decimal Weight, List<NaiveQuestion> Questions);

internal sealed record NaiveGroupResult(string Key, decimal? Score);

internal sealed record NaiveResult(decimal? Total, decimal? RawTotal, bool Failed, bool Passed, List<NaiveGroupResult> Groups);

/// <summary>The same form as plain objects.</summary>
internal sealed record NaiveForm(decimal PassMark, List<NaiveGroup> Groups)
{
    public static NaiveForm From(EvaluationForm form) =>
        new(0.8m, [.. form.Groups.Select(group => new NaiveGroup(group.Key, group.Weight, [.. group.Items.OfType<ChoiceQuestion>().Select(From)]))]);

    private static NaiveQuestion From(ChoiceQuestion question) => new(
        question.Key,
        question.Weight,
        question.IsFatal,
        question.VisibleWhen is AnsweredOption condition ? new NaiveCondition(condition.Question, condition.Options[0]) : null,
        [.. question.Options.Select(option => new NaiveOption(option.Key, option.Points))]);
}
