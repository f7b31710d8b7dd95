using QualityKit.Exchange;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Exchange;

/// <summary>What a form scores here it scores in Amazon Connect, as far as reading back what was written tells; where not, the report says so.</summary>
public sealed class AmazonConnectExportTests
{
    private static readonly ScoringMethod Questions = VendorMethods.AmazonConnectQuestions;
    private static readonly ScoringMethod Sections = VendorMethods.AmazonConnectSections;

    public static TheoryData<string> Neutral => ["questionWeights", "groupWeights"];

    [Theory]
    [MemberData(nameof(Neutral))]
    public void A_question_in_which_nothing_is_possible_does_not_count_there_either(string combination)
    {
        ScoringMethod method = (combination == "groupWeights" ? Sections : Questions) with { Value = QuestionValue.OfMaximum };
        EvaluationForm form = EvaluationForm.Draft("Call").ScoredBy(method)
            .Group(
                "Whole",
                100,
                Ask.Choice("what", "What?", ("sale", 0), ("return", 0)) with { Weight = combination == "groupWeights" ? 1 : 50 },
                Ask.YesNo("kind", "Kind?", 10) with { Weight = combination == "groupWeights" ? 1 : 100 })
            .Publish().Value;
        FormExport export = AmazonConnectForm.Export(form);
        AnswerSheet answers = AnswerSheet.Empty.Answer("what", "sale").Answer("kind", "yes");

        Assert.Equal(Scorer.Score(form, answers).Total, Scorer.Score(There(export), answers).Total);
        Assert.Equal(["/groups/0/items/0"], Pointers(export, IssueCodes.NeutralQuestionExcluded));
        Assert.DoesNotContain(export.Losses, loss => loss.Code == IssueCodes.WeightsNotHundred);
    }

    [Fact]
    public void A_fatal_question_fails_the_form_there_also_where_its_answer_fails_its_group_by_itself()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").ScoredBy(Questions)
            .Group("Facts", 1, Ask.YesNo("data", "Data?", 10).FailsOn(FailureScope.OwnGroup, "no") with { IsFatal = true, Weight = 50 })
            .Group("Rest", 1, Ask.YesNo("kind", "Kind?", 10) with { Weight = 50 })
            .Publish().Value;
        FormExport export = AmazonConnectForm.Export(form);
        AnswerSheet answers = AnswerSheet.Empty.Answer("data", "no").Answer("kind", "yes");
        Scorecard there = Scorer.Score(There(export), answers);

        Assert.Equal(Scorer.Score(form, answers).Total, there.Total);
        Assert.Equal(Outcome.Failed, there.Outcome);
        Assert.Equal(["/groups/0/items/0/options/1/fails"], Pointers(export, IssueCodes.FailureScopeLeftOut));
    }

    [Theory]
    [InlineData("outer", "inner", "outer", true)]
    [InlineData("inner", "outer", "outer", true)]
    [InlineData("inner", "inner", "inner", false)]
    [InlineData("other", "inner", "other", true)]
    public void Of_two_scopes_of_an_answer_the_wider_is_written(string own, string fatal, string written, bool isLoss)
    {
        ChoiceQuestion question = Ask.YesNo("data", "Data?", 10).FailsOn(FailureScope.Group(own), "no") with
        {
            IsFatal = true,
            FailureScope = FailureScope.Group(fatal),
            Weight = 50,
        };
        EvaluationForm form = EvaluationForm.Draft("Call").ScoredBy(Questions)
            .Group(new Group { Key = "outer", Title = "Outer", Items = [new Group { Key = "inner", Title = "Inner", Items = [question] }] })
            .Group(new Group { Key = "other", Title = "Other", Items = [Ask.YesNo("kind", "Kind?", 10) with { Weight = 50 }] })
            .Publish().Value;
        FormExport export = AmazonConnectForm.Export(form);
        var there = (ChoiceQuestion)There(export).Questions.Single(item => item.Key == "data");

        Assert.Equal(written, there.Options.Single(option => option.Key == "no").Fails!.GroupKey);
        Assert.Equal(isLoss, Pointers(export, IssueCodes.FailureScopeLeftOut).Length > 0);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public void An_inner_section_weighs_as_many_questions_as_it_has(int weight, bool isLoss)
    {
        EvaluationForm form = EvaluationForm.Draft("Call").ScoredBy(Sections)
            .Group(new Group
            {
                Key = "whole",
                Title = "Whole",
                Weight = 100,
                Items =
                [
                    Ask.YesNo("a", "A?", 10),
                    new Group { Key = "inner", Title = "Inner", Weight = weight, Items = [Ask.YesNo("b", "B?", 10), Ask.YesNo("c", "C?", 10), Ask.YesNo("d", "D?", 10)] },
                ],
            })
            .Publish().Value;
        FormExport export = AmazonConnectForm.Export(form);
        AnswerSheet answers = AnswerSheet.Empty.Answer("a", "yes").Answer("b", "no").Answer("c", "no").Answer("d", "no");

        Assert.Equal(Fraction.Of(1, 4), Scorer.Score(There(export), answers).Total!.Value.Value);
        Assert.Equal(isLoss ? ["/groups/0/items/1/weight"] : [], Pointers(export, IssueCodes.InnerWeightNotFollowed));
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    [InlineData(true, true, true)]
    public void Whether_a_text_or_a_date_must_be_answered_comes_through_or_is_said(bool isRequired, bool allowsNotApplicable, bool isLoss)
    {
        EvaluationForm form = EvaluationForm.Draft("Call").ScoredBy(Questions)
            .Group(
                "Whole",
                1,
                Ask.YesNo("kind", "Kind?", 10) with { Weight = 100 },
                Ask.Text("note", "Note?") with { IsRequired = isRequired, AllowsNotApplicable = allowsNotApplicable },
                Ask.Date("day", "Day?") with { IsRequired = isRequired, AllowsNotApplicable = allowsNotApplicable })
            .Publish().Value;
        FormExport export = AmazonConnectForm.Export(form);

        Assert.Equal(
            isLoss ? ["/groups/0/items/1/required", "/groups/0/items/2/required"] : [],
            Pointers(export, IssueCodes.MemberLeftOut).Where(pointer => pointer.EndsWith("/required", StringComparison.Ordinal)));
        Assert.All(There(export).Questions.Skip(1).Cast<AnswerableQuestion>(), question => Assert.Equal(!allowsNotApplicable, question.IsRequired));
    }

    [Fact]
    public void What_the_product_will_refuse_is_said_with_the_limit_that_it_breaks()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").ScoredBy(Questions)
            .Group(
                "Whole",
                1,
                Ask.YesNo("a", "A?", 10) with { Weight = 100, AllowsNotApplicable = true, IsRequired = false },
                Ask.YesNo("b", "B?", 10) with { Weight = 0, VisibleWhen = When.Answered("a", "yes") },
                Ask.Number("n", "N?", [.. Enumerable.Range(0, 12).Select(bound => ((decimal)bound, (decimal)bound, 0m))]) with { Weight = 0 },
                Ask.MultiSelect("m", "M?", ("x", 10)) with { Weight = 0, Cap = 10 })
            .Group("Texts", 1, Ask.Information("t", "Read this."))
            .Publish().Value;
        FormExport export = AmazonConnectForm.Export(form);
        string[] codes = [IssueCodes.ConditionalQuestionNotOptional, IssueCodes.ConditionSourceOptional, IssueCodes.OptionsUnderLimit, IssueCodes.RangesOverLimit];

        Assert.Equal(
            codes.Order(StringComparer.Ordinal),
            export.Losses.Where(loss => loss.Code == IssueCodes.RefusedByTarget)
                .Select(loss => (string)loss.Arguments.Single(argument => argument.Name == "code").Value).Order(StringComparer.Ordinal));
        Assert.Equal(["/groups/1/items"], Pointers(export, IssueCodes.UnderLimitOfTarget));
    }

    [Fact]
    public void A_failure_of_a_section_that_is_not_around_the_question_is_refused()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").ScoredBy(Questions)
            .Group(new Group { Key = "one", Title = "One", Items = [Ask.YesNo("a", "A?", 10).FailsOn(FailureScope.Group("two"), "no") with { Weight = 50 }] })
            .Group(new Group { Key = "two", Title = "Two", Items = [Ask.YesNo("b", "B?", 10) with { Weight = 50 }] })
            .Publish().Value;

        Assert.Equal(["/groups/0/items/0/options/1/fails"], Pointers(AmazonConnectForm.Export(form), IssueCodes.RefusedByTarget));
    }

    [Fact]
    public void A_section_in_which_nothing_counts_has_no_part_in_the_weights()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").ScoredBy(Sections)
            .Group("Whole", 100, Ask.YesNo("a", "A?", 10))
            .Group("Notes", 20, Ask.Text("note", "Note?"))
            .Publish().Value;
        FormExport export = AmazonConnectForm.Export(form);

        Assert.Empty(Pointers(export, IssueCodes.WeightsNotHundred));
        Assert.Contains("/groups/1/weight", Pointers(export, IssueCodes.MemberLeftOut));
        Assert.Equal(0, There(export).Groups[1].Weight);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void A_block_that_becomes_instructions_is_not_counted_as_a_question(int questions, bool isLoss)
    {
        FormItem[] items = [Ask.Information("t", "Read this."), .. Enumerable.Range(1, questions).Select(number => Ask.YesNo($"q{number}", "Q?", 10))];
        EvaluationForm form = EvaluationForm.Draft("Call").ScoredBy(Sections).Group("Whole", 100, items).Publish().Value;

        Assert.Equal(isLoss, Pointers(AmazonConnectForm.Export(form), IssueCodes.OverLimitOfTarget).Length > 0);
    }

    private static EvaluationForm There(FormExport export) => AmazonConnectForm.Import(export.Text).Value.Draft.Publish().Value;

    private static string[] Pointers(FormExport export, string code) =>
        [.. export.Losses.Where(loss => loss.Code == code).Select(loss => loss.Pointer)];
}
