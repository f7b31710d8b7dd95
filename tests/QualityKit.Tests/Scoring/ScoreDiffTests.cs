using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Scoring;

public sealed class ScoreDiffTests
{
    private static readonly FormDraft Draft = EvaluationForm.Draft("Call")
        .Group("All", weight: 1,
            Ask.YesNo("a", "A?") with { AllowsNotApplicable = true, IsRequired = false },
            Ask.YesNo("b", "B?") with { AllowsNotApplicable = true },
            Ask.Choice("c", "C?", ("good", 4), ("fair", 2), ("bad", 0)) with { AllowsNotApplicable = true });

    private static readonly EvaluationForm Form = Draft.Publish().Value;
    private static readonly AnswerSheet Sheet = AnswerSheet.Empty.Answer("a", "yes").Answer("b", "no").Answer("c", "fair");

    [Fact]
    public void One_changed_answer_has_the_whole_change() =>
        AssertText(Sheet, Sheet.Answer("c", "good"), """
            +16.67 %  Call: 50 % becomes 66.67 %
            +16.67 %    other answers
            +16.67 %      C?: `Fair` becomes `Good`

            """);

    [Fact]
    public void An_N_A_is_told_where_it_was_marked() =>
        AssertText(Sheet, Sheet.NotApplicable("b"), """
            +25 %  Call: 50 % becomes 75 %
            +25 %    other answers
            +25 %      B?: `No` becomes N/A

            """);

    [Fact]
    public void Two_changes_share_what_they_did_together() =>
        AssertText(Sheet, Sheet.NotApplicable("b").Answer("c", "good"), """
               +50 %  Call: 50 % becomes 100 %
               +50 %    other answers
            +29.17 %      B?: `No` becomes N/A
            +20.83 %      C?: `Fair` becomes `Good`

            """);

    [Theory]
    [InlineData(ScoreDiffCause.AnswerChanged, "no", "yes")]
    [InlineData(ScoreDiffCause.BecameNotApplicable, "no", "N/A")]
    [InlineData(ScoreDiffCause.BecameNotApplicable, "", "N/A")]
    [InlineData(ScoreDiffCause.NoLongerNotApplicable, "N/A", "no")]
    [InlineData(ScoreDiffCause.NoLongerNotApplicable, "N/A", "")]
    [InlineData(ScoreDiffCause.Answered, "", "no")]
    [InlineData(ScoreDiffCause.Cleared, "no", "")]
    public void A_line_says_how_the_answer_changed(ScoreDiffCause cause, string before, string after)
    {
        ScoreDiffLine line = Assert.Single(Between(With("a", before), With("a", after)).Lines);

        Assert.Equal(cause, line.Cause);
        Assert.Equal("a", line.Subject);
        Assert.Equal(before.Length > 0, line.Arguments.Any(argument => argument.Name == "before"));
        Assert.Equal(after.Length > 0, line.Arguments.Any(argument => argument.Name == "after"));
    }

    [Theory]
    [InlineData(ScoreDiffCause.AnswerFails, "yes", "no")]
    [InlineData(ScoreDiffCause.AnswerFailsNoLonger, "no", "yes")]
    [InlineData(ScoreDiffCause.BecameNotApplicable, "no", "N/A")]
    [InlineData(ScoreDiffCause.NoLongerNotApplicable, "N/A", "no")]
    public void A_line_says_that_an_answer_fails(ScoreDiffCause cause, string before, string after)
    {
        EvaluationForm form = EvaluationForm.Draft("Call").Group("All", weight: 1,
            Ask.YesNo("a", "A?") with { IsFatal = true, AllowsNotApplicable = true }, Ask.YesNo("b", "B?")).Publish().Value;
        AnswerSheet sheet = AnswerSheet.Empty.Answer("b", "yes");

        ScoreDiffLine line = Assert.Single(Between(form, With("a", before, sheet), With("a", after, sheet)).Lines);

        Assert.Equal(cause, line.Cause);
    }

    [Fact]
    public void A_failure_takes_what_another_change_would_have_earned()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").PassesAt(50).Band("Low", 0).Band("High", 50).Group("All", weight: 1,
            Ask.YesNo("a", "A?") with { IsFatal = true }, Ask.YesNo("b", "B?")).Publish().Value;

        ScoreDiff diff = Between(form, AnswerSheet.Empty.Answer("a", "yes").Answer("b", "no"), AnswerSheet.Empty.Answer("a", "no").Answer("b", "yes"));

        Assert.Equal("""
            -50 %  Call: 50 % becomes 0 %
            -50 %    other answers
            -75 %      A?: `Yes` becomes `No`, which fails
            +25 %      B?: `No` becomes `Yes`
                     outcome: passed becomes failed
                     band: High becomes Low

            """, diff.ToString());
    }

    [Fact]
    public void What_is_shown_and_hidden_says_so()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").Group("All", weight: 1,
            Ask.YesNo("a", "A?"), Ask.YesNo("b", "B?") with { VisibleWhen = When.Answered("a", "no") }).Publish().Value;
        AnswerSheet yes = AnswerSheet.Empty.Answer("a", "yes");
        AnswerSheet no = AnswerSheet.Empty.Answer("a", "no").Answer("b", "yes");

        Assert.Equal([ScoreDiffCause.AnswerChanged, ScoreDiffCause.Shown], Between(form, yes, no).Lines.Select(line => line.Cause));
        Assert.Equal([ScoreDiffCause.AnswerChanged, ScoreDiffCause.Hidden], Between(form, no, yes).Lines.Select(line => line.Cause));
        Assert.Contains("B?: visible now, `Yes`", Between(form, yes, no).ToText(), StringComparison.Ordinal);
        Assert.Contains("B?: no longer visible", Between(form, no, yes).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_answer_without_effect_has_a_line_of_zero()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").Group("All", weight: 1,
            Ask.YesNo("a", "A?"), Ask.YesNo("b", "B?") with { IsExcluded = true }, Ask.Text("c", "C?"), Ask.Date("d", "D?")).Publish().Value;
        AnswerSheet before = AnswerSheet.Empty.Answer("a", "yes").Answer("b", "yes").Write("c", "secret");

        Assert.Equal("""
               0 %  Call: 100 % stays
               0 %    other answers
               0 %      B?: `Yes` becomes `No`
               0 %      C?: given was taken away
               0 %      D?: answered given

            """.Replace("   0 %", "0 %", StringComparison.Ordinal), Between(form, before, before.Answer("b", "no").Clear("c").Answer("d", new DateOnly(2026, 1, 1))).ToText());
    }

    [Fact]
    public void Another_text_is_no_change_and_never_told()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").Group("All", weight: 1, Ask.YesNo("a", "A?"), Ask.Text("c", "C?")).Publish().Value;
        AnswerSheet before = AnswerSheet.Empty.Answer("a", "yes").Write("c", "secret");

        Assert.Empty(Between(form, before, before.Write("c", "other")).Lines);
    }

    [Fact]
    public void Numbers_and_selections_read_as_they_were_given()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").Group("All", weight: 1,
            Ask.Number("n", "N?", (-2, 10, 1), (10.5m, 20, 0)) with { Step = 0.5m },
            Ask.MultiSelect("m", "M?", ("x", 1), ("b", 1))).Publish().Value;

        ScoreDiff diff = Between(form, AnswerSheet.Empty.Answer("n", 7.5m).Answer("m", "x"), AnswerSheet.Empty.Answer("n", 11).Answer("m"));

        Assert.Equal("""
            -75 %  Call: 75 % becomes 0 %
            -75 %    other answers
            -50 %      N?: 7.5 becomes 11
            -25 %      M?: `X` becomes none

            """, diff.ToText());
        Assert.Contains("M?: none becomes `B`, `X`", Between(form, AnswerSheet.Empty.Answer("n", 1).Answer("m"), AnswerSheet.Empty.Answer("n", 1).Answer("m", "x", "b")).ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, ScoreDiffSplit.Shapley)]
    [InlineData(11, ScoreDiffSplit.TwoOrders)]
    public void Beyond_ten_answers_two_orders_stand_for_all(int changed, ScoreDiffSplit split)
    {
        EvaluationForm form = EvaluationForm.Draft("Call").Group("All", weight: 1,
            [.. Enumerable.Range(0, 12).Select(number => Ask.YesNo($"q{number}", $"Q{number}") with { AllowsNotApplicable = true })]).Publish().Value;
        AnswerSheet before = Enumerable.Range(0, 12).Aggregate(AnswerSheet.Empty, (sheet, number) => sheet.Answer($"q{number}", "no"));
        AnswerSheet after = Enumerable.Range(0, changed).Aggregate(before, (sheet, number) => number == 0 ? sheet.NotApplicable("q0") : sheet.Answer($"q{number}", "yes"));

        ScoreDiffStep step = Assert.Single(Between(form, before, after).Steps);

        Assert.Equal(split, step.Split);
        Assert.Equal(changed, step.Lines.Length);
        Assert.Equal(Fraction.Of(changed - 1, 11), step.Change!.Value.Value);
        Assert.Equal(split == ScoreDiffSplit.TwoOrders, Between(form, before, after).ToText().Contains("(more than 10: the mean of document order and its reverse)", StringComparison.Ordinal));
    }

    // With S of the changes made the total is (1 if c) / (4 - those of a and b in S), over 2 where a second group weighs as much.
    // Over all orders a adds 1/12 where only c was before (1 of 6 orders) and 1/6 behind b and c (2 of 6). Forward a and b add nothing; backward b adds 1/12 and a 1/6.
    [Fact]
    public void Up_to_ten_answers_share_over_all_orders_and_more_over_two()
    {
        Question[] first = [.. "abcd".Select(key => Ask.YesNo($"{key}", "?") with { AllowsNotApplicable = true })];
        Question[] second = [.. "efghijkl".Select(key => Ask.YesNo($"{key}", "?"))];
        EvaluationForm small = EvaluationForm.Draft("Call").Group("One", weight: 1, [.. first]).Publish().Value;
        EvaluationForm large = EvaluationForm.Draft("Call").Group("One", weight: 1, [.. first]).Group("Two", weight: 1, [.. second]).Publish().Value;
        string others = string.Concat("efghijkl".Select(key => $" {key}=no"));

        ScoreDiff few = Between(small, Sheets.Of("a=no b=no c=no d=no"), Sheets.Of("a=NA b=NA c=yes d=no"));
        ScoreDiff many = Between(large, Sheets.Of("a=no b=no c=no d=no" + others), Sheets.Of("a=NA b=NA c=yes d=no" + others.Replace("no", "yes", StringComparison.Ordinal)));

        Assert.Equal(["5/72", "5/72", "13/36"], few.Lines.Select(line => line.Amount!.Value.Value.ToString()));
        Assert.Equal(["1/24", "1/48", "3/16", .. Enumerable.Repeat("1/16", 8)], many.Lines.Select(line => line.Amount!.Value.Value.ToString()));
    }

    [Fact]
    public void Where_some_of_the_answers_give_no_score_the_lines_are_subtracted()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").Group("All", weight: 1,
            Ask.YesNo("a", "A?") with { AllowsNotApplicable = true }, Ask.YesNo("b", "B?") with { AllowsNotApplicable = true }).Publish().Value;

        ScoreDiff diff = Between(form, AnswerSheet.Empty.Answer("a", "yes").NotApplicable("b"), AnswerSheet.Empty.NotApplicable("a").Answer("b", "no"));

        Assert.Equal("""
            -100 %  Call: 100 % becomes 0 %
            -100 %    other answers (line by line: with some of the answers there is no score)
            -100 %      A?: `Yes` becomes N/A
               0 %      B?: no longer N/A, now `No`

            """, diff.ToText());
    }

    [Fact]
    public void Without_a_total_there_are_lines_and_no_amounts()
    {
        ScoreDiff diff = Between(Sheet, AnswerSheet.Empty.NotApplicable("a").NotApplicable("b").NotApplicable("c"));

        Assert.Null(diff.Change);
        Assert.All(diff.Lines, line => Assert.Null(line.Amount));
        Assert.Equal("""
              Call: 50 % becomes no score
                other answers
                  A?: `Yes` becomes N/A
                  B?: `No` becomes N/A
                  C?: `Fair` becomes N/A
                there is no change to add up: the score was 50 % and is no score

            """, diff.ToText());
    }

    [Fact]
    public void Other_units_are_told_and_not_added_up()
    {
        EvaluationForm points = Draft.ScoredBy(new() { Combination = Combination.Sum }).Publish().Value;

        ScoreDiff diff = ScoreDiff.Between(Scorer.Score(Form, Sheet), Scorer.Score(points, Sheet));

        Assert.Null(diff.Change);
        Assert.Equal(ScoreDiffStepKind.Method, Assert.Single(diff.Steps).Kind);
        Assert.Equal(ScoreDiffCause.OtherUnit, Assert.Single(diff.Remarks).Cause);
        Assert.Contains("there is no change to add up: 50 % and 3 points have different units", diff.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_weight_has_a_line_where_it_changes_something()
    {
        ScoreDiff diff = ScoreDiff.Between(Scorer.Score(Form, Sheet), Scorer.Score(Edited(items => [((ScoredQuestion)items[0]) with { Weight = 2 }, items[1], items[2]]), Sheet));

        Assert.Equal("""
            +12.5 %  Call: 50 % becomes 62.5 %
            +12.5 %    another form
            +16.67 %      A?: weighed 33.33 % before and 50 % now
                0 %      B?: weighed 33.33 % before and 25 % now
            -4.17 %      C?: weighed 33.33 % before and 25 % now

            """.Split('\n').Select(line => line.Trim()), diff.ToText().Split('\n').Select(line => line.Trim()));
    }

    [Fact]
    public void Other_points_have_a_line_of_their_own()
    {
        ScoreDiff diff = ScoreDiff.Between(
            Scorer.Score(Form, Sheet),
            Scorer.Score(Edited(items => [items[0], items[1], Ask.Choice("c", "C?", ("good", 4), ("fair", 3), ("bad", 0))]), Sheet));

        ScoreDiffLine line = Assert.Single(diff.Lines);
        Assert.Equal(ScoreDiffCause.ValueChanged, line.Cause);
        Assert.Equal(Fraction.Of(1, 12), line.Amount!.Value.Value);
        Assert.Contains("C?: worth 50 % before and 75 % now", diff.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void New_and_removed_questions_have_lines()
    {
        EvaluationForm later = Edited(items => [items[1], items[2], Ask.YesNo("d", "D?"), Ask.Text("e", "E?")]);

        ScoreDiff diff = ScoreDiff.Between(Scorer.Score(Form, Sheet), Scorer.Score(later, AnswerSheet.Empty.Answer("b", "no").Answer("c", "fair").Answer("d", "no")));

        Assert.Equal([("d", ScoreDiffCause.QuestionAdded), ("a", ScoreDiffCause.QuestionRemoved)], diff.Lines.Select(line => (line.Subject, line.Cause)));
        Assert.Equal([Fraction.Zero, Fraction.Of(-1, 3)], diff.Lines.Select(line => line.Amount!.Value.Value));
    }

    [Fact]
    public void A_question_changed_without_effect_has_a_line_of_zero()
    {
        EvaluationForm later = Edited(items => [items[0], items[1], ((ScoredQuestion)items[2]) with { Weight = 3 }]);
        AnswerSheet sheet = Sheet.NotApplicable("c");

        ScoreDiffLine line = Assert.Single(ScoreDiff.Between(Scorer.Score(Form, sheet), Scorer.Score(later, sheet)).Lines);

        Assert.Equal((ScoreDiffCause.WithoutEffect, "c", Fraction.Zero), (line.Cause, line.Subject, line.Amount!.Value.Value));
    }

    [Fact]
    public void Only_other_words_are_no_step() =>
        Assert.Empty(ScoreDiff.Between(Scorer.Score(Form, Sheet), Scorer.Score((Form.Edit() with { Name = "Phone call" }).Publish().Value, Sheet)).Steps);

    [Fact]
    public void Answers_form_and_method_are_steps_of_their_own()
    {
        EvaluationForm later = (Edited(items => [((ScoredQuestion)items[0]) with { Weight = 2 }, items[1], items[2]]).Edit() with
        {
            Method = new() { Value = QuestionValue.OfFixedScale(4), Name = "Ours" },
        }).Publish().Value;

        ScoreDiff diff = ScoreDiff.Between(Scorer.Score(Form, Sheet), Scorer.Score(later, Sheet.Answer("c", "good")));

        Assert.Equal([ScoreDiffStepKind.Answers, ScoreDiffStepKind.Form, ScoreDiffStepKind.Method], diff.Steps.Select(step => step.Kind));
        Assert.Equal(["1/6", "1/12", "-3/8"], diff.Steps.Select(step => step.Change!.Value.Value.ToString()));
        Assert.Equal(["1/2", "2/3", "3/4"], diff.Steps.Select(step => step.Before!.Value.Value.ToString()));
        Assert.Equal(["2/3", "3/4", "3/8"], diff.Steps.Select(step => step.After!.Value.Value.ToString()));
    }

    [Fact]
    public void A_form_that_the_earlier_method_cannot_score_changes_together_with_it()
    {
        Group group = Form.Groups[0];
        EvaluationForm later = (Form.Edit() with
        {
            Groups = [group with { Items = [Ask.Choice("a", "A?", ("yes", -1), ("no", -2)), group.Items[1], group.Items[2]] }],
            Method = new() { Value = QuestionValue.OfRange },
        }).Publish().Value;

        ScoreDiffStep step = Assert.Single(ScoreDiff.Between(Scorer.Score(Form, Sheet), Scorer.Score(later, Sheet)).Steps);

        Assert.Equal(ScoreDiffStepKind.Together, step.Kind);
        Assert.Equal(ScoreDiffSplit.LineByLine, step.Split);
    }

    [Fact]
    public void Deductions_start_from_something_else_and_count_in_another_way()
    {
        EvaluationForm later = Draft.ScoredBy(new() { Combination = Combination.Deductions(6) }).Publish().Value;

        ScoreDiff diff = ScoreDiff.Between(Scorer.Score(Form, Sheet), Scorer.Score(later, Sheet));

        Assert.Equal("""
                 0 %  Call: 50 % stays
                 0 %    another method
              +100 %      the score starts from something else
            -33.33 %      A?: counted in another way
            -16.67 %      B?: counted in another way
               -50 %      C?: counted in another way

            """, diff.ToText());
    }

    [Fact]
    public void Rules_bounds_and_failures_have_lines()
    {
        FormDraft ruled = Draft with { Rules = [new() { Effect = ScoreRuleEffect.Raise, Amount = Score.Percent(70) }] };
        EvaluationForm capped = ruled.ScoredBy(new() { CapAtFull = true }).Publish().Value;
        EvaluationForm failing = Edited(items => [items[0], ((ChoiceQuestion)items[1]).FailsOn(FailureScope.Form, "no"), items[2]]);

        Assert.Contains(
            ScoreDiff.Between(Scorer.Score(Form, Sheet), Scorer.Score(ruled.Publish().Value, Sheet)).Lines,
            line => line is { Cause: ScoreDiffCause.Rules, Subject: "" } && line.Amount!.Value.Value == Fraction.Of(7, 10));
        Assert.Contains(
            ScoreDiff.Between(Scorer.Score(ruled.Publish().Value, Sheet), Scorer.Score(capped, Sheet)).Lines,
            line => line.Cause == ScoreDiffCause.Bound && line.Amount!.Value.Value == Fraction.Of(-1, 5));
        Assert.Contains(
            ScoreDiff.Between(Scorer.Score(Form, Sheet), Scorer.Score(failing, Sheet)).Lines,
            line => line.Cause == ScoreDiffCause.Failure && line.Amount!.Value.Value == Fraction.Of(-1, 2));
        Assert.Contains(
            "score rules for the form added 0 % before and 70 % now",
            ScoreDiff.Between(Scorer.Score(Form, Sheet), Scorer.Score(ruled.Publish().Value, Sheet)).ToText(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_the_earlier_form_does_not_have_is_told_with_the_form()
    {
        EvaluationForm later = Edited(items => [items[0], items[1], Ask.Choice("c", "C?", ("good", 4), ("fair", 2), ("bad", 0), ("great", 4))]);

        ScoreDiff diff = ScoreDiff.Between(Scorer.Score(Form, Sheet), Scorer.Score(later, Sheet.Answer("a", "no").Answer("c", "great")));

        Assert.Equal([ScoreDiffStepKind.Answers, ScoreDiffStepKind.Form], diff.Steps.Select(step => step.Kind));
        Assert.Equal(["a"], diff.Steps[0].Lines.Select(line => line.Subject));
        Assert.Contains("C?: `Fair` becomes `Great`", diff.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_marked_N_A_is_told_at_its_questions()
    {
        EvaluationForm form = EvaluationForm.Draft("Call")
            .Group(Ask.Group("One", 1, Ask.YesNo("a", "A?"), Ask.YesNo("b", "B?")) with { AllowsNotApplicable = true })
            .Group("Two", weight: 1, Ask.YesNo("c", "C?"))
            .Publish().Value;
        AnswerSheet sheet = AnswerSheet.Empty.Answer("a", "no").Answer("b", "no").Answer("c", "yes");
        EvaluationForm later = (form.Edit() with { Groups = [form.Groups[0] with { Weight = 3 }, form.Groups[1]] }).Publish().Value;

        Assert.Equal(["a", "b"], Between(form, sheet, sheet.NotApplicableGroup("one")).Lines.Select(line => line.Subject));
        Assert.Equal(["a", "b"], ScoreDiff.Between(Scorer.Score(form, sheet), Scorer.Score(later, sheet.NotApplicableGroup("one"))).Steps[0].Lines.Select(line => line.Subject));
    }

    [Fact]
    public void Grades_have_no_unit_in_front_of_their_changes()
    {
        EvaluationForm form = Draft.ScoredBy(new() { Combination = Combination.Grade, Failure = FailureEffect.OutcomeOnly }).Publish().Value;

        Assert.Contains(" +1  Call: grade 1 becomes grade 2\n", Between(form, Sheet.Answer("c", "fair"), AnswerSheet.Empty.Answer("a", "yes").Answer("b", "yes").Answer("c", "good")).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_languages_have_their_words()
    {
        ScoreDiff diff = Between(Sheet, Sheet.Answer("c", "good"));

        Assert.Contains("andre svar\n+16.67 %      C?: `Fair` bliver til `Good`", diff.ToText(MessageCatalogue.Danish), StringComparison.Ordinal);
        Assert.Contains("andere Antworten\n+16.67 %      C?: `Fair` wird zu `Good`", diff.ToText(MessageCatalogue.German), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cause_has_words()
    {
        string[] codes = [.. Enum.GetValues<ScoreDiffCause>().Select(cause => new ScoreDiffLine { Cause = cause }.Code)];

        Assert.All(codes, code => Assert.NotNull(MessageCatalogue.English.Template(code)));
        Assert.Contains("diff.becameNotApplicable", codes);
    }

    [Fact]
    public void The_json_has_every_line_with_its_exact_numbers()
    {
        ScoreDiff diff = Between(Sheet, Sheet.NotApplicable("b"));

        Assert.Equal(
            $$$$$"""{"format":"qualitykit.scoreDiff/1","language":"en","before":{"form":"{{{{{Form.Id}}}}}","unit":"share","total":"1/2"},"after":{"form":"{{{{{Form.Id}}}}}","unit":"share","total":"3/4"},"change":"1/4","steps":[{"kind":"answers","split":"shapley","before":"1/2","after":"3/4","change":"1/4","lines":[{"code":"diff.becameNotApplicable","subject":"b","amount":"1/4","text":"B?: `No` becomes N/A","arguments":{"name":"B?","before":{"options":["no"]},"after":{"notApplicable":true}}}]}],"remarks":[]}""",
            System.Text.Encoding.UTF8.GetString(ScoreDiffJson.Write(diff)));
    }

    [Fact]
    public void Nothing_cannot_be_compared()
    {
        Scorecard card = Scorer.Score(Form, Sheet);

        Assert.Throws<ArgumentNullException>(() => ScoreDiff.Between(null!, card));
        Assert.Throws<ArgumentNullException>(() => ScoreDiff.Between(card, null!));
        Assert.Throws<ArgumentNullException>(() => ScoreDiffJson.Write(null!));
    }

    private static void AssertText(AnswerSheet before, AnswerSheet after, string expected) => Assert.Equal(expected, Between(before, after).ToText());

    private static ScoreDiff Between(AnswerSheet before, AnswerSheet after) => Between(Form, before, after);

    private static ScoreDiff Between(EvaluationForm form, AnswerSheet before, AnswerSheet after) => ScoreDiff.Between(Scorer.Score(form, before), Scorer.Score(form, after));

    private static AnswerSheet With(string question, string answer) => With(question, answer, Sheet);

    private static AnswerSheet With(string question, string answer, AnswerSheet sheet) => answer switch
    {
        "" => sheet.Clear(question),
        "N/A" => sheet.NotApplicable(question),
        _ => sheet.Answer(question, answer),
    };

    private static EvaluationForm Edited(Func<FormItem[], FormItem[]> change) =>
        (Form.Edit() with { Groups = [Form.Groups[0] with { Items = [.. change([.. Form.Groups[0].Items])] }] }).Publish().Value;
}
