using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Rescoring;

/// <summary>What is counted of many evaluations, and how it stays small.</summary>
public sealed class WhatIfTallyTests
{
    private static readonly WhatIfLimits Short = new() { Largest = 2, Listed = 2 };

    [Fact]
    public void A_tally_of_nothing_reports_nothing()
    {
        WhatIfTally tally = Chats.WhatIf.Tally();
        WhatIfReport report = tally.Report();

        Assert.Equal((0, 0, 0, null), (tally.Count, tally.Compared, tally.Skipped, tally.LastId));
        Assert.Equal((null, null, null, null), (report.MeanChange, report.Before.Average.Mean, report.Before.PassRate, report.Before.Distribution.Median));
        Assert.Empty(report.Subjects);
        Assert.Equal("0 compared, 0 skipped", tally.ToString());
    }

    [Fact]
    public void Compared_and_skipped_are_counted_apart()
    {
        WhatIfTally tally = Chats.Tally(Chats.WhatIf, null, Chats.Plain("a", "yes", "yes"), Chats.Case("b", "greeting=yes", "anna"), Chats.Plain("c", "no", "no"));

        Assert.Equal((3, 2, 1, "c"), (tally.Count, tally.Compared, tally.Skipped, tally.LastId));
        Assert.Equal("2 compared, 1 skipped", tally.ToString());
        AffectedCases skipped = tally.Report().Skipped;
        Assert.Equal((1, "b"), (skipped.Count, skipped.Ids.Single()));
        Assert.Equal((IssueCodes.AnswerRequired, 1), (skipped.Reasons.Single().Name, skipped.Reasons.Single().Count));
        Assert.Empty(tally.Report().Subjects);
    }

    [Fact]
    public void Adding_gives_the_result()
    {
        WhatIfResult result = Chats.WhatIf.Tally().Add(Chats.Plain("a", "yes", "yes"));

        Assert.Equal(Score.Percent(100), Assert.IsType<WhatIfComparison>(result).After.Total);
    }

    [Fact]
    public void Results_can_be_counted_that_were_made_elsewhere()
    {
        WhatIfTally tally = Chats.WhatIf.Tally();
        tally.Add(WhatIf.Between(Chats.Form, Chats.Stricter).Compare(Chats.Plain("a", "yes", "yes")));
        Assert.Equal(1, tally.Compared);
    }

    [Fact]
    public void Results_of_other_forms_are_refused()
    {
        WhatIfTally tally = Chats.WhatIf.Tally();
        WhatIf backwards = WhatIf.Between(Chats.Stricter, Chats.Form);
        WhatIf other = WhatIf.Between(Chats.Form, Chats.Form);

        ArgumentException thrown = Assert.Throws<ArgumentException>("result", () => tally.Add(backwards.Compare(Chats.Plain("a", "yes", "yes"))));
        Assert.StartsWith($"the result is that of `{backwards}`, and this tally counts `{Chats.WhatIf}`", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("result", () => tally.Add(other.Compare(Chats.Plain("a", "yes", "yes"))));
        Assert.StartsWith($"the tally counts `{backwards}`, and this one counts", Assert.Throws<ArgumentException>("other", () => tally.Merge(backwards.Tally())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("other", () => tally.Merge(other.Tally()));
        Assert.Equal(0, tally.Count);
    }

    [Fact]
    public void A_tally_with_other_limits_is_refused()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>("other", () => Chats.WhatIf.Tally().Merge(Chats.WhatIf.Tally(Short)));
        Assert.StartsWith("the tally has other limits", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_keep_the_first_ids_whatever_the_order_and_count_all()
    {
        WhatIfTally tally = Chats.Tally(Chats.WhatIf, Short, [.. new[] { "d", "b", "e", "a", "c" }.Select(id => Chats.Plain(id, "yes", "partly"))]);
        AffectedCases failing = tally.Report().ToFailed;

        Assert.Equal(5, failing.Count);
        Assert.Equal("a b", string.Join(' ', failing.Ids));
        Assert.Empty(failing.Reasons);
    }

    [Fact]
    public void The_largest_changes_come_first_and_equal_ones_by_id()
    {
        WhatIf whatIf = WhatIf.Between(Chats.Form, Chats.Changed(form => form with { Groups = [form.Groups[0] with { Weight = 80 }, form.Groups[1] with { Weight = 20 }] }));
        WhatIfReport report = Chats.Tally(
            whatIf,
            Short,
            Chats.Plain("d", "no", "partly"),
            Chats.Plain("c", "no", "yes"),
            Chats.Plain("b", "no", "yes"),
            Chats.Plain("a", "no", "yes"),
            Chats.Plain("g", "yes", "no"),
            Chats.Plain("f", "yes", "partly"),
            Chats.Plain("e", "yes", "yes")).Report();

        Assert.Equal([("a", Score.Percent(-60)), ("b", Score.Percent(-60))], report.LargestFalls.Select(change => (change.Id, change.Change)));
        Assert.Equal([("g", Score.Percent(60)), ("f", Score.Percent(30))], report.LargestRises.Select(change => (change.Id, change.Change)));
        Assert.Equal((Score.Percent(20), Score.Percent(80)), (report.LargestRises[0].Before, report.LargestRises[0].After));
        Assert.Equal((2, 4, 1), (report.Rises, report.Falls, report.Same));
        Assert.Equal(Score.Share(Fraction.Of(-120, 700)), report.MeanChange);
    }

    [Fact]
    public void Lists_of_length_0_stay_empty()
    {
        WhatIfReport report = Chats.Tally(Chats.WhatIf, new() { Largest = 0, Listed = 0 }, Chats.Case("a", "greeting=yes solved=yes identity=no"), Chats.Case("b", "greeting=x")).Report();

        Assert.Equal((1, 0, 1, 0), (report.Falls, report.LargestFalls.Length, report.ToFailed.Count, report.ToFailed.Ids.Length));
        Assert.Equal((1, 0, 1, 0), (report.Skipped.Count, report.Skipped.Ids.Length, report.NewFailures.Count, report.NewFailures.Ids.Length));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1_001, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 100_001)]
    public void Limits_have_bounds(int largest, int listed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Chats.WhatIf.Tally(new() { Largest = largest, Listed = listed }));

    [Fact]
    public void Limits_may_be_as_large_as_their_bounds()
    {
        Assert.Equal(1_000, Chats.WhatIf.Tally(new() { Largest = 1_000, Listed = 100_000 }).Limits.Largest);
        Assert.Equal(0, Chats.WhatIf.Tally(new() { Largest = 0, Listed = 0 }).Limits.Listed);
        Assert.Equal((10, 100), (Chats.WhatIf.Tally().Limits.Largest, Chats.WhatIf.Tally().Limits.Listed));
    }

    [Fact]
    public void Merging_with_nothing_keeps_the_place_to_go_on()
    {
        WhatIfTally one = Chats.Tally(Chats.WhatIf, null, Chats.Plain("a", "yes", "yes"));
        WhatIfTally empty = Chats.WhatIf.Tally();
        one.Merge(Chats.WhatIf.Tally());
        empty.Merge(one);

        Assert.Equal(("a", "a", 1), (one.LastId, empty.LastId, empty.Count));
    }

    [Fact]
    public void A_tally_of_several_runs_has_no_place_to_go_on()
    {
        WhatIfTally one = Chats.Tally(Chats.WhatIf, null, Chats.Plain("a", "yes", "yes"));
        one.Merge(Chats.Tally(Chats.WhatIf, null, Chats.Plain("b", "yes", "yes")));
        Assert.Null(one.LastId);

        one.Add(Chats.Plain("c", "yes", "yes"));
        WhatIfTally copy = Chats.WhatIf.Tally();
        copy.Merge(one);

        Assert.Equal((null, null, 3), (one.LastId, copy.LastId, copy.Count));
        Assert.StartsWith("the tally holds several runs", Assert.Throws<InvalidOperationException>(() => copy.Remaining([])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_rest_remains()
    {
        WhatIfCase[] cases = [.. "abcd".Select(id => Chats.Plain($"{id}", "yes", "yes"))];
        WhatIfTally tally = Chats.Tally(Chats.WhatIf, null, cases[..2]);

        Assert.Equal(["c", "d"], tally.Remaining(cases).Select(evaluation => evaluation.Id));
        Assert.Equal(["a", "b", "c", "d"], Chats.WhatIf.Tally().Remaining(cases).Select(evaluation => evaluation.Id));
        Assert.Empty(tally.Remaining(cases[..2]));
    }

    [Fact]
    public void Going_on_with_other_evaluations_is_refused()
    {
        WhatIfCase[] cases = [.. "abcd".Select(id => Chats.Plain($"{id}", "yes", "yes"))];
        WhatIfTally tally = Chats.Tally(Chats.WhatIf, null, cases[..3]);

        Assert.Equal(
            "evaluation 3 is `d`, and the tally stopped there at `c`; go on with the evaluations that it began with",
            Assert.Throws<InvalidOperationException>(() => tally.Remaining([cases[0], cases[1], cases[3]]).ToList()).Message);
        Assert.Equal(
            "there are 2 evaluations, and the tally counted 3; go on with the evaluations that it began with",
            Assert.Throws<InvalidOperationException>(() => tally.Remaining(cases[..2]).ToList()).Message);
    }

    [Fact]
    public void Subjects_are_counted_where_they_are_named()
    {
        WhatIfReport report = Chats.Tally(
            Chats.WhatIf,
            null,
            Chats.Plain("a", "yes", "partly", "bo"),
            Chats.Plain("b", "yes", "yes", "bo"),
            Chats.Plain("c", "yes", "partly", "anna"),
            Chats.Case("d", "greeting=NA solved=NA identity=NA", "anna"),
            Chats.Plain("e", "yes", "yes")).Report();

        Assert.Equal(["anna", "bo"], report.Subjects.Select(subject => subject.Subject));
        WhatIfSubject anna = report.Subjects[0];
        Assert.Equal((2, 1, 1, Score.Percent(60), Score.Percent(60)), (anna.Compared, anna.CountBefore, anna.CountAfter, anna.MeanBefore, anna.MeanAfter));
        Assert.Equal((PassCrossing.ToFailed, 1, 0), (anna.Crossing, anna.ToFailed, anna.ToPassed));
        Assert.Equal((PassCrossing.None, Score.Percent(80)), (report.Subjects[1].Crossing, report.Subjects[1].MeanAfter));
        Assert.Equal(anna, report.CrossingSubjects.Single());
    }

    [Fact]
    public void A_subject_may_pass_now_or_have_no_mean()
    {
        WhatIf whatIf = WhatIf.Between(Chats.Stricter, Chats.Form);
        WhatIfReport report = Chats.Tally(
            whatIf,
            null,
            Chats.Plain("a", "yes", "partly", "anna"),
            Chats.Case("b", "greeting=NA solved=NA identity=NA", "bo")).Report();

        Assert.Equal((PassCrossing.ToPassed, 0, 1), (report.Subjects[0].Crossing, report.Subjects[0].ToFailed, report.Subjects[0].ToPassed));
        Assert.Equal((null, null, PassCrossing.None), (report.Subjects[1].MeanBefore, report.Subjects[1].MeanAfter, report.Subjects[1].Crossing));
    }

    [Fact]
    public void No_subject_crosses_a_mark_that_is_not_there()
    {
        WhatIf whatIf = WhatIf.Between(Chats.Form, Chats.Changed(form => form with { Pass = new() { QuestionMinimum = Score.Percent(10) } }));

        Assert.Empty(Chats.Tally(whatIf, null, Chats.Plain("a", "no", "no", "anna")).Report().CrossingSubjects);
    }

    [Fact]
    public void What_does_not_carry_over_is_counted_by_question_and_option()
    {
        EvaluationForm after = Chats.Changed(
            form => form with
            {
                Groups = [form.Groups[1], new Group { Key = "closing", Title = "Closing", Weight = 1, Items = [Ask.YesNo("goodbye", "Goodbye?") with { IsRequired = true }] }],
            },
            item => item is ChoiceQuestion choice
                ? choice with
                {
                    AllowsNotApplicable = choice.Key == "solved",
                    Options = choice.Key == "solved" ? [choice.Options[0], choice.Options[2]] : choice.Options,
                    Comment = choice.Key == "solved" ? CommentRule.Always : CommentRule.Never,
                }
                : item);
        WhatIfReport report = Chats.Tally(
            WhatIf.Between(Chats.Form, after),
            null,
            Chats.Plain("a", "yes", "partly"),
            Chats.Plain("b", "yes", "partly"),
            Chats.Case("c", "solved=yes identity=yes greeting=NA")).Report();

        Assert.Equal(
            [
                (MisfitKind.QuestionGone, "greeting", null, 3L),
                (MisfitKind.OptionGone, "solved", "partly", 2L),
                (MisfitKind.NotApplicableNotAllowed, "identity", null, 2L),
                (MisfitKind.AnswerMissing, "goodbye", null, 3L),
                (MisfitKind.CommentMissing, "solved", null, 1L),
            ],
            report.Misfits.Select(misfit => (misfit.Kind, misfit.Key, misfit.Option, misfit.Count)));
        Assert.Equal(3, report.Provisional);
    }

    [Fact]
    public void Groups_and_kinds_of_answers_may_not_carry_over()
    {
        Group open = new() { Key = "talk", Title = "Talk", Weight = 1, AllowsNotApplicable = true, Items = [Ask.YesNo("calm", "Calm?")] };
        Group marked = new() { Key = "sale", Title = "Sale", Weight = 1, AllowsNotApplicable = true, Items = [Ask.YesNo("offer", "Offer?")] };
        EvaluationForm before = EvaluationForm.Draft("F").Group(open).Group(marked).Group("Rest", 1, Ask.Number("wait", "Wait?", (0, 99, 1), (100, 200, 0))).Publish().Value;
        EvaluationForm after = (before.Edit() with
        {
            Groups = [open with { Key = "chat" }, marked with { AllowsNotApplicable = false }, new Group { Key = "rest", Title = "Rest", Weight = 1, Items = [Ask.Number("wait", "Wait?", (0, 9, 1), (10, 99, 0))] }],
        }).Publish().Value;

        WhatIfReport report = Chats.Tally(WhatIf.Between(before, after), null, Chats.Case("a", "[talk] [sale] wait=#150")).Report();

        Assert.Equal(
            [
                (MisfitKind.GroupGone, "talk"),
                (MisfitKind.NotApplicableNotAllowed, "sale"),
                (MisfitKind.AnswerDoesNotFit, "wait"),
                (MisfitKind.AnswerMissing, "calm"),
                (MisfitKind.AnswerMissing, "offer"),
            ],
            report.Misfits.Select(misfit => (misfit.Kind, misfit.Key)));
    }

    [Fact]
    public void Nothing_may_be_null()
    {
        WhatIfTally tally = Chats.WhatIf.Tally();
        Assert.Throws<ArgumentNullException>("evaluation", () => tally.Add((WhatIfCase)null!));
        Assert.Throws<ArgumentNullException>("result", () => tally.Add((WhatIfResult)null!));
        Assert.Throws<ArgumentNullException>("other", () => tally.Merge(null!));
        Assert.Throws<ArgumentNullException>("evaluations", () => tally.Remaining(null!));
        Assert.Equal(Outcome.None, tally.Report().Outcomes[0].Before);
    }
}
