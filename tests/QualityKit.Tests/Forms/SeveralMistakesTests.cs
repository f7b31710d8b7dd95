using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Tests.Forms;

public sealed class SeveralMistakesTests
{
    public static TheoryData<string, string> Mistakes => new()
    {
        { "a part that is not there", IssueCodes.Missing },
        { "a question that is not named", IssueCodes.Missing },
        { "an unknown question", IssueCodes.UnknownQuestion },
        { "the question itself", IssueCodes.SelfReference },
        { "a later question", IssueCodes.ForwardReference },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_circle_is_told_although_the_condition_begins_with_another_mistake(string mistake, string code)
    {
        FormDraft form = EvaluationForm.Draft("Call").Group(
            "Main",
            1,
            Ask.YesNo("first", "First?") with { VisibleWhen = When.All(Part(mistake), When.Answered("second", "yes")) },
            Ask.YesNo("second", "Second?") with { VisibleWhen = When.Answered("first", "yes") },
            Ask.YesNo("third", "Third?"));

        Assert.Equal([code, IssueCodes.ConditionCycle], form.Check().Where(issue => issue.Severity == Severity.Error).Select(issue => issue.Code));
    }

    [Fact]
    public void A_number_that_is_looked_for_upside_down_is_told_of_an_unknown_question_too()
    {
        FormDraft form = EvaluationForm.Draft("Call").Group("Main", 1, Ask.YesNo("a", "A?"), Ask.YesNo("b", "B?") with { VisibleWhen = When.Number("nowhere", 5, 4) });

        Assert.Equal(2, form.Check().Count(issue => issue.Severity == Severity.Error));
        Assert.Contains(form.Check(), issue => issue.Code == IssueCodes.UnknownQuestion);
    }

    [Fact]
    public void A_band_upside_down_is_not_compared_with_the_others()
    {
        FormDraft form = (EvaluationForm.Draft("Call") with
        {
            Bands =
            [
                new Band { Name = "Odd", Minimum = Score.Percent(80), Top = Score.Percent(70) },
                new Band { Name = "All", Minimum = Score.Percent(0), Top = Score.Percent(100) },
            ],
        }).Group("Main", 1, Ask.YesNo("a", "A?"));

        Assert.Equal([IssueCodes.BandMinimumAboveTop], form.Check().Select(issue => issue.Code));
    }

    private static Condition Part(string mistake) => mistake switch
    {
        "a part that is not there" => When.All([null!]),
        "a question that is not named" => When.Answered("first", "yes") with { Question = null! },
        "an unknown question" => When.Answered("nowhere", "yes"),
        "the question itself" => When.Answered("first", "yes"),
        _ => When.Answered("third", "yes"),
    };
}
