using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Rescoring;

/// <summary>One evaluation under two forms.</summary>
public sealed class WhatIfTests
{
    [Fact]
    public void An_evaluation_is_scored_under_both_forms()
    {
        WhatIfComparison result = Chats.Compare(Chats.WhatIf, "greeting=yes solved=partly identity=yes");

        Assert.Equal((Score.Percent(80), Score.Percent(80)), (result.Before.Total, result.After.Total));
        Assert.Equal((Outcome.Passed, Outcome.Passed), (result.Before.Outcome, result.After.Outcome));
        Assert.Equal(("Good", "Good"), (result.Before.Band?.Name.Text, result.After.Band?.Name.Text));
        Assert.Equal((Fraction.Of(12), Fraction.Of(12)), (result.Before.Possible, result.After.Possible));
        Assert.Equal((Score.Percent(0), PassCrossing.None), (result.Change, result.Crossing));
        Assert.False(result.After.IsProvisional);
        Assert.Empty(result.Misfits);
        Assert.Empty(result.NewFailures);
    }

    [Fact]
    public void A_new_fatal_question_fails_what_passed()
    {
        WhatIfComparison result = Chats.Compare(Chats.WhatIf, "greeting=yes solved=yes identity=no");

        Assert.Equal((Score.Percent(60), Score.Percent(0)), (result.Before.Total, result.After.Total));
        Assert.Equal((Score.Percent(60), Score.Percent(60)), (result.Before.RawTotal, result.After.RawTotal));
        Assert.Equal((false, true), (result.Before.HasFormFailed, result.After.HasFormFailed));
        Assert.Equal((Score.Percent(-60), PassCrossing.ToFailed), (result.Change, result.Crossing));
        Assert.Equal(("identity", FailureCause.Fatal), (result.NewFailures.Single().Question, result.NewFailures.Single().Cause));
        Assert.Null(result.After.Band);
    }

    [Fact]
    public void A_failure_that_was_there_before_is_not_new()
    {
        WhatIfComparison result = Chats.Compare(WhatIf.Between(Chats.Stricter, Chats.Changed(form => form.PassesAt(90), item => item is ChoiceQuestion choice ? choice with { IsFatal = choice.Key != "solved" } : item)), "greeting=no solved=yes identity=no");

        Assert.Equal("greeting", result.NewFailures.Single().Question);
    }

    [Fact]
    public void The_failure_of_a_group_is_no_failure_of_the_form()
    {
        EvaluationForm after = Chats.Changed(form => form, item => item is ChoiceQuestion { Key: "greeting" or "identity" } choice
            ? choice with { IsFatal = true, FailureScope = choice.Key == "greeting" ? FailureScope.OwnGroup : FailureScope.Form }
            : item);

        Assert.Equal("identity", Chats.Compare(WhatIf.Between(Chats.Form, after), "greeting=no solved=yes identity=no").NewFailures.Single().Question);
    }

    [Fact]
    public void A_lower_mark_lets_pass_what_failed()
    {
        WhatIfComparison result = Chats.Compare(WhatIf.Between(Chats.Stricter, Chats.Form), "greeting=yes solved=partly identity=NA");

        Assert.Equal((PassCrossing.ToPassed, Score.Percent(60)), (result.Crossing, result.After.Total));
    }

    [Fact]
    public void An_answer_to_a_question_that_is_gone_is_left_out_and_named()
    {
        EvaluationForm after = (Chats.Form.Edit() with { Groups = [Chats.Form.Groups[1]] }).Publish().Value;
        WhatIfComparison result = Chats.Compare(WhatIf.Between(Chats.Form, after), "greeting=no solved=yes identity=yes");

        Assert.Equal((Score.Percent(80), Score.Percent(100)), (result.Before.Total, result.After.Total));
        Assert.Equal((IssueCodes.AnswerToUnknownQuestion, "/answers/greeting"), (result.Misfits.Single().Code, result.Misfits.Single().Pointer));
        Assert.True(result.After.IsProvisional);
    }

    [Fact]
    public void An_answer_whose_option_is_gone_counts_as_not_given()
    {
        EvaluationForm after = Chats.Changed(form => form, item => item is ChoiceQuestion { Key: "solved" } choice ? choice with { Options = [choice.Options[0], choice.Options[2]] } : item);
        WhatIfComparison result = Chats.Compare(WhatIf.Between(Chats.Form, after), "greeting=no solved=partly identity=yes");

        Assert.Equal((Score.Percent(60), Score.Percent(80)), (result.Before.Total, result.After.Total));
        Assert.Equal(IssueCodes.UnknownAnswerOption, result.Misfits.Single().Code);
    }

    [Fact]
    public void A_question_that_is_new_and_required_is_missing()
    {
        EvaluationForm after = Chats.Changed(form => form.Group("Closing", 100, Ask.YesNo("goodbye", "Goodbye?")));
        WhatIfComparison result = Chats.Compare(WhatIf.Between(Chats.Form, after), "greeting=yes solved=partly identity=NA");

        Assert.Equal((IssueCodes.AnswerRequired, Score.Percent(60)), (result.Misfits.Single().Code, result.After.Total));
    }

    [Fact]
    public void Answers_behind_what_is_hidden_after_are_passed_over()
    {
        EvaluationForm after = Chats.Changed(form => form, item => item is ChoiceQuestion { Key: "identity" } choice ? choice with { VisibleWhen = When.Answered("greeting", "no") } : item);
        WhatIfComparison result = Chats.Compare(WhatIf.Between(Chats.Form, after), "greeting=yes solved=yes identity=no");

        Assert.Equal((Score.Percent(60), Score.Percent(100)), (result.Before.Total, result.After.Total));
        Assert.Equal((Fraction.Of(12), Fraction.Of(11)), (result.Before.Possible, result.After.Possible));
        Assert.Empty(result.Misfits);
    }

    [Fact]
    public void Nothing_applicable_has_no_total_no_change_and_no_outcome()
    {
        WhatIfComparison result = Chats.Compare(Chats.WhatIf, "greeting=NA solved=NA identity=NA");

        Assert.Equal((null, null, null, PassCrossing.None), (result.Before.Total, result.After.Total, result.Change, result.Crossing));
        Assert.Equal((Outcome.None, Fraction.Zero, null), (result.After.Outcome, result.After.Possible, result.After.Band));
        Assert.Equal("`e1`: no score, None before, no score, None after", result.ToString());
    }

    [Fact]
    public void A_change_needs_a_number_on_both_sides()
    {
        EvaluationForm after = (Chats.Form.Edit() with { Groups = [Chats.Form.Groups[1]] }).Publish().Value;

        Assert.Null(Chats.Compare(WhatIf.Between(Chats.Form, after), "greeting=yes solved=NA identity=NA").Change);
        Assert.Null(Chats.Compare(WhatIf.Between(Chats.Form, Chats.InPoints), "greeting=yes solved=yes identity=NA").Change);
    }

    [Fact]
    public void Another_method_makes_the_next_version_of_the_form()
    {
        WhatIf whatIf = WhatIf.UnderMethod(Chats.Form, ScoringMethod.Default with { Combination = Combination.TotalPoints }).Value;

        Assert.Equal((1, 2), (whatIf.Before.Version, whatIf.After.Version));
        Assert.Equal(Score.Share(Fraction.Of(13, 24)), Chats.Compare(whatIf, "greeting=yes solved=partly identity=NA").After.Total);
        Assert.True(whatIf.HasSameUnit);
        Assert.Equal($"{whatIf.Before} -> {whatIf.After}", whatIf.ToString());
    }

    [Fact]
    public void A_method_that_does_not_fit_says_why()
    {
        Validated<WhatIf> whatIf = WhatIf.UnderMethod(Chats.Form, ScoringMethod.Default with { Combination = Combination.Grade });

        Assert.False(whatIf.IsValid);
        Assert.Contains(whatIf.Errors, issue => issue.Pointer.StartsWith("/pass", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sheet_that_does_not_fit_its_own_form_is_skipped_with_its_issues()
    {
        WhatIfSkip skip = Assert.IsType<WhatIfSkip>(Chats.WhatIf.Compare(Chats.Case("e9", "greeting=maybe solved=yes", "anna")));

        Assert.Equal([IssueCodes.UnknownAnswerOption, IssueCodes.AnswerRequired], skip.Issues.Select(issue => issue.Code));
        Assert.Equal(("e9", "anna", "`e9` skipped: 2 issues"), (skip.Id, skip.Subject, skip.ToString()));
        Assert.Equal("`e9` skipped: 1 issue", (skip with { Issues = [skip.Issues[0]] }).ToString());
    }

    [Fact]
    public void Cases_are_read_as_results_are_asked_for()
    {
        int read = 0;
        IEnumerable<WhatIfCase> Read()
        {
            while (true)
            {
                read++;
                yield return Chats.Plain($"e{read}", "yes", "yes");
            }
        }

        Assert.Equal(["e1", "e2"], Chats.WhatIf.Compare(Read()).Take(2).Select(result => result.Id));
        Assert.Equal(2, read);
    }

    [Fact]
    public void Neither_a_case_nor_a_result_prints_an_answer_or_a_subject()
    {
        WhatIfCase evaluation = Chats.Plain("e1", "yes", "partly", "anna");

        Assert.Equal("case `e1`", evaluation.ToString());
        Assert.Equal("`e1`: 60 %, Passed before, 60 %, Failed after", Chats.WhatIf.Compare(evaluation).ToString());
    }

    [Fact]
    public void Names_are_of_bounded_length_and_unicode()
    {
        WhatIfCase evaluation = Chats.Plain("e1", "yes", "yes");
        string longest = new('x', 200);

        Assert.Equal(longest, Chats.WhatIf.Compare(evaluation with { Id = longest, Subject = longest }).Id);
        Assert.Throws<ArgumentException>("evaluation", () => Chats.WhatIf.Compare(evaluation with { Id = "" }));
        Assert.Throws<ArgumentNullException>("evaluation", () => Chats.WhatIf.Compare(evaluation with { Id = null! }));
        Assert.Throws<ArgumentException>("evaluation", () => Chats.WhatIf.Compare(evaluation with { Subject = "" }));
        Assert.StartsWith(
            "an id or a subject has at most 200 characters, not 201",
            Assert.Throws<ArgumentException>("evaluation", () => Chats.WhatIf.Compare(evaluation with { Subject = longest + "x" })).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "an id or a subject holds half a character at position 1",
            Assert.Throws<ArgumentException>("evaluation", () => Chats.WhatIf.Compare(evaluation with { Id = "a\ud83d" })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_may_be_null()
    {
        Assert.Throws<ArgumentNullException>("before", () => WhatIf.Between(null!, Chats.Form));
        Assert.Throws<ArgumentNullException>("after", () => WhatIf.Between(Chats.Form, null!));
        Assert.Throws<ArgumentNullException>("form", () => WhatIf.UnderMethod(null!, ScoringMethod.Default));
        Assert.Throws<ArgumentNullException>("method", () => WhatIf.UnderMethod(Chats.Form, null!));
        Assert.Throws<ArgumentNullException>("evaluation", () => Chats.WhatIf.Compare((WhatIfCase)null!));
        Assert.Throws<ArgumentNullException>("evaluation", () => Chats.WhatIf.Compare(new WhatIfCase { Id = "a", Answers = null! }));
        Assert.Throws<ArgumentNullException>("evaluations", () => Chats.WhatIf.Compare((IEnumerable<WhatIfCase>)null!));
        Assert.Throws<ArgumentNullException>("evaluations", () => Chats.WhatIf.Report(null!));
    }
}
