using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>When conditions on options hold (rule S2), and how they are put together.</summary>
public sealed class ConditionTests
{
    private static readonly Dictionary<string, Condition> Conditions = new()
    {
        ["c is x"] = When.Answered("c", "x"),
        ["c is x or y"] = When.Answered("c", "x", "y"),
        ["c is all of x"] = When.AnsweredAll("c", "x"),
        ["c is all of x, x"] = When.AnsweredAll("c", "x", "x"),
        ["c is all of x, y"] = When.AnsweredAll("c", "x", "y"),
        ["c is just x"] = When.AnsweredExactly("c", "x"),
        ["c is just x, y"] = When.AnsweredExactly("c", "x", "y"),
        ["m has x"] = When.Answered("m", "x"),
        ["m has x, x"] = When.Answered("m", "x", "x"),
        ["m has all of x, y"] = When.AnsweredAll("m", "x", "y"),
        ["m is just x"] = When.AnsweredExactly("m", "x"),
        ["c is x and m has x"] = When.All(When.Answered("c", "x"), When.Answered("m", "x")),
        ["c is x or m has x"] = When.Any(When.Answered("c", "x"), When.Answered("m", "x")),
        ["c is not x"] = When.Not(When.Answered("c", "x")),
    };

    [Theory]
    [InlineData("c is x", "c=x m=z", true)]
    [InlineData("c is x", "c=y m=z", false)]
    [InlineData("c is x or y", "c=y m=z", true)]
    [InlineData("c is x or y", "c=z m=z", false)]
    [InlineData("c is all of x", "c=x m=z", true)]
    [InlineData("c is all of x", "c=y m=z", false)]
    [InlineData("c is all of x, x", "c=x m=z", true)]
    [InlineData("c is all of x, y", "c=x m=z", false)]
    [InlineData("c is just x", "c=x m=z", true)]
    [InlineData("c is just x", "c=y m=z", false)]
    [InlineData("c is just x, y", "c=x m=z", false)]
    [InlineData("m has x", "c=x m=x+y", true)]
    [InlineData("m has x", "c=x m=y", false)]
    [InlineData("m has x, x", "c=x m=x", true)]
    [InlineData("m has all of x, y", "c=x m=x+y+z", true)]
    [InlineData("m has all of x, y", "c=x m=x+z", false)]
    [InlineData("m is just x", "c=x m=x", true)]
    [InlineData("m is just x", "c=x m=x+y", false)]
    [InlineData("c is x and m has x", "c=x m=x", true)]
    [InlineData("c is x and m has x", "c=x m=y", false)]
    [InlineData("c is x and m has x", "c=y m=x", false)]
    [InlineData("c is x or m has x", "c=x m=y", true)]
    [InlineData("c is x or m has x", "c=y m=x", true)]
    [InlineData("c is x or m has x", "c=y m=y", false)]
    [InlineData("c is not x", "c=y m=x", true)]
    [InlineData("c is not x", "c=x m=x", false)]
    public void A_question_is_shown_where_its_condition_holds(string condition, string answers, bool isShown)
    {
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1,
            Ask.Choice("c", "C?", ("x", 1), ("y", 1), ("z", 1)),
            Ask.MultiSelect("m", "M?", ("x", 1), ("y", 1), ("z", 1)),
            Ask.YesNo("b", "B?") with { VisibleWhen = Conditions[condition] }).Publish().Value;

        Assert.Equal(isShown, FormRunner.Run(form, Sheets.Of(answers)).VisibleQuestions.Any(question => question.Key == "b"));
    }
}
