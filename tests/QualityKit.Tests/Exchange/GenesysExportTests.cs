using System.Text.Json.Nodes;
using QualityKit.Exchange;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Exchange;

/// <summary>What a form becomes in Genesys Cloud where its model has another way to say it, or none.</summary>
public sealed class GenesysExportTests
{
    private const int Seed = 20261130;
    private const string GroupId = "0b3b1c57-5f6a-4d55-8b39-3a1f3a1d00aa";

    [Theory]
    [InlineData(DefaultAnswerKind.Highest, "highestScore")]
    [InlineData(DefaultAnswerKind.Lowest, "lowestScore")]
    [InlineData(DefaultAnswerKind.NotApplicable, "notApplicable")]
    [InlineData(DefaultAnswerKind.None, null)]
    public void A_group_says_by_four_flags_what_its_questions_are_prefilled_with(DefaultAnswerKind kind, string? flag)
    {
        DefaultAnswer prefill = kind switch
        {
            DefaultAnswerKind.Highest => DefaultAnswer.Highest,
            DefaultAnswerKind.Lowest => DefaultAnswer.Lowest,
            DefaultAnswerKind.NotApplicable => DefaultAnswer.NotApplicable,
            _ => DefaultAnswer.None,
        };

        JsonNode group = Groups(Form(1, Optional("a") with { Default = prefill }, Optional("b") with { Default = prefill }))[0];

        Assert.Equal(flag is null ? [] : [flag], On(group));
        Assert.Equal(4, group["defaultAnswersTo"]!.AsObject().Count);
    }

    [Fact]
    public void Questions_with_a_default_of_their_own_make_those_of_the_group_user_defined()
    {
        JsonNode group = Groups(Form(1, Optional("a") with { Default = DefaultAnswer.NotApplicable }, Optional("b")))[0];

        Assert.Equal(["userDefined"], On(group));
        Assert.True(group["questions"]![0]!["defaultAnswer"]!["notApplicable"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.4999)]
    public void A_fatal_question_whose_weight_would_leave_no_points_is_as_fatal_there(decimal weight)
    {
        EvaluationForm form = Form(20, Ask.YesNo("a", "A?"), Ask.YesNo("must", "Must?") with { IsFatal = true, Weight = weight }, Ask.YesNo("c", "C?"));
        EvaluationForm there = There(form);

        foreach ((string must, string other) in new[] { ("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no") })
        {
            Scorecard here = Scorer.Score(form, AnswerSheet.Empty.Answer("a", "yes").Answer("must", must).Answer("c", other));
            Scorecard back = Scorer.Score(there, AnswerSheet.Empty.Answer("a", "yes").Answer("must", must).Answer("c", other));

            Assert.Equal((here.Outcome, here.Total), (back.Outcome, back.Total));
            Assert.Equal(must == "no", back.Outcome == Outcome.Failed);
        }
    }

    [Fact]
    public void It_stands_in_a_group_of_its_own_with_its_weight()
    {
        FormExport export = GenesysCloudForm.Export(Form(20, Ask.YesNo("a", "A?"), Ask.YesNo("must", "Must?", points: 2) with { IsFatal = true, Weight = 0.2m }, Ask.YesNo("c", "C?")));

        Assert.Equal([20m, 4m, 20m], Groups(export).Select(group => group["weight"]!.GetValue<decimal>()));
        Assert.Equal([2, 0], Groups(export)[1]["questions"]![0]!["answerOptions"]!.AsArray().Select(answer => answer!["value"]!.GetValue<int>()));
        Assert.Contains((IssueCodes.WeightInGroup, "/groups/0/items/1/weight"), Lost(export));
        Assert.Contains((IssueCodes.GroupSplit, "/groups/0"), Lost(export));
        Assert.DoesNotContain(Lost(export), loss => loss.Code == IssueCodes.WeightInPoints);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0.5)]
    public void A_weight_that_leaves_its_points_apart_is_multiplied_into_them_as_before(decimal weight)
    {
        FormExport export = GenesysCloudForm.Export(Form(20, Ask.YesNo("a", "A?"), Ask.YesNo("must", "Must?", points: 2) with { IsFatal = true, Weight = weight }));

        Assert.Single(Groups(export));
        Assert.Contains((IssueCodes.WeightInPoints, "/groups/0/items/1/weight"), Lost(export));
    }

    [Fact]
    public void An_option_that_fails_a_selection_without_weight_fails_there()
    {
        MultiSelectQuestion selection = Ask.MultiSelect("sins", "Sins?", ("lied", 0), ("swore", 0));
        EvaluationForm form = Form(
            20,
            Ask.YesNo("a", "A?"),
            selection with { Weight = 0, Options = [selection.Options[0] with { UnselectedPoints = 1, Fails = FailureScope.Form }, selection.Options[1]] });
        AnswerSheet answers = AnswerSheet.Empty.Answer("a", "yes").Answer("sins", "lied");

        Assert.Equal(Outcome.Failed, Scorer.Score(form, answers).Outcome);
        Assert.Equal(Outcome.Failed, Scorer.Score(There(form), answers).Outcome);
    }

    [Fact]
    public void Points_that_become_the_same_as_whole_numbers_are_said_to_fail_no_more()
    {
        ChoiceQuestion close = Ask.Choice("close", "Close?", ("best", 1.4m), ("good", 1.2m), ("bad", 0)) with { IsFatal = true };
        MultiSelectQuestion steps = Ask.MultiSelect("steps", "Steps?", ("one", 0.4m), ("two", 3)) with { IsFatal = true };
        NumberQuestion holds = Ask.Number("holds", "Holds?", (0, 1, 2.2m), (2, 3, 2)) with { IsFatal = true };

        Assert.Equal(
            ["/groups/0/items/0/options/1", "/groups/0/items/1/options/0", "/groups/0/items/2/ranges/1"],
            Lost(GenesysCloudForm.Export(Form(1, close, steps, holds))).Where(loss => loss.Code == IssueCodes.FailureRoundedAway).Select(loss => loss.Pointer));
        Assert.DoesNotContain(
            Lost(GenesysCloudForm.Export(Form(1, close with { IsFatal = false }, steps with { IsFatal = false }, holds with { IsFatal = false }))),
            loss => loss.Code == IssueCodes.FailureRoundedAway);
    }

    [Fact]
    public void Rounded_points_are_said_to_be_rounded_because_they_must_be_whole()
    {
        Issue rounded = Assert.Single(GenesysCloudForm.Export(Form(1, Ask.YesNo("a", "A?", points: 0.3m))).Losses, loss => loss.Pointer.EndsWith("/points", StringComparison.Ordinal));
        Issue kept = Assert.Single(GenesysCloudForm.Export(Form(1, Ask.YesNo("a", "A?", points: 5_000_000_000.5m))).Losses, loss => loss.Pointer.EndsWith("/points", StringComparison.Ordinal));

        Assert.Equal("`0.3` is written as `0`, because Genesys Cloud takes whole numbers", rounded.Message);
        Assert.Equal("`5000000000.5` is written as `2147483647`, because Genesys Cloud takes -2147483648..2147483647", kept.Message);
    }

    [Fact]
    public void Only_the_first_part_of_a_group_that_is_split_keeps_its_identifier()
    {
        Group outer = Ask.Group("Outer", 1, Ask.YesNo("a", "A?"), Ask.Group("Inner", 1, Ask.YesNo("b", "B?")), Ask.YesNo("c", "C?")) with { Key = GroupId };
        FormExport export = GenesysCloudForm.Export(EvaluationForm.Draft("Call").ScoredBy(VendorMethods.GenesysCloud).Group(outer).Publish().Value);

        Assert.Equal([GroupId, null, null], Groups(export).Select(group => group["contextId"]?.GetValue<string>()));
        Assert.Equal(["Outer", "Inner", "Outer"], Groups(export).Select(group => group["name"]!.GetValue<string>()));
        Issue split = Assert.Single(export.Losses, loss => loss.Code == IssueCodes.GroupSplit);
        Assert.Equal(("/groups/0", "the group is written in 2 parts; only the first keeps its identifier"), (split.Pointer, split.Message));
    }

    [Fact]
    public void Each_dispute_gets_the_assignee_who_handles_it()
    {
        Assert.Equal(["Original", "Original", "Original"], Assignees(3, DisputeAssignee.Original));
        Assert.Equal(["Original", "Individual", "Individual"], Assignees(3, DisputeAssignee.Original, DisputeAssignee.User("u")));
        Assert.Equal(["None"], Assignees(1, DisputeAssignee.None));
    }

    [Fact]
    public void An_assignee_of_a_dispute_that_cannot_be_raised_is_left_out()
    {
        FormExport export = GenesysCloudForm.Export(Disputed(1, DisputeAssignee.Original, DisputeAssignee.User("u")));

        Assert.Contains((IssueCodes.MemberLeftOut, "/settings/disputes/assignees/1"), Lost(export));
        Assert.DoesNotContain((IssueCodes.MemberLeftOut, "/settings/disputes/assignees/0"), Lost(export));
        Assert.Equal(["Original"], Assignees(1, DisputeAssignee.Original, DisputeAssignee.User("u")));
        Assert.DoesNotContain(Lost(GenesysCloudForm.Export(Disputed(2, DisputeAssignee.Original, DisputeAssignee.User("u")))), loss => loss.Code == IssueCodes.MemberLeftOut && loss.Pointer.Contains("disputes", StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_that_are_too_long_for_it_are_reported()
    {
        Group group = Ask.Group("Main", 1, Ask.YesNo("a", new string('q', 501)), Ask.YesNo("b", new string('q', 500)));
        FormDraft draft = EvaluationForm.Draft("Call").ScoredBy(VendorMethods.GenesysCloud).Group(group with { Title = new string('g', 251) });
        EvaluationForm form = (draft with { Name = new string('n', 251) }).Publish().Value;

        Assert.Equal(
            ["/groups/0/items/0/text", "/groups/0/title", "/name"],
            Lost(GenesysCloudForm.Export(form)).Where(loss => loss.Code == IssueCodes.OverLimitOfTarget).Select(loss => loss.Pointer));
    }

    [Fact]
    public void A_condition_is_left_out_exactly_when_the_limits_say_so()
    {
        var random = new Random(Seed);
        var counts = new Dictionary<bool, int> { [true] = 0, [false] = 0 };
        for (int round = 0; round < 500; round++)
        {
            FormDraft draft = EvaluationForm.Draft("Call").ScoredBy(VendorMethods.GenesysCloud).Group(
                "Main", 1, Ask.YesNo("a", "A?"), Ask.Choice("b", "B?", ("x", 2), ("y", 1), ("z", 0)), Ask.YesNo("c", "C?") with { VisibleWhen = Condition(random, depth: 0) });
            if (!draft.Publish().TryGetValue(out EvaluationForm? form))
            {
                continue;
            }

            bool isOffered = draft.Check(FormLimits.GenesysCloud).All(issue => issue.Severity != Severity.Error);
            bool isWritten = GenesysCloudForm.Export(form).Losses.All(loss => loss.Code != IssueCodes.ConditionLeftOut);

            Assert.True(isOffered == isWritten, $"round {round}: {FormJson.WriteText(draft)}");
            counts[isWritten]++;
        }

        Assert.All(counts.Values, count => Assert.InRange(count, 50, 500));
    }

    [Theory]
    [InlineData("any", false)]
    [InlineData("m", false)]
    [InlineData("list", true)]
    public void The_limits_offer_what_is_written(string name, bool isOffered)
    {
        Condition condition = name switch
        {
            "any" => When.Any(When.All(When.Answered("a", "yes"), When.Answered("b", "yes")), When.Answered("b", "no")),
            "m" => When.Answered("m", "one"),
            _ => When.Any(When.Answered("a", "yes"), When.Answered("b", "yes", "no")),
        };
        FormDraft draft = EvaluationForm.Draft("Call").ScoredBy(VendorMethods.GenesysCloud).Group(
            "Main", 1, Ask.YesNo("a", "A?"), Ask.YesNo("b", "B?"), Ask.MultiSelect("m", "M?", ("one", 1)), Ask.YesNo("c", "C?") with { VisibleWhen = condition });

        Assert.Equal(isOffered, draft.Check(FormLimits.GenesysCloud).All(issue => issue.Severity != Severity.Error));
        Assert.Equal(isOffered, GenesysCloudForm.Export(draft.Publish().Value).Losses.All(loss => loss.Code != IssueCodes.ConditionLeftOut));
    }

    private static Condition Condition(Random random, int depth)
    {
        Condition[] Parts() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(random, depth + 1))];
        return random.Next(depth < 2 ? 6 : 4) switch
        {
            0 => When.Answered("a", "yes"),
            1 => When.Answered("b", "x"),
            2 => When.Answered("b", "x", "z"),
            3 => When.AnsweredExactly("b", "y"),
            4 => When.All(Parts()),
            _ => When.Any(Parts()),
        };
    }

    private static EvaluationForm Form(decimal weight, params FormItem[] items) =>
        EvaluationForm.Draft("Call").ScoredBy(VendorMethods.GenesysCloud).Group("Main", weight, items).Publish().Value;

    private static ChoiceQuestion Optional(string key) => Ask.YesNo(key, key + "?") with { AllowsNotApplicable = true, IsRequired = false };

    // Keys are no UUIDs, so they do not come along; they are made from the texts again, which are chosen so that they are the same.
    private static EvaluationForm There(EvaluationForm form) => GenesysCloudForm.Import(GenesysCloudForm.Export(form).Text).Value.Draft.Publish().Value;

    private static JsonNode[] Groups(EvaluationForm form) => Groups(GenesysCloudForm.Export(form));

    private static JsonNode[] Groups(FormExport export) => [.. JsonNode.Parse(export.Text)!["questionGroups"]!.AsArray()!];

    private static string[] On(JsonNode group) => [.. group["defaultAnswersTo"]!.AsObject().Where(flag => flag.Value!.GetValue<bool>()).Select(flag => flag.Key)];

    private static (string Code, string Pointer)[] Lost(FormExport export) => [.. export.Losses.Select(loss => (loss.Code, loss.Pointer))];

    private static EvaluationForm Disputed(int maximum, params DisputeAssignee[] assignees)
    {
        FormDraft draft = EvaluationForm.Draft("Call").ScoredBy(VendorMethods.GenesysCloud).Group("Main", 1, Ask.YesNo("a", "A?"));
        return (draft with { Settings = new() { Disputes = new() { Maximum = maximum, WindowDays = 45, Assignees = [.. assignees] } } }).Publish().Value;
    }

    private static string[] Assignees(int maximum, params DisputeAssignee[] assignees) =>
        [.. JsonNode.Parse(GenesysCloudForm.Export(Disputed(maximum, assignees)).Text)!["evaluationSettings"]!["disputesAssignees"]!.AsArray().Select(assignee => assignee!["type"]!.GetValue<string>())];
}
