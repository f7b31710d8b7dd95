using System.Text.Json;
using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Scoring;

/// <summary>A front end fills in a form with nothing but the runner.</summary>
public sealed class FormRunnerTests
{
    private static readonly EvaluationForm Form = EvaluationForm.Draft("Chat")
        .Group(Ask.Group(
            "Start",
            1,
            Ask.Information("intro", "Read this first."),
            Ask.YesNo("greeted", "Greeted?") with { Default = DefaultAnswer.Highest },
            Ask.YesNo("why", "Was there a reason?") with { VisibleWhen = When.Answered("greeted", "no"), Comment = CommentRule.Always }))
        .Group(Ask.Group("Refund", 1, Ask.YesNo("refunded", "Refunded?")) with { VisibleWhen = When.Answered("greeted", "yes"), Key = "refund" })
        .Publish().Value;

    [Fact]
    public void An_empty_sheet_shows_what_needs_no_answer_and_says_what_is_missing()
    {
        FormProgress progress = FormRunner.Run(Form, AnswerSheet.Empty);

        Assert.Equal(["start"], progress.VisibleGroups.Select(group => group.Key));
        Assert.Equal(["intro", "greeted"], progress.VisibleQuestions.Select(question => question.Key));
        Assert.Equal(["QK2007 at /answers/greeted: the question `greeted` must be answered"], progress.Issues.Select(issue => issue.ToString()));
        Assert.False(progress.CanSubmit);
        Assert.True(progress.Score.IsProvisional);
        Assert.Null(progress.Score.Total);
        Assert.Equal("1 issue, no score, None", progress.ToString());
    }

    [Fact]
    public void Answers_show_and_hide_what_depends_on_them()
    {
        FormProgress no = FormRunner.Run(Form, AnswerSheet.Empty.Answer("greeted", "no"));
        FormProgress yes = FormRunner.Run(Form, AnswerSheet.Empty.Answer("greeted", "yes"));

        Assert.Equal(["intro", "greeted", "why"], no.VisibleQuestions.Select(question => question.Key));
        Assert.Equal(["start", "refund"], yes.VisibleGroups.Select(group => group.Key));
        Assert.Equal(["intro", "greeted", "refunded"], yes.VisibleQuestions.Select(question => question.Key));
    }

    [Fact]
    public void A_complete_sheet_can_be_submitted_and_scores_what_the_scorer_scores()
    {
        AnswerSheet answers = AnswerSheet.Empty.Answer("greeted", "yes").Answer("refunded", "no");

        FormProgress progress = FormRunner.Run(Form, answers);

        Assert.True(progress.CanSubmit);
        Assert.Equal(Scorer.Score(Form, answers).Total, progress.Score.Total);
        Assert.Equal("can be submitted, 50 %, None", progress.ToString());
    }

    [Fact]
    public void A_comment_that_is_missing_blocks_submitting()
    {
        FormProgress progress = FormRunner.Run(Form, AnswerSheet.Empty.Answer("greeted", "no").Answer("why", "yes"));

        Assert.Equal([IssueCodes.CommentRequired], progress.Issues.Select(issue => issue.Code));
        Assert.True(FormRunner.Run(Form, AnswerSheet.Empty.Answer("greeted", "no").Answer("why", "yes").Comment("why", "a storm")).CanSubmit);
    }

    [Fact]
    public void An_answer_that_does_not_fit_is_an_issue_and_counts_as_not_given()
    {
        FormProgress progress = FormRunner.Run(Form, AnswerSheet.Empty.Answer("greeted", "perhaps").Answer("nobody", "yes"));

        Assert.Equal([IssueCodes.UnknownAnswerOption, IssueCodes.AnswerToUnknownQuestion], progress.Issues.Select(issue => issue.Code));
        Assert.Equal(["intro", "greeted"], progress.VisibleQuestions.Select(question => question.Key));
        Assert.Null(progress.Score.Total);
    }

    [Fact]
    public void A_form_starts_with_its_default_answers()
    {
        EvaluationForm form = EvaluationForm.Draft("F").Group(
            "G",
            1,
            Ask.Choice("best", "Best?", ("low", 1), ("high", 5), ("top", 5)) with { Default = DefaultAnswer.Highest },
            Ask.Choice("worst", "Worst?", ("low", 1), ("high", 5), ("least", 1)) with { Default = DefaultAnswer.Lowest },
            Ask.MultiSelect("most", "Most?", ("good", 1), ("bad", -1), ("even", 0)) with { Default = DefaultAnswer.Highest },
            Ask.MultiSelect("fewest", "Fewest?", ("good", 1), ("bad", -1), ("even", 0)) with { Default = DefaultAnswer.Lowest },
            Ask.Number("wait", "Wait?", (0, 9, 10), (10, 60, 0)) with { Default = DefaultAnswer.Lowest },
            Ask.YesNo("skip", "Skip?") with { Default = DefaultAnswer.NotApplicable, AllowsNotApplicable = true },
            Ask.YesNo("given", "Given?") with { Default = DefaultAnswer.Options("no") },
            Ask.YesNo("open", "Open?")).Publish().Value;

        AnswerSheet sheet = FormRunner.Start(form);

        Assert.Equal(new SelectedOptions { Options = ["high"] }, sheet.EntryFor("best")!.Answer);
        Assert.Equal(new SelectedOptions { Options = ["low"] }, sheet.EntryFor("worst")!.Answer);
        Assert.Equal(new SelectedOptions { Options = ["good"] }, sheet.EntryFor("most")!.Answer);
        Assert.Equal(new SelectedOptions { Options = ["bad"] }, sheet.EntryFor("fewest")!.Answer);
        Assert.Equal(new NumberAnswer { Value = 10 }, sheet.EntryFor("wait")!.Answer);
        Assert.Equal(NotApplicableAnswer.Instance, sheet.EntryFor("skip")!.Answer);
        Assert.Equal(new SelectedOptions { Options = ["no"] }, sheet.EntryFor("given")!.Answer);
        Assert.Null(sheet.EntryFor("open"));
        Assert.Equal([IssueCodes.AnswerRequired], FormRunner.Run(form, sheet).Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void Several_issues_are_counted()
    {
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Ask.YesNo("a", "A"), Ask.YesNo("b", "B")).Publish().Value;

        Assert.Equal("2 issues, no score, None", FormRunner.Run(form, AnswerSheet.Empty).ToString());
    }

    [Fact]
    public void Of_an_answer_that_does_not_fit_nothing_stays()
    {
        MultiSelectQuestion select = Ask.MultiSelect("m", "M", [.. Enumerable.Range(0, 64).Select(option => ($"o{option}", 1m))]);
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Ask.Information("i", "I"), select, Ask.YesNo("b", "B")).Publish().Value;

        FormProgress progress = FormRunner.Run(form, Sheets.Of("i=#1 m=o0+o63+none b=yes"));

        Assert.Equal([0, FlatAnswer.Unanswered, 0, 0], progress.Score.Answers.FlatCodes.ToArray());
        Assert.Equal(["i", "m", "b"], progress.VisibleQuestions.Select(question => question.Key));
    }

    [Fact]
    public void Progress_travels_as_json_in_the_language_of_the_front_end()
    {
        FormProgress progress = FormRunner.Run(Form, AnswerSheet.Empty.Answer("greeted", "yes"));

        JsonElement json = JsonDocument.Parse(FormProgressJson.Write(progress, MessageCatalogue.Danish)).RootElement;

        Assert.Equal("qualitykit.progress/1", json.GetProperty("format").GetString());
        Assert.False(json.GetProperty("canSubmit").GetBoolean());
        Assert.Equal(["start", "refund"], json.GetProperty("groups").EnumerateArray().Select(key => key.GetString()));
        Assert.Equal(["intro", "greeted", "refunded"], json.GetProperty("questions").EnumerateArray().Select(key => key.GetString()));
        JsonElement issue = json.GetProperty("issues").EnumerateArray().Single();
        Assert.Equal("spørgsmålet `refunded` skal besvares", issue.GetProperty("message").GetString());
        Assert.Equal("/answers/refunded", issue.GetProperty("pointer").GetString());
        Assert.True(json.GetProperty("score").GetProperty("provisional").GetBoolean());
        Assert.Equal("da", json.GetProperty("explanation").GetProperty("language").GetString());
    }

    [Fact]
    public void Nothing_given_to_the_runner_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentNullException>(() => FormRunner.Start(null!));
        Assert.Throws<ArgumentNullException>(() => FormRunner.Run(null!, AnswerSheet.Empty));
        Assert.Throws<ArgumentNullException>(() => FormRunner.Run(Form, null!));
        Assert.Throws<ArgumentNullException>(() => FormProgressJson.Write(null!));
    }
}
