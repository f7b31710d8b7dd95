using System.Collections.Immutable;
using static QualityKit.Forms.FormChangeEffect;

namespace QualityKit.Forms;

/// <summary>The members of groups and questions, as docs/form-format.md names them; texts are compared apart.</summary>
internal static class ItemAspects
{
    public static ImmutableArray<Aspect<Group>> Group { get; } =
    [
        new("weight", Scores, group => group.Weight),
        new("allowsNotApplicable", Scores, group => group.AllowsNotApplicable),
        new("visibleWhen", Scores, group => group.VisibleWhen),
    ];

    /// <summary>Of an information block, which no condition looks at.</summary>
    public static ImmutableArray<Aspect<Question>> Block { get; } = [new("visibleWhen", Workflow, question => question.VisibleWhen)];

    /// <summary>Of any question that takes an answer: a condition may ask whether it was given one.</summary>
    public static ImmutableArray<Aspect<AnswerableQuestion>> Answerable { get; } =
    [
        new("visibleWhen", Scores, question => question.VisibleWhen),
        new("tags", Scores, question => question.Tags.IsEmpty ? null : question.Tags),
        new("comment", Workflow, question => question.Comment),
        new("default", Workflow, question => question.Default.Kind == DefaultAnswerKind.None ? null : question.Default),
    ];

    /// <summary>Of texts and dates, which earn nothing.</summary>
    public static ImmutableArray<Aspect<AnswerableQuestion>> Unscored { get; } =
    [
        new("allowsNotApplicable", Workflow, question => question.AllowsNotApplicable),
        new("required", Workflow, question => question.IsRequired),
    ];

    public static ImmutableArray<Aspect<ScoredQuestion>> Scored { get; } =
    [
        new("weight", Scores, question => question.Weight),
        new("allowsNotApplicable", Scores, question => question.AllowsNotApplicable),
        new("required", Scores, question => question.IsRequired),
        new("critical", Scores, question => question.IsCritical),
        new("fatal", Scores, question => question.IsFatal),
        new("bonus", Scores, question => question.IsBonus),
        new("failureScope", Scores, question => question.FailureScope),
        new("excluded", Scores, question => question.IsExcluded),
    ];

    public static ImmutableArray<Aspect<ChoiceQuestion>> Choice { get; } =
        [new("preset", Workflow, question => question.Preset == ChoicePreset.None ? null : question.Preset)];

    public static ImmutableArray<Aspect<MultiSelectQuestion>> MultiSelect { get; } = [new("cap", Scores, question => question.Cap)];

    public static ImmutableArray<Aspect<NumberQuestion>> Number { get; } = [new("step", Scores, question => question.Step)];

    public static ImmutableArray<Aspect<TextQuestion>> Text { get; } = [new("maxLength", Workflow, question => question.MaxLength)];

    public static ImmutableArray<Aspect<ChoiceOption>> ChoiceOption { get; } =
    [
        new("points", Scores, option => option.Points),
        new("fails", Scores, option => option.Fails),
        new("commentRequired", Workflow, option => option.RequiresComment),
        new("bonus", Scores, option => option.IsBonus),
    ];

    public static ImmutableArray<Aspect<SelectOption>> SelectOption { get; } =
    [
        new("points", Scores, option => option.Points),
        new("unselected", Scores, option => option.UnselectedPoints),
        new("fails", Scores, option => option.Fails),
        new("commentRequired", Workflow, option => option.RequiresComment),
    ];

    public static ImmutableArray<Aspect<NumberRange>> Range { get; } =
    [
        new("minimum", Scores, range => range.Minimum),
        new("maximum", Scores, range => range.Maximum),
        new("points", Scores, range => range.Points),
        new("fails", Scores, range => range.Fails),
        new("commentRequired", Workflow, range => range.RequiresComment),
        new("bonus", Scores, range => range.IsBonus),
    ];
}
