using QualityKit.Forms;
using QualityKit.Methods;
using static QualityKit.Tests.Forms.SampleForm;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadPoints
{
    private const string Options = "/groups/0/items/1/options";
    private const string Ranges = "/groups/0/items/1/ranges";

    private static readonly ScoringMethod OfRange = ScoringMethod.Default with { Value = QuestionValue.OfRange };
    private static readonly ScoringMethod OfMagnitude = ScoringMethod.Default with { Value = QuestionValue.OfLargestMagnitude };
    private static readonly ScoringMethod OfScale = ScoringMethod.Default with { Value = QuestionValue.OfFixedScale(5) };

    public static IEnumerable<BadForm> All =>
    [
        BadForm.Warned("options worth the same", () => Choice(5, 5), AnswersWorthTheSame, Options),
        BadForm.Warned("options worth the same in a sum", () => Choice(0, 0).ScoredBy(Sum), AnswersWorthTheSame, Options),
        BadForm.Warned("options worth nothing in weighted points", () => Choice(0, 0).ScoredBy(Weighted), AnswersWorthTheSame, Options),
        BadForm.Warned("options worth the same grade", () => Choice(2, 2).ScoredBy(Grade), AnswersWorthTheSame, Options),
        BadForm.Warned("options worth the same points", () => Choice(0, 0).ScoredBy(Points), AnswersWorthTheSame, Options),
        BadForm.Warned("options worth the same on a scale", () => Choice(0, 0).ScoredBy(OfScale), AnswersWorthTheSame, Options),
        BadForm.Warned("options worth the same magnitude", () => Choice(-2, -2).ScoredBy(OfMagnitude), AnswersWorthTheSame, Options),
        BadForm.Warned("ranges worth the same", () => With(Number((0, 5, 3), (6, 9, 3))), AnswersWorthTheSame, Ranges),
        BadForm.Warned("one range", () => With(Number((0, 5, 3))), AnswersWorthTheSame, Ranges),
        BadForm.Warned("a selection worth the same", () => With(Selection(3, 3)), AnswersWorthTheSame, Options),
        BadForm.Warned("a selection capped to the same", () => With(Selection(5, 3) with { Cap = 3 }), AnswersWorthTheSame, Options),
        BadForm.Warned("options worth nothing", () => Choice(0, 0), NeutralQuestion, Options),
        BadForm.Warned("penalties in a mean of groups", () => Choice(0, -5), NeutralQuestion, Options),
        BadForm.Warned("penalties in a mean of questions", () => Choice(0, -5).ScoredBy(Flat), NeutralQuestion, Options),
        BadForm.Warned("penalties that can fail", () => With(Failing(0, -5)), NeutralQuestion, Options),
        BadForm.Warned("bonus options only", () => With(BonusOnly()), NeutralQuestion, Options),
        BadForm.Warned("options of no range", () => Choice(5, 5).ScoredBy(OfRange), NeutralQuestion, Options),
        BadForm.Warned("options of no magnitude", () => Choice(0, 0).ScoredBy(OfMagnitude), NeutralQuestion, Options),
        BadForm.Warned("a selection capped to nothing", () => With(Selection(5, 0) with { Cap = 0 }), NeutralQuestion, Options),
        BadForm.Warned("ranges worth nothing", () => With(Number((0, 5, 0), (6, 9, 0))), NeutralQuestion, Ranges),
        new("negative highest points in a mean", () => Choice(-1, -5), NegativeHighestPoints, Options),
        new("negative highest points of ranges", () => With(Number((0, 5, -1), (6, 9, -2))), NegativeHighestPoints, Ranges),
        new("negative highest points of a flat mean", () => Choice(-1, -5).ScoredBy(Flat), NegativeHighestPoints, Options),
        new("negative highest points in weighted points", () => Choice(-1, -5).ScoredBy(Weighted), NegativeHighestPoints, Options),
        new("negative highest points in total points", () => Choice(-1, -5).ScoredBy(Total), NegativeHighestPoints, Options),
        new("negative highest points in a pool", () => Choice(-1, -5).ScoredBy(Pools), NegativeHighestPoints, Options),
        new("negative highest points of a bonus in a mean", () => With(Ask.Choice("q", "Q?", ("a", -1), ("b", -5)) with { IsBonus = true }), NegativeHighestPoints, Options),
        BadForm.Warned("points above the scale", () => Choice(5.01m, 0).ScoredBy(OfScale), PointsAboveScale, Options),
    ];

    private static FormDraft Choice(decimal first, decimal second) => With(Ask.Choice("q", "Q?", ("a", first), ("b", second)));

    private static MultiSelectQuestion Selection(decimal selected, decimal unselected) => new()
    {
        Key = "q",
        Text = "Q?",
        Options = [new() { Key = "a", Text = "A", Points = selected, UnselectedPoints = unselected }],
    };

    private static ChoiceQuestion Failing(decimal first, decimal second)
    {
        ChoiceQuestion question = Ask.Choice("q", "Q?", ("a", first), ("b", second));
        return question with { Options = question.Options.SetItem(1, question.Options[1] with { Fails = FailureScope.Form }) };
    }

    private static ChoiceQuestion BonusOnly()
    {
        ChoiceQuestion question = Ask.Choice("q", "Q?", ("a", 5), ("b", 0));
        return question with { Options = [.. question.Options.Select(option => option with { IsBonus = true })] };
    }
}
