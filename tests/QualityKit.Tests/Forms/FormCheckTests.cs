using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;
using static QualityKit.Tests.Forms.SampleForm;

namespace QualityKit.Tests.Forms;

public sealed class FormCheckTests
{
    [Fact]
    public void All_mistakes_are_reported_at_once_in_document_order()
    {
        string[] expected =
        [
            "", "/key", "/version", "/name", "/language", "/directory", "/links/0/target",
            "/method/semantics", "/method/notApplicable", "/method/criticalBelow", "/method/leastAnswers", "/method/digits",
            "/pass/mark", "/bands/0/name", "/bands/1",
            "/rules/0/group", "/rules/0/when/unanswered", "/rules/0/amount",
            "/settings/disputes/maximum", "/settings/disputes/assignees/0",
            "/groups/0/key", "/groups/0/title", "/groups/0/weight", "/groups/0/visibleWhen/unanswered", "/groups/0/bands/0",
            "/groups/0/items/0/key", "/groups/0/items/0/text", "/groups/0/items/0/weight", "/groups/0/items/0/comment",
            "/groups/0/items/0/fatal", "/groups/0/items/0/failureScope/group", "/groups/0/items/0/visibleWhen/number/question",
            "/groups/0/items/0/tags/0", "/groups/0/items/0/default", "/groups/0/items/0/preset",
            "/groups/0/items/0/options/1/key", "/groups/0/items/0/options/2/text",
            "/groups/0/items/1/items",
            "/groups/0/items/2/step", "/groups/0/items/2/ranges", "/groups/0/items/3/maxLength", "/groups/1",
        ];

        Assert.Equal(expected, Broken().Check().Select(issue => issue.Pointer));
    }

    [Fact]
    public void A_form_with_errors_is_not_published_and_says_all_of_them()
    {
        Validated<EvaluationForm> result = Broken().Publish();

        Assert.False(result.IsValid);
        Assert.False(result.TryGetValue(out _));
        var failure = Assert.Throws<ValidationFailedException>(() => result.Value);
        Assert.Equal(Broken().Check().Select(issue => issue.ToString()), failure.Issues.Select(issue => issue.ToString()));
        Assert.All(result.Errors, error => Assert.Contains(error.ToString(), failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_with_warnings_is_published_with_them()
    {
        Validated<EvaluationForm> result = With(Ask.Choice("q", "Q?", ("a", 5), ("b", 5))).Publish();

        Assert.True(result.TryGetValue(out EvaluationForm? form));
        Assert.Same(form, result.Value);
        Assert.Equal(IssueCodes.AnswersWorthTheSame, Assert.Single(result.Warnings).Code);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public void A_form_beyond_the_limits_is_refused_without_a_look_at_the_rest() =>
        Assert.Equal([IssueCodes.TooManyQuestions], (OfQuestions(10_001) with { Key = "", Name = "" }).Check().Select(issue => issue.Code));

    [Fact]
    public void A_form_can_be_too_deep_and_too_wide() =>
        Assert.Equal(
            [IssueCodes.GroupsTooDeep, IssueCodes.TooManyGroups],
            (OfGroups(1_000) with { Groups = OfGroups(1_000).Groups.Insert(0, Nested(30).Groups[0]) }).Check().Select(issue => issue.Code));

    [Fact]
    public void A_cycle_is_named_from_the_first_item_round_to_it_again()
    {
        FormDraft form = With(Seen("a", "c"), Seen("b", "a"), Ask.Group("Inner", 1, Ask.YesNo("c", "Q?")) with { VisibleWhen = When.Answered("b", "yes") });

        Assert.Equal("conditions depend on each other in a circle: `a` → `c` → `inner` → `b` → `a`; take one of them away", Assert.Single(form.Check()).Message);
    }

    [Fact]
    public void Two_cycles_are_two_issues()
    {
        FormDraft form = With(Seen("a", "b"), Seen("b", "a"), Seen("c", "d"), Seen("d", "c"));

        Assert.Equal(
            [(IssueCodes.ConditionCycle, "/groups/0/items/1"), (IssueCodes.ConditionCycle, "/groups/0/items/3")],
            form.Check().Select(issue => (issue.Code, issue.Pointer[..17])));
    }

    [Fact]
    public void What_is_left_of_a_tangle_is_a_forward_reference()
    {
        FormDraft form = With(
            Ask.YesNo("a", "Q?") with { VisibleWhen = When.All(When.Answered("b", "yes"), When.Answered("c", "yes")) }, Seen("b", "a"), Seen("c", "a"));

        Assert.Equal([IssueCodes.ConditionCycle, IssueCodes.ForwardReference], form.Check().Select(issue => issue.Code));
    }

    [Fact]
    public void A_forward_reference_into_a_cycle_is_no_part_of_it()
    {
        FormDraft form = With(Seen("z", "a"), Seen("a", "b"), Seen("b", "a"));

        Assert.Equal([IssueCodes.ForwardReference, IssueCodes.ConditionCycle], form.Check().Select(issue => issue.Code));
    }

    [Fact]
    [Trait("Size", "Large")]
    public void A_circle_of_nine_thousand_questions_is_one_issue()
    {
        FormDraft form = EvaluationForm.Draft("Circle")
            .Group("Main", 1, [.. Enumerable.Range(0, 9_000).Select(number => Seen($"q{number}", $"q{(number + 1) % 9_000}"))]);

        Assert.Equal((IssueCodes.ConditionCycle, "/groups/0/items/0/visibleWhen/answered/question"), Assert.Single(form.Check().Select(issue => (issue.Code, issue.Pointer))));
    }

    [Fact]
    [Trait("Size", "Large")]
    public void A_large_condition_that_every_question_shares_is_checked_at_each()
    {
        Condition shared = Leaves(1_000);
        FormDraft form = With([.. Enumerable.Range(0, 2_000).Select(number => Ask.YesNo($"q{number}", "Q?") with { VisibleWhen = shared })]);

        Assert.Empty(form.Check());
    }

    [Fact]
    public void A_duplicate_key_names_the_place_of_the_first()
    {
        FormDraft form = With(Ask.YesNo("a", "Q?"), Ask.YesNo("a", "Q?"), Ask.YesNo("a", "Q?"));

        Assert.Equal(
            Enumerable.Repeat("the key `a` is already used at `/groups/0/items/1`; choose another", 2), form.Check().Select(issue => issue.Message));
    }

    [Fact]
    public void Missing_translations_are_counted_by_language()
    {
        FormDraft form = With(Ask.YesNo("q", LocalizedText.From("Q?").In("da", "Sp?").In("de", "F?"))) with { Name = LocalizedText.From("Sample").In("da", "Prøve") };

        Assert.Equal(
            [
                "6 of 8 texts have no translation into `da`, the first at `/groups/0/title`; translate them too",
                "7 of 8 texts have no translation into `de`, the first at `/name`; translate them too",
            ],
            form.Check().Select(issue => issue.Message));
    }

    [Fact]
    public void Overlapping_bands_are_named()
    {
        FormDraft form = WithBands(Band.From("Poor", 0), Between("Good", 50, 80), Band.From("Great", 80));

        Assert.Equal("a score can belong to both `Great` and `Good` (at `/bands/1`); move a limit so that they no longer meet", Assert.Single(form.Check()).Message);
    }

    [Fact]
    public void A_gap_between_ranges_is_named_by_its_numbers() =>
        Assert.Equal(
            "the numbers from `5.5` to `7.5` fall in no range; close the gap",
            Assert.Single(With(Number((0, 5, 1), (8, 9, 0)) with { Step = 0.5m }).Check()).Message);

    [Theory]
    [InlineData(10, 5, 0, "b")]
    [InlineData(0, 10, 9, "c")]
    public void The_best_of_the_answers_that_a_fatal_question_fails_is_named(decimal a, decimal b, decimal c, string named)
    {
        FormDraft form = With(Ask.Choice("q", "Q?", ("a", a), ("b", b), ("c", c)) with { IsFatal = true });

        Assert.Contains($"`{named}` would fail too", Assert.Single(form.Check()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_of_grades_is_the_lowest()
    {
        FormDraft form = With(Ask.Choice("q", "Q?", ("a", 6), ("b", 1), ("c", 3)) with { IsFatal = true }).ScoredBy(Grade);

        Assert.Contains("`c` would fail too", Assert.Single(form.Check()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_combination_of_value_and_points_is_named_as_the_format_names_it() =>
        Assert.Contains("does not go with `groupWeights within points`", Assert.Single((With() with { Method = Pools with { Value = QuestionValue.AsPoints } }).Check()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_mark_in_another_unit_names_both() =>
        Assert.Equal(
            "the mark is in `percent` and the scores of the form are in `points`; state it in `points`",
            Assert.Single(With().ScoredBy(Sum).PassesAt(80).Check()).Message);

    private static ChoiceQuestion Seen(string key, string other) => Ask.YesNo(key, "Q?") with { VisibleWhen = When.Answered(other, "yes") };

    private static FormDraft Broken() => new()
    {
        Key = "",
        Version = 0,
        Name = LocalizedText.From("").In("da", "Opkald"),
        Description = "A call",
        Language = "",
        Directory = "",
        Links = [new() { Title = LocalizedText.From("Policy").In("da", "Politik"), Target = "" }],
        Method = new()
        {
            SemanticsVersion = 2,
            NotApplicable = (NotApplicableRule)9,
            CriticalBelow = 101,
            LeastAnswers = new() { Count = 0 },
            Rounding = new() { Digits = 9 },
        },
        Pass = PassRule.AtLeast(120),
        Bands = [Band.From("", 60), Band.From("Good", 60)],
        Rules = [new() { GroupKey = "x", When = When.Unanswered("x"), Effect = ScoreRuleEffect.Minimum, Amount = Score.Points(5) }],
        Settings = new() { Disputes = new() { Maximum = 0, Assignees = [null!] } },
        Groups = [BrokenGroup(), null!],
    };

    private static Group BrokenGroup() => new()
    {
        Key = "",
        Title = "",
        Weight = -1,
        VisibleWhen = When.Unanswered("x"),
        Bands = [new() { Name = "Good" }],
        Items =
        [
            Ask.Choice("", "", ("a", 10), ("a", 5), ("c", 0)) with
            {
                Weight = -1,
                Comment = (CommentRule)9,
                IsFatal = true,
                FailureScope = FailureScope.Group("x"),
                VisibleWhen = When.Number("x", 1),
                Tags = [""],
                Default = DefaultAnswer.NotApplicable,
                Preset = (ChoicePreset)9,
                Options =
                [
                    new() { Key = "a", Text = "A", Points = 10 },
                    new() { Key = "a", Text = "B", Points = 5 },
                    new() { Key = "c", Text = "", Points = 0 },
                ],
            },
            new Group { Key = "inner", Title = "Inner" },
            Number() with { Step = 0 },
            Ask.Text("t", "T?") with { MaxLength = 0 },
        ],
    };
}
