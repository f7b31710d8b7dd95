using QualityKit.Forms;
using QualityKit.Methods;
using static QualityKit.Tests.Forms.SampleForm;

namespace QualityKit.Tests.Forms;

/// <summary>Options, ranges, points and defaults at the edge of what is right.</summary>
internal static class FineAnswers
{
    private static readonly ScoringMethod OfScale = ScoringMethod.Default with { Value = QuestionValue.OfFixedScale(5) };

    public static IEnumerable<(string Name, Func<FormDraft> Make)> All => [.. Points, .. Ranges, .. Defaults];

    private static IEnumerable<(string Name, Func<FormDraft> Make)> Points =>
    [
        ("a selection of one option", () => With(Ask.MultiSelect("q", "Q?", ("a", 1)))),
        ("a cap of 0 on an excluded selection", () => With(Ask.MultiSelect("q", "Q?", ("a", 1)) with { Cap = 0, IsExcluded = true })),
        ("a selection of unselected points", () => With(Selected(0, 1))),
        ("a fatal question of two options", () => With(Ask.YesNo("q", "Q?") with { IsFatal = true })),
        ("a fatal question of two good options", () => With(Ask.Choice("q", "Q?", ("yes", 5), ("mostly", 5), ("no", 0)) with { IsFatal = true })),
        ("a fatal question with a bonus option", () => With(WithBonus(Ask.Choice("q", "Q?", ("great", 6), ("yes", 5), ("no", 0)) with { IsFatal = true }))),
        ("a fatal selection of three options", () => With(Ask.MultiSelect("q", "Q?", ("a", 1), ("b", 1), ("c", 1)) with { IsFatal = true })),
        ("a fatal grade of two options", () => With(Ask.Range("q", "Q?", 1, 2) with { IsFatal = true }).ScoredBy(Grade)),
        ("a question of three options", () => With(Ask.Choice("q", "Q?", ("yes", 10), ("partly", 5), ("no", 0)))),
        ("options worth the same that can fail", () => With(Flagged(5, 5))),
        ("options worth nothing that can fail", () => With(Flagged(0, 0))),
        ("options worth nothing, excluded", () => With(Ask.Choice("q", "Q?", ("a", 0), ("b", 0)) with { IsExcluded = true })),
        ("a bonus option makes the difference", () => With(WithBonus(Ask.Choice("q", "Q?", ("great", 6), ("yes", 5))))),
        ("penalties of a range", () => With(Penalties()).ScoredBy(ScoringMethod.Default with { Value = QuestionValue.OfRange })),
        ("penalties of a magnitude", () => With(Penalties()).ScoredBy(ScoringMethod.Default with { Value = QuestionValue.OfLargestMagnitude })),
        ("penalties in weighted points", () => With(Penalties()).ScoredBy(Weighted)),
        ("penalties in total points", () => With(Penalties()).ScoredBy(Total)),
        ("penalties in points", () => With(Penalties()).ScoredBy(SampleForm.Points)),
        ("negative highest points in a sum", () => With(Losses()).ScoredBy(Sum)),
        ("negative highest points in deductions", () => With(Losses()).ScoredBy(Deductions)),
        ("negative highest points in grades", () => With(Losses()).ScoredBy(Grade)),
        ("negative highest points, excluded", () => With(Losses() with { IsExcluded = true })),
        ("negative highest points of a bonus in weighted points", () => With(Losses() with { IsBonus = true }).ScoredBy(Weighted)),
        ("negative highest points of a range", () => With(Losses()).ScoredBy(ScoringMethod.Default with { Value = QuestionValue.OfRange })),
        ("points at the scale", () => With(Ask.YesNo("q", "Q?", 5)).ScoredBy(OfScale)),
        ("a bonus above the scale", () => With(Ask.YesNo("q", "Q?", 6) with { IsBonus = true }).ScoredBy(OfScale)),
        ("a bonus option above the scale", () => With(WithBonus(Ask.Choice("q", "Q?", ("great", 6), ("yes", 5), ("no", 0)))).ScoredBy(OfScale)),
        ("points above a scale that a sum does not use", () => With(Ask.YesNo("q", "Q?", 6)).ScoredBy(Sum with { Value = QuestionValue.OfFixedScale(5) })),
        ("points above a scale that grades do not use", () => With(Ask.YesNo("q", "Q?", 6)).ScoredBy(Grade with { Value = QuestionValue.OfFixedScale(5) })),
        ("points above a scale that deductions do not use", () => With(Ask.YesNo("q", "Q?", 6)).ScoredBy(Deductions with { Value = QuestionValue.OfFixedScale(5) })),
    ];

    private static IEnumerable<(string Name, Func<FormDraft> Make)> Ranges =>
    [
        ("ranges step by step", () => With(Number((0, 5, 1), (6, 9, 0)))),
        ("ranges of one number", () => With(Number((0, 0, 1), (1, 1, 0)))),
        ("ranges below 0", () => With(Number((-5, -1, 1), (0, 3, 0)))),
        ("ranges from a half", () => With(Number((0.5m, 5.5m, 1), (6.5m, 9.5m, 0)))),
        ("ranges of tenths", () => With(Number((0, 0.5m, 1), (0.6m, 1, 0)) with { Step = 0.1m })),
        ("ranges closer than a step, off it", () => With(Number((0, 4, 1), (6, 8, 0)) with { Step = 2 })),
        ("ranges at the ends of decimal", () => With(Number((-9999999999999999999999999999m, 0, 1), (1, 9999999999999999999999999999m, 0)))),
        ("a fatal number of two ranges", () => With(Number((0, 5, 1), (6, 9, 0)) with { IsFatal = true })),
    ];

    private static IEnumerable<(string Name, Func<FormDraft> Make)> Defaults =>
    [
        .. new[] { DefaultAnswer.None, DefaultAnswer.Highest, DefaultAnswer.Lowest, DefaultAnswer.Options("no") }
            .Select(answer => ($"the default {answer.Kind} of a choice", FineForms.Made(() => WithDefault(Ask.YesNo("q", "Q?"), answer)))),
        ("the highest number", () => WithDefault(Number((0, 5, 1), (6, 9, 0)), DefaultAnswer.Highest)),
        ("the lowest selection", () => WithDefault(Selected(1, 0), DefaultAnswer.Lowest)),
        ("N/A where it is allowed", () => WithDefault(Ask.YesNo("q", "Q?") with { AllowsNotApplicable = true }, DefaultAnswer.NotApplicable)),
        ("N/A given for a text", () => WithDefault(Ask.Text("q", "Q?") with { AllowsNotApplicable = true }, DefaultAnswer.Given(NotApplicableAnswer.Instance))),
        ("two options of a selection", () => WithDefault(Ask.MultiSelect("q", "Q?", ("a", 1), ("b", 1)), DefaultAnswer.Options("b", "a"))),
        ("no options of a selection", () => WithDefault(Selected(1, 0), DefaultAnswer.Options())),
        .. new[] { 0m, 5m, 6m, 9m }.Select(number =>
            ($"the number {number}", FineForms.Made(() => WithDefault(Number((0, 5, 1), (6, 9, 0)), DefaultAnswer.Given(new NumberAnswer { Value = number }))))),
        ("a text of one character", () => WithDefault(Ask.Text("q", "Q?"), Written("a"))),
        ("a text of the most characters", () => WithDefault(Ask.Text("q", "Q?") with { MaxLength = 5 }, Written("abcde"))),
        ("a day", () => WithDefault(Ask.Date("q", "Q?"), DefaultAnswer.Given(new DateAnswer { Value = new DateOnly(2026, 1, 31) }))),
    ];

    private static DefaultAnswer Written(string text) => DefaultAnswer.Given(new TextAnswer { Value = text });

    private static MultiSelectQuestion Selected(decimal selected, decimal unselected) => new()
    {
        Key = "q",
        Text = "Q?",
        Options = [new() { Key = "a", Text = "A", Points = selected, UnselectedPoints = unselected }],
    };

    private static ChoiceQuestion WithBonus(ChoiceQuestion question) =>
        question with { Options = question.Options.SetItem(0, question.Options[0] with { IsBonus = true }) };

    private static ChoiceQuestion Flagged(decimal first, decimal second)
    {
        ChoiceQuestion question = Ask.Choice("q", "Q?", ("a", first), ("b", second));
        return question with { Options = question.Options.SetItem(1, question.Options[1] with { Fails = FailureScope.Form }) };
    }

    private static ChoiceQuestion Penalties() => Ask.Choice("q", "Q?", ("none", 0), ("some", -5));

    private static ChoiceQuestion Losses() => Ask.Choice("q", "Q?", ("few", -1), ("many", -5));
}
