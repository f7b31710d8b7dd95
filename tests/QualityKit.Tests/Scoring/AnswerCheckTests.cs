using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Scoring;

/// <summary>What is wrong with answers is said all at once, each with its place.</summary>
public sealed class AnswerCheckTests
{
    private static readonly ChoiceQuestion Tone = Ask.Choice("tone", "Tone", ("good", 2), ("bad", 0));

    private static readonly MultiSelectQuestion Topics = Ask.MultiSelect("topics", "Topics", ("price", 1), ("delivery", 1), ("refund", 1));

    private static readonly NumberQuestion Minutes = Ask.Number("minutes", "Minutes", (0, 9, 0), (10, 20, 5));

    [Theory]
    [InlineData("tone=good colour=blue", "QK2001 at /answers/colour: the form has no question `colour`")]
    [InlineData("tone=fine", "QK2002 at /answers/tone: the question `tone` has no option `fine`; it has `good`, `bad`")]
    [InlineData("tone=good+bad", "QK2003 at /answers/tone: the question `tone` takes one option, and 2 were selected")]
    [InlineData("tone=NA", "QK2004 at /answers/tone: the question `tone` cannot be marked N/A")]
    [InlineData("", "QK2007 at /answers/tone: the question `tone` must be answered")]
    [InlineData("tone=", "QK2014 at /answers/tone: the question `tone` takes one option, and none was selected")]
    [InlineData("tone=#1", "QK2009 at /answers/tone: the question `tone` takes one option, not a number")]
    [InlineData("tone=~good", "QK2009 at /answers/tone: the question `tone` takes one option, not a text")]
    [InlineData("tone=good [other]", "QK2010 at /notApplicableGroups/0: the form has no group `other`")]
    [InlineData("tone=good [g]", "QK2011 at /notApplicableGroups/0: the group `g` cannot be marked N/A")]
    public void A_choice_takes_one_of_its_options(string answers, string issue) => Assert.Equal([issue], Issues(answers, Tone));

    [Theory]
    [InlineData("topics=price+price", "QK2013 at /answers/topics: the option `price` of `topics` is selected twice")]
    [InlineData("topics=size", "QK2002 at /answers/topics: the question `topics` has no option `size`; it has `price`, `delivery`, `refund`")]
    [InlineData("topics=#1", "QK2009 at /answers/topics: the question `topics` takes options, not a number")]
    public void A_selection_takes_each_option_once(string answers, string issue) => Assert.Equal([issue], Issues(answers, Topics));

    [Theory]
    [InlineData("topics=")]
    [InlineData("topics=refund+price")]
    public void A_selection_takes_any_number_of_options(string answers) => Assert.Empty(Issues(answers, Topics));

    [Theory]
    [InlineData("minutes=#-1", "QK2005 at /answers/minutes: -1 lies outside the ranges of the question `minutes`, 0 to 20")]
    [InlineData("minutes=#20.5", "QK2005 at /answers/minutes: 20.5 lies outside the ranges of the question `minutes`, 0 to 20")]
    [InlineData("minutes=#21", "QK2005 at /answers/minutes: 21 lies outside the ranges of the question `minutes`, 0 to 20")]
    [InlineData("minutes=#9.5", "QK2006 at /answers/minutes: 9.5 is not a whole number of steps of 1 above 0 in the question `minutes`")]
    [InlineData("minutes=ten", "QK2009 at /answers/minutes: the question `minutes` takes a number, not options")]
    public void A_number_lies_on_a_step_in_a_range(string answers, string issue) => Assert.Equal([issue], Issues(answers, Minutes));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("9", 0)]
    [InlineData("10", 5)]
    [InlineData("20", 5)]
    [InlineData("20.00", 5)]
    public void Both_ends_of_a_range_belong_to_it(string number, int points) => Assert.Equal(points, PointsOf($"minutes=#{number}", Minutes));

    [Theory]
    [InlineData("0.1", 1)]
    [InlineData("0.2", 1)]
    [InlineData("0.3", 1)]
    [InlineData("0.4", 2)]
    [InlineData("0.7", 2)]
    [InlineData("1", 2)]
    public void Steps_of_a_tenth_are_exact(string number, int points) =>
        Assert.Equal(points, PointsOf($"n=#{number}", Ask.Number("n", "N", (0.1m, 0.3m, 1), (0.4m, 1, 2)) with { Step = 0.1m }));

    [Theory]
    [InlineData("0.35")]
    [InlineData("0.1000000000000000000000000001")]
    public void Beside_a_step_of_a_tenth_is_off_the_step(string number) => Assert.StartsWith(
        $"QK2006 at /answers/n: {number} is not a whole number of steps of 0.1 above 0.1",
        Assert.Single(Issues($"n=#{number}", Ask.Number("n", "N", (0.1m, 0.3m, 1), (0.4m, 1, 2)) with { Step = 0.1m })),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("12345", true)]
    [InlineData("123456", false)]
    public void A_text_has_at_most_so_many_characters(string text, bool fits)
    {
        string[] issues = Issues($"tone=good t=~{text}", Tone, Ask.Text("t", "T") with { MaxLength = 5 });
        Assert.Equal(fits ? [] : ["QK2012 at /answers/t: the text of `t` has 6 characters; 5 are allowed"], issues);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void An_empty_text_is_no_answer(string text)
    {
        AnswerSheet sheet = Sheets.Of("tone=good").Write("t", text);
        Assert.Equal(["QK2007 at /answers/t: the question `t` must be answered"], Issues(sheet, Tone, Ask.Text("t", "T") with { IsRequired = true }));
        Assert.Empty(Issues(sheet, Tone, Ask.Text("t", "T")));
        Assert.Equal(FlatAnswer.Unanswered, sheet.Check(Form(Tone, Ask.Text("t", "T"))).Value.FlatCodes[1]);
    }

    [Fact]
    public void Every_kind_says_what_it_takes_and_was_given()
    {
        QuestionnaireOfAll(out Question[] questions);
        AnswerSheet sheet = Sheets.Of("tone=good topics= minutes=#1 t=x").Answer("d", 1).Answer("hint", new DateOnly(2026, 1, 1));
        Assert.Equal(
            [
                "QK2009 at /answers/t: the question `t` takes a text, not options",
                "QK2009 at /answers/d: the question `d` takes a date, not a number",
                "QK2009 at /answers/hint: the question `hint` takes no answer, not a date",
            ],
            Issues(sheet, questions));
        Assert.Equal(["QK2009 at /answers/hint: the question `hint` takes no answer, not N/A"], Issues("tone=good topics= minutes=#1 hint=NA", questions));
    }

    [Fact]
    public void A_date_is_an_answer()
    {
        QuestionnaireOfAll(out Question[] questions);
        Assert.Empty(Issues(Sheets.Of("tone=good topics= minutes=#1").Answer("d", new DateOnly(2026, 1, 1)), questions));
    }

    [Fact]
    public void Everything_is_said_at_once_in_the_order_of_the_sheet()
    {
        AnswerSheet sheet = Sheets.Of("minutes=#99 a/b~c=x topics=price+price+size [g] [none]");
        Assert.Equal(
            [
                "QK2005 /answers/minutes", "QK2001 /answers/a~1b~0c", "QK2013 /answers/topics", "QK2002 /answers/topics",
                "QK2011 /notApplicableGroups/0", "QK2010 /notApplicableGroups/1", "QK2007 /answers/tone",
            ],
            sheet.Check(Form(Tone, Topics, Minutes)).Issues.Select(issue => $"{issue.Code} {issue.Pointer}"));
    }

    [Fact]
    public void What_is_wrong_is_not_also_missing() =>
        Assert.Equal(["QK2002"], Sheets.Of("tone=fine").Check(Form(Tone)).Issues.Select(issue => issue.Code));

    [Fact]
    public void What_is_hidden_is_not_required_and_what_was_left_there_is_kept_and_not_scored()
    {
        EvaluationForm form = Form(Tone, Minutes with { VisibleWhen = When.Answered("tone", "bad"), Comment = CommentRule.Always });
        Assert.True(Sheets.Of("tone=good").Check(form).IsValid);
        CheckedAnswers left = Sheets.Of("tone=good minutes=#3").Check(form).Value;
        Assert.Equal(new NumberAnswer { Value = 3 }, left.Sheet.EntryFor("minutes")!.Answer);
        Assert.Equal(["1", "Answered", "Hidden"], [Scorer.Score(left).Total!.Value.Value.ToString(), .. Scorer.Score(left).Questions.Select(question => question.State.ToString())]);
    }

    [Fact]
    public void A_group_marked_as_a_whole_needs_no_answers_and_no_comments()
    {
        Group group = Ask.Group("G", 1, Tone with { Comment = CommentRule.Always }, Ask.Group("Inner", 1, Topics), Ask.Information("hint", "Hint")) with { AllowsNotApplicable = true };
        EvaluationForm form = EvaluationForm.Draft("F").Group(group).Group("Other", 1, Minutes).Publish().Value;
        CheckedAnswers answers = Sheets.Of("minutes=#20 [g]").Check(form).Value;
        Assert.Equal([FlatAnswer.NotApplicable, FlatAnswer.NotApplicable, 0, 20], answers.FlatCodes.ToArray());
        Assert.Equal("1", Scorer.Score(answers).Total!.Value.Value.ToString());
    }

    [Theory]
    [InlineData(CommentRule.Never, "tone=bad", false)]
    [InlineData(CommentRule.WhenFlagged, "tone=good", false)]
    [InlineData(CommentRule.WhenFlagged, "tone=bad", true)]
    [InlineData(CommentRule.WhenFlagged, "tone=NA", false)]
    [InlineData(CommentRule.WhenFlagged, "", false)]
    [InlineData(CommentRule.Always, "tone=good", true)]
    [InlineData(CommentRule.Always, "tone=NA", true)]
    [InlineData(CommentRule.Always, "", false)]
    public void A_comment_is_asked_for_as_the_question_says(CommentRule rule, string answers, bool isAskedFor)
    {
        ChoiceOption bad = Tone.Options[1] with { RequiresComment = true };
        ChoiceQuestion question = Tone with { Options = [Tone.Options[0], bad], Comment = rule, AllowsNotApplicable = true, IsRequired = false };
        Assert.Equal(isAskedFor ? ["QK2008 at /answers/tone: the answer to `tone` needs a comment"] : [], Issues(answers, question));
        Assert.Empty(Issues(Sheets.Of(answers).Comment("tone", "because"), question));
        Assert.Equal(isAskedFor ? 1 : 0, Issues(Sheets.Of(answers).Comment("tone", " "), question).Length);
    }

    [Theory]
    [InlineData("topics=delivery", true)]
    [InlineData("topics=price", false)]
    [InlineData("topics=", false)]
    public void A_flagged_option_of_a_selection_asks_for_a_comment(string answers, bool isAskedFor)
    {
        SelectOption flagged = Topics.Options[1] with { RequiresComment = true };
        Assert.Equal(isAskedFor ? 1 : 0, Issues(answers, Topics with { Options = [Topics.Options[0], flagged, Topics.Options[2]], Comment = CommentRule.WhenFlagged }).Length);
    }

    [Theory]
    [InlineData("minutes=#9", true)]
    [InlineData("minutes=#10", false)]
    public void A_flagged_range_asks_for_a_comment(string answers, bool isAskedFor)
    {
        NumberRange flagged = Minutes.Ranges[0] with { RequiresComment = true };
        Assert.Equal(isAskedFor ? 1 : 0, Issues(answers, Minutes with { Ranges = [flagged, Minutes.Ranges[1]], Comment = CommentRule.WhenFlagged }).Length);
    }

    [Fact]
    public void A_text_and_a_date_may_need_comments_too()
    {
        Question[] questions = [Tone, Ask.Text("t", "T") with { Comment = CommentRule.Always }, Ask.Date("d", "D") with { Comment = CommentRule.Always }];
        Assert.Empty(Issues("tone=good", questions));
        AnswerSheet sheet = Sheets.Of("tone=good t=~x").Answer("d", new DateOnly(2026, 1, 1));
        Assert.Equal(["QK2008 at /answers/t: the answer to `t` needs a comment", "QK2008 at /answers/d: the answer to `d` needs a comment"], Issues(sheet, questions));
    }

    [Fact]
    public void Scoring_throws_with_every_issue()
    {
        ValidationFailedException thrown = Assert.Throws<ValidationFailedException>(() => Scorer.Score(Form(Tone, Minutes), Sheets.Of("tone=fine colour=blue")));
        Assert.Equal(["QK2002", "QK2001", "QK2007"], thrown.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void A_preview_asks_for_nothing_and_is_provisional()
    {
        Scorecard card = Scorer.Preview(Form(Tone with { Comment = CommentRule.Always }, Minutes), Sheets.Of("tone=good"));
        Assert.Equal(("1", true), (card.Total!.Value.Value.ToString(), card.IsProvisional));
        Assert.False(Scorer.Score(Form(Tone), Sheets.Of("tone=good")).IsProvisional);
        Assert.Null(Scorer.Preview(Form(Tone), AnswerSheet.Empty).Total);
        Assert.Throws<ValidationFailedException>(() => Scorer.Preview(Form(Tone), Sheets.Of("tone=fine")));
    }

    [Fact]
    public void Nothing_may_be_null()
    {
        Assert.Throws<ArgumentNullException>("answers", () => Scorer.Check(null!, Form(Tone)));
        Assert.Throws<ArgumentNullException>("form", () => AnswerSheet.Empty.Check(null!));
        Assert.Throws<ArgumentNullException>("answers", () => Scorer.Score(null!));
        Assert.Throws<ArgumentNullException>("form", () => Scorer.Preview(null!, AnswerSheet.Empty));
        Assert.Throws<ArgumentNullException>("answers", () => Scorer.Preview(Form(Tone), null!));
    }

    private static void QuestionnaireOfAll(out Question[] questions) => questions =
        [Tone, Topics, Minutes, Ask.Text("t", "T"), Ask.Date("d", "D"), Ask.Information("hint", "Hint")];

    private static EvaluationForm Form(params FormItem[] items) => EvaluationForm.Draft("F").Group("G", 1, items).Publish().Value;

    private static string[] Issues(string answers, params FormItem[] items) => Issues(Sheets.Of(answers), items);

    private static string[] Issues(AnswerSheet answers, params FormItem[] items)
    {
        Validated<CheckedAnswers> check = answers.Check(Form(items));
        Assert.Equal(check.Issues.IsEmpty, check.IsValid);
        return [.. check.Issues.Select(issue => issue.ToString())];
    }

    private static int PointsOf(string answers, Question question) =>
        (int)Scorer.Score(Form(question), Sheets.Of(answers)).Questions.Single().Points!.Value.Numerator;
}
