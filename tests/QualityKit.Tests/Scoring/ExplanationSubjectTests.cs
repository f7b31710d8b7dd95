using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>What the lines of an explanation are about, and what they name.</summary>
public sealed class ExplanationSubjectTests
{
    [Fact]
    public void Every_line_of_every_vector_is_about_its_item_its_group_or_the_form() =>
        Assert.All(ScoringVector.Names.Select(ScoringVector.Read), vector =>
        {
            Scorecard card = LibraryScore.Of(vector.Form, vector.Answers, vector.IsPreview);
            Look(card.Explanation().Root, "", [.. card.Form.Groups]);
        });

    [Fact]
    public void A_line_is_about_the_form_unless_it_says_otherwise() =>
        Assert.Equal("", new ExplanationNode { Code = "own", Text = "Own" }.Subject);

    [Fact]
    public void Too_few_answers_are_counted_without_those_that_do_not_count()
    {
        EvaluationForm form = EvaluationForm.Draft("F")
            .Group("G", 1, Ask.YesNo("a", "A"), Ask.YesNo("b", "B") with { AllowsNotApplicable = true }, Ask.YesNo("c", "C") with { AllowsNotApplicable = true })
            .ScoredBy(ScoringMethod.Default with { LeastAnswers = new LeastAnswers { Count = 3 } }).Publish().Value;
        Assert.Equal("F: 1 answers count, 3 are needed for a score", Scorer.Score(form, Sheets.Of("a=yes b=NA c=NA")).Explanation().Root.Text);
    }

    [Fact]
    public void Several_reasons_of_a_failure_are_told_one_after_the_other()
    {
        EvaluationForm form = EvaluationForm.Draft("F")
            .Group("G", 1, Ask.YesNo("a", "A") with { IsFatal = true }, Ask.YesNo("b", "B") with { IsFatal = true }, Ask.YesNo("c", "C")).Publish().Value;
        Assert.Contains(
            "the form failed: `A` is fatal and below its best, `B` is fatal and below its best; 33.33 % becomes 0 %",
            Scorer.Score(form, Sheets.Of("a=no b=no c=yes")).Explain(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_option_of_a_selection_that_fails_is_named()
    {
        MultiSelectQuestion select = Ask.MultiSelect("m", "M", ("x", 1), ("y", 1), ("z", 1));
        EvaluationForm form = EvaluationForm.Draft("F")
            .Group("G", 1, select with { Options = [select.Options[0], select.Options[1] with { Fails = FailureScope.Form }, select.Options[2]] }).Publish().Value;
        Assert.Contains("the form failed: `Y` was chosen in `M`", Scorer.Score(form, Sheets.Of("m=x+y+z")).Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_applicable_and_not_scored_says_both()
    {
        EvaluationForm form = EvaluationForm.Draft("F")
            .Group("G", 1, Ask.YesNo("a", "A"), Ask.YesNo("b", "B") with { IsExcluded = true, AllowsNotApplicable = true }).Publish().Value;
        Assert.Contains("B N/A: not scored", Scorer.Score(form, Sheets.Of("a=yes b=NA")).Explain(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s06-stays-in-group", "score.question.notApplicable.staysInGroup")]
    [InlineData("s06-preview-leaves-required-out", "score.question.unanswered.leftOut")]
    public void A_question_left_out_names_its_text_and_its_answer(string vector, string code) =>
        Assert.Equal(["text", "answer"], Lines(vector).First(line => line.Code == code).Arguments.Select(argument => argument.Name));

    [Theory]
    [InlineData("s09-sum", "score.question.points")]
    [InlineData("s05-neutral-counts-where-points-are-added", "score.question.pointsAlone")]
    public void Points_are_told_as_points_and_not_as_a_share(string vector, string code) =>
        Assert.All(
            Lines(vector).Where(line => line.Code == code).SelectMany(line => line.Arguments).Where(argument => argument.Name is "value" or "points"),
            argument => Assert.IsType<Fraction>(argument.Value));

    [Fact]
    public void Points_where_none_are_possible_are_what_was_earned() =>
        Assert.Equal(Fraction.Of(-5), Lines("s05-neutral-counts-where-points-are-added").First(line => line.Code == "score.question.pointsAlone").Arguments.Single(argument => argument.Name == "value").Value);

    private static IEnumerable<ExplanationNode> Lines(string vector)
    {
        ScoringVector read = ScoringVector.Read(vector);
        return All(LibraryScore.Of(read.Form, read.Answers, read.IsPreview).Explanation().Root);
    }

    private static IEnumerable<ExplanationNode> All(ExplanationNode node) => node.Children.SelectMany(All).Prepend(node);

    // Lines of items are about the items, all others about what they stand in.
    private static void Look(ExplanationNode scope, string key, FormItem[] items)
    {
        Assert.Equal(key, scope.Subject);
        ExplanationNode[] groups = [.. scope.Children.Where(line => line.Code.StartsWith("score.group", StringComparison.Ordinal))];
        ExplanationNode[] questions = [.. scope.Children.Where(line => line.Code.StartsWith("score.question", StringComparison.Ordinal))];
        Assert.All(scope.Children.Except(groups).Except(questions), line => Assert.Equal(key, line.Subject));
        Assert.Subset(items.Select(item => item.Key).ToHashSet(), questions.Select(line => line.Subject).ToHashSet());
        if (groups.Length > 0)
        {
            Assert.Equal(items.OfType<Group>().Select(group => group.Key), groups.Select(line => line.Subject));
        }

        foreach ((Group group, ExplanationNode line) in items.OfType<Group>().Zip(groups))
        {
            Look(line, group.Key, [.. group.Items]);
        }
    }
}
