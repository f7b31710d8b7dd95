using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Answers as one number a question.</summary>
public sealed class FlatCodeTests
{
    [Fact]
    public void Every_kind_has_its_code()
    {
        EvaluationForm form = EvaluationForm.Draft("F").Group(
            "G",
            1,
            Ask.Choice("a", "A", ("x", 1), ("y", 0), ("z", 0)),
            Ask.MultiSelect("m", "M", ("x", 1), ("y", 1), ("z", 1)),
            Ask.Number("n", "N", (-1, 0, 0), (0.5m, 3, 1)) with { Step = 0.5m },
            Ask.Text("t", "T"),
            Ask.Date("d", "D"),
            Ask.Information("i", "I"),
            Ask.YesNo("p", "P") with { AllowsNotApplicable = true },
            Ask.YesNo("o", "O") with { IsRequired = false }).Publish().Value;
        CheckedAnswers answers = Sheets.Of("a=z m=z+x n=#1.5 t=~words p=NA").Check(form).Value;
        Assert.Equal([2, 0b101, 5, 0, FlatAnswer.Unanswered, 0, FlatAnswer.NotApplicable, FlatAnswer.Unanswered], answers.FlatCodes.ToArray());
        Assert.Equal((-1, -2), (FlatAnswer.Unanswered, FlatAnswer.NotApplicable));
        Assert.Same(form, answers.Form);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(62, 1)]
    [InlineData(63, 2)]
    [InlineData(124, 2)]
    [InlineData(125, 3)]
    [InlineData(256, 5)]
    public void A_selection_takes_one_more_code_for_every_62_options(int options, int codes)
    {
        CheckedAnswers answers = Sheets.Of($"m=o{options} a=yes").Check(Large(options)).Value;
        Assert.Equal(codes + 1, answers.FlatCodes.Length);
        Assert.Equal(1L << ((options - 1) % 62), answers.FlatCodes[codes - 1]);
        Assert.Equal(0, answers.FlatCodes[codes]);
    }

    [Theory]
    [InlineData("o1", 1)]
    [InlineData("o62", 62)]
    [InlineData("o63", 63)]
    [InlineData("o124+o125", 249)]
    [InlineData("o256+o1", 257)]
    public void Options_beyond_the_first_62_earn_their_points(string selected, int points) =>
        Assert.Equal(points, (int)Scorer.Score(Large(256), Sheets.Of($"m={selected} a=yes")).Question("m").Points!.Value.Numerator);

    [Theory]
    [InlineData("o63+o256", OptionMatch.Any, "o63", true)]
    [InlineData("o63+o256", OptionMatch.Any, "o62", false)]
    [InlineData("o63+o256", OptionMatch.All, "o256+o63+o1", true)]
    [InlineData("o63+o256", OptionMatch.All, "o63", false)]
    [InlineData("o63+o256", OptionMatch.Exactly, "o256+o63", true)]
    [InlineData("o63+o256", OptionMatch.Exactly, "o256+o63+o1", false)]
    [InlineData("o1", OptionMatch.Exactly, "o1+o256", false)]
    public void Conditions_look_at_all_options_of_a_large_selection(string named, OptionMatch match, string selected, bool isVisible)
    {
        Condition condition = new AnsweredOption { Question = "m", Options = [.. named.Split('+')], Match = match };
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Selection(256), Ask.YesNo("a", "A") with { VisibleWhen = condition }).Publish().Value;
        Assert.Equal(isVisible ? QuestionState.Answered : QuestionState.Hidden, Scorer.Score(form, Sheets.Of($"m={selected} a=yes")).Question("a").State);
    }

    [Fact]
    public void An_option_is_caught_twice_in_every_word()
    {
        Assert.Equal(["QK2013", "QK2013"], Sheets.Of("m=o1+o256+o256+o1 a=yes").Check(Large(256)).Issues.Select(issue => issue.Code));
        Assert.True(Sheets.Of("m=o1+o63 a=yes").Check(Large(256)).IsValid);
    }

    private static EvaluationForm Large(int options) =>
        EvaluationForm.Draft("F").ScoredBy(ScoringMethod.Default with { Combination = Combination.Sum }).Group("G", 1, Selection(options), Ask.YesNo("a", "A")).Publish().Value;

    private static MultiSelectQuestion Selection(int options) =>
        Ask.MultiSelect("m", "M", [.. Enumerable.Range(1, options).Select(option => ($"o{option}", (decimal)option))]);
}
