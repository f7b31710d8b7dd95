using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Tests.Forms;

public sealed class VendorLimitsTests
{
    [Fact]
    public void A_form_of_100_questions_in_100_sections_is_the_most_that_Amazon_Connect_takes()
    {
        Assert.Empty(Errors(Connect(100), FormLimits.AmazonConnect));
        Assert.Equal(
            [IssueCodes.GroupsOverLimit, IssueCodes.QuestionsOverLimit],
            Errors(Connect(101), FormLimits.AmazonConnect).Select(issue => issue.Code));
    }

    [Fact]
    public void A_form_with_extra_points_is_one_for_Amazon_Connect_in_points()
    {
        FormDraft draft = EvaluationForm.Draft("Points").ScoredBy(SampleForm.Total).Group(
            "All", 1, Ask.Choice("a", "A?", ("full", 100), ("none", 0)), Ask.YesNo("extra", "Extra?", points: 5) with { IsBonus = true });

        Assert.Empty(Errors(draft, FormLimits.AmazonConnectPoints));
        Assert.Equal(
            [IssueCodes.PointsOverLimit, IssueCodes.BonusQuestionNotOffered],
            Errors(draft, FormLimits.AmazonConnect).Select(issue => issue.Code));
    }

    [Fact]
    public void A_form_of_Genesys_Cloud_has_free_group_weights_and_fatal_questions()
    {
        FormDraft draft = EvaluationForm.Draft("Call").ScoredBy(SampleForm.Weighted)
            .Group("Opening", 40, Ask.YesNo("hello", "Hello?") with { IsCritical = true })
            .Group("Rules", 0, Ask.YesNo("identity", "Identity?") with { IsFatal = true, VisibleWhen = When.Answered("hello", "yes") });

        Assert.Empty(Errors(draft, FormLimits.GenesysCloud));
        Assert.Equal(
            [IssueCodes.GroupWeightsMissTotal],
            Errors(draft.ScoredBy(ScoringMethod.Default), FormLimits.AmazonConnect with { Features = FormFeatures.All, ConditionalQuestionsAreOptional = false, MostAnswerLength = null, GroupWeight = LimitRange.Any })
                .Select(issue => issue.Code));
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(201, 1)]
    public void Genesys_Cloud_takes_200_questions(int questions, int breaches) =>
        Assert.Equal(breaches, Errors(SampleForm.OfQuestions(questions), FormLimits.GenesysCloud).Count());

    [Fact]
    public void Genesys_Cloud_takes_what_its_model_has() =>
        Assert.Equal(
            [
                IssueCodes.LevelsOverLimit, IssueCodes.WeightOverLimit, IssueCodes.PointsNotWhole, IssueCodes.FailingOptionNotOffered,
                IssueCodes.FailureOutOfReach, IssueCodes.BonusQuestionNotOffered, IssueCodes.QuestionKindNotOffered, IssueCodes.QuestionKindNotOffered,
            ],
            Errors(
                EvaluationForm.Draft("Call").Group(
                    "Opening",
                    1,
                    Ask.Group("Inner", 1, Ask.YesNo("a", "A?") with { Weight = 2 }),
                    Ask.YesNo("b", "B?", points: 0.5m),
                    Ask.YesNo("c", "C?").FailsOn(FailureScope.OwnGroup, "no"),
                    Ask.YesNo("d", "D?") with { IsBonus = true },
                    Ask.Number("e", "E?", (0, 1, 1), (2, 3, 0)),
                    Ask.Date("f", "F?")),
                FormLimits.GenesysCloud).Select(issue => issue.Code));

    [Fact]
    public void Genesys_Cloud_takes_conditions_that_are_one_list_of_single_choices_and_no_caps()
    {
        FormDraft draft = EvaluationForm.Draft("Call").ScoredBy(SampleForm.Weighted).Group(
            "Opening",
            1,
            Ask.YesNo("a", "A?"),
            Ask.YesNo("b", "B?") with { VisibleWhen = When.Answered("a", "yes") },
            Ask.MultiSelect("m", "M?", ("one", 1), ("two", 1)) with { Cap = 1 },
            Ask.YesNo("c", "C?") with { VisibleWhen = When.Answered("m", "one") },
            Ask.YesNo("d", "D?") with { VisibleWhen = When.Any(When.All(When.Answered("a", "yes"), When.Answered("b", "yes")), When.Answered("c", "no")) },
            Ask.YesNo("e", "E?") with { VisibleWhen = When.Any(When.Answered("a", "yes"), When.Answered("b", "yes", "no")) });

        Assert.Equal(
            [
                (IssueCodes.CapNotOffered, "/groups/0/items/2/cap"), (IssueCodes.ConditionSourceNotOffered, "/groups/0/items/3/visibleWhen/answered/question"),
                (IssueCodes.ConditionNotFlat, "/groups/0/items/4/visibleWhen"),
            ],
            Errors(draft, FormLimits.GenesysCloud).Select(issue => (issue.Code, issue.Pointer)));
    }

    // A section a question, the first with all the weight.
    private static FormDraft Connect(int sections) => Enumerable.Range(0, sections).Aggregate(
        EvaluationForm.Draft("Connect").ScoredBy(SampleForm.Flat),
        (draft, number) => draft.Group($"Section {number}", 1, Ask.YesNo($"q{number}", "Q?") with { Weight = number == 0 ? 100 : 0 }));

    private static IEnumerable<Issue> Errors(FormDraft draft, FormLimits limits) =>
        draft.Check(limits).Where(issue => issue.Severity == Severity.Error);
}
