using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Which forms are scored with integers alone, and that they score the same as in full.</summary>
public sealed class QuickPathTests
{
    private static readonly ChoiceQuestion YesNo = Ask.YesNo("q", "Q?") with { AllowsNotApplicable = true, IsRequired = false };

    private static readonly FormDraft Plain = EvaluationForm.Draft("F").Group("G", 20, YesNo, Ask.YesNo("r", "R?")).Group("H", 80, Ask.YesNo("s", "S?"));

    public static TheoryData<string, string> Paths => new()
    {
        { "plain", "packed" },
        { "question weights", "packed" },
        { "weighted points", "packed" },
        { "total points", "packed" },
        { "points in groups", "packed" },
        { "leaves the form", "packed" },
        { "full marks", "packed" },
        { "zero", "packed" },
        { "fails the form", "packed" },
        { "a pass mark", "packed" },
        { "a hidden question", "packed" },
        { "a hidden group", "packed" },
        { "ten options", "packed" },
        { "eleven options", "quick" },
        { "1024 numbers", "packed" },
        { "1025 numbers", "quick" },
        { "sums to 65535", "packed" },
        { "sums to 65536", "quick" },
        { "three groups of 65535", "packed" },
        { "three groups of 65535 that weigh much", "quick" },
        { "four groups of 65535", "quick" },
        { "65535 points", "packed" },
        { "a scale of 70000", "quick" },
        { "fails a group", "quick" },
        { "inner groups of weights", "quick" },
        { "inner groups that fail", "quick" },
        { "inner groups of weights that fail", "quick" },
        { "inner groups that leave the form", "quick" },
        { "inner groups of no weight", "quick" },
        { "inner groups of no weight that leave the form", "quick" },
        { "inner groups with full marks", "quick" },
        { "capped and floored", "quick" },
        { "groups of odd weights", "packed" },
        { "selections that cost points", "quick" },
        { "selections valued by their range", "packed" },
        { "inner groups", "quick" },
        { "negative points", "quick" },
        { "capped", "quick" },
        { "floored", "quick" },
        { "pool beside groups", "full" },
        { "bonus question", "full" },
        { "a failing selection", "full" },
        { "63 options", "full" },
        { "a rule", "full" },
        { "group mean", "full" },
        { "group possible mean", "full" },
        { "form mean", "full" },
        { "drop lowest", "full" },
        { "least answers", "full" },
        { "as points", "full" },
        { "sum", "full" },
        { "deductions", "full" },
        { "grade", "full" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_form_takes_the_quickest_path_that_is_exact(string name, string path)
    {
        EvaluationForm form = Draft(name).Publish().Value;
        QuickPlan? quick = ScoringPlan.For(form).Quick;

        Assert.Equal(path, quick is null ? "full" : quick.Packed is null ? "quick" : "packed");
        Assert.Equal(path != "full", CompiledForm.For(form).IsAllocationFree);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_path_gives_the_totals_of_the_full_calculation(string name, string path)
    {
        EvaluationForm form = Draft(name).Publish().Value;
        CompiledForm compiled = CompiledForm.For(form);
        foreach (long[] codes in Sheets(compiled))
        {
            var full = new Calculation(ScoringPlan.For(form), codes, isPreview: true);
            CompactScore score = compiled.Score(codes);
            Assert.True(full.Total == score.Total?.Value, $"{path}: {string.Join(',', codes)}");
            Assert.Equal(full.RawTotal, score.RawTotal?.Value);
            Assert.Equal(full.HasFormFailed, score.HasFormFailed);
        }
    }

    // Exactly on a mark of 27 digits the scores of the quick paths, which compare in 128 bits, pass; just below it they fail.
    [Theory]
    [InlineData("50", Outcome.Passed)]
    [InlineData("50.0000000000000000000000001", Outcome.Failed)]
    [InlineData("49.9999999999999999999999999", Outcome.Passed)]
    public void A_mark_of_many_digits_is_kept_exactly(string mark, Outcome outcome)
    {
        decimal percent = decimal.Parse(mark, System.Globalization.CultureInfo.InvariantCulture);
        EvaluationForm plain = With(YesNo).PassesAt(percent).Publish().Value;
        EvaluationForm inner = (Draft("inner groups") with { Groups = [Ask.Group("G", 1, YesNo, Ask.Group("H", 1, Ask.YesNo("r", "R?")))] }).PassesAt(percent).Publish().Value;

        Assert.Equal(outcome, CompiledForm.For(plain).Score([0, 1]).Outcome);
        Assert.Equal(outcome, CompiledForm.For(inner).Score([0, 1]).Outcome);
    }

    [Fact]
    public void The_quick_path_allocates_nothing()
    {
        CompiledForm compiled = CompiledForm.For(Draft("inner groups").Publish().Value);

        Assert.Equal(0, AllocatedBy(compiled, [0, 1]));
    }

    // Weights that stay in a group make fractions of flat amounts, which only the full calculation keeps.
    [Theory]
    [MemberData(nameof(Paths))]
    public void What_is_scored_quickly_is_all_that_the_full_calculation_says(string name, string path)
    {
        EvaluationForm form = Draft(name).Publish().Value;
        ScoringPlan plan = ScoringPlan.For(form);
        CompiledForm compiled = CompiledForm.For(form);
        bool isFlat = form.Method.Combination.Kind != CombinationKind.GroupWeights && form.Method.NotApplicable == NotApplicableRule.StaysInGroup;
        foreach (long[] codes in Sheets(compiled))
        {
            var full = new Calculation(plan, codes, isPreview: true);
            bool rescales = isFlat && full.Questions.GroupBy(line => line.Plan.Group).Any(group => group.Any(line => line.Counts) && group.Any(line => line.IsLeftOut));
            QuickScore? quick = QuickScore.TryScore(plan, codes);
            Assert.Equal(path == "full" || rescales, quick is null);
            if (quick is null)
            {
                continue;
            }

            Assert.Equal((full.Total, full.RawTotal, full.HasFormFailed), (quick.Total, quick.RawTotal, quick.HasFormFailed));
            Assert.Equal(full.Final.GroupScores, Enumerable.Range(0, plan.Groups.Length).Select(quick.GroupScore));
            Assert.Equal(Enumerable.Range(0, plan.Groups.Length).Select(full.HasFailed), Enumerable.Range(0, plan.Groups.Length).Select(quick.HasFailed));
            Assert.Equal(Enumerable.Range(0, plan.Groups.Length).Select(full.IsGroupPresent), Enumerable.Range(0, plan.Groups.Length).Select(quick.IsGroupPresent));
            long[] hidden = [.. codes];
            plan.Hide(hidden);
            Assert.Equal(full.Possible, PossiblePoints.For(plan)!.Of(hidden));
            Assert.Equal(0, AllocatedBy(compiled, codes));
        }
    }

    // Weights of ever more primes: what 61 bits do not hold is left to the full calculation.
    [Theory]
    [InlineData(NotApplicableRule.StaysInGroup)]
    [InlineData(NotApplicableRule.LeavesForm)]
    public void Numbers_that_outgrow_the_quick_path_are_scored_in_full(NotApplicableRule rule)
    {
        int[] primes = [999_983, 999_979, 999_961, 999_959, 999_953, 999_931, 999_917, 999_907];
        var quickly = new List<string>();
        for (int count = 1; count <= primes.Length; count++)
        {
            Group inner = Ask.Group("Innermost", primes[0], YesNo with { Key = "x" });
            FormItem[] groups = [.. primes.Take(count).Select((prime, place) => Ask.Group(
                $"G{place}", prime, Ask.YesNo($"a{place}", "A?") with { Weight = prime }, Ask.YesNo($"b{place}", "B?") with { Weight = 7, AllowsNotApplicable = true }))];
            EvaluationForm form = EvaluationForm.Draft("F").Group(Ask.Group("All", 1, [.. groups, inner])).ScoredBy(ScoringMethod.Default with { NotApplicable = rule }).Publish().Value;
            ScoringPlan plan = ScoringPlan.For(form);
            CompiledForm compiled = CompiledForm.For(form);
            for (int sheet = 0; sheet < 4; sheet++)
            {
                long[] codes = [.. Enumerable.Range(0, compiled.Length).Select(slot => sheet == 3 && slot % 4 == 3 ? FlatAnswer.NotApplicable : (long)((slot * (sheet + 1)) % 3 % 2))];
                var full = new Calculation(plan, codes, isPreview: true);
                Assert.Equal(full.Total, compiled.Score(codes).Total?.Value);
                quickly.Add(QuickScore.TryScore(plan, codes) is { } quick && quick.Total == full.Total ? "q" : "f");
            }
        }

        Assert.Equal(rule == NotApplicableRule.LeavesForm ? "qqqqqqqfqqqfffqfffqfffqfffqfffqf" : "qqqqqqqqqqqqffqfffqfffqfffqfffqf", string.Concat(quickly));
    }

    // One part and the others of a prime add up to 1, so the score before the failure is small. What is left of it afterwards is not, with another prime beside it.
    [Fact]
    public void A_failure_can_make_numbers_outgrow_the_quick_path()
    {
        const int prime = 2_147_483_647;
        EvaluationForm form = EvaluationForm.Draft("F")
            .Group("A", 1, Ask.Choice("a", "A?", ("low", 1), ("high", prime)).FailsOn(FailureScope.OwnGroup, "low"))
            .Group("B", 1, Ask.Choice("b", "B?", ("low", prime - 1), ("high", prime)))
            .Group("C", 1, Ask.Choice("c", "C?", ("low", 1), ("high", 2_147_483_629)))
            .Publish().Value;
        ScoringPlan plan = ScoringPlan.For(form);
        long[] codes = [0, 0, 0];

        var full = new Calculation(plan, codes, isPreview: true);

        Assert.NotNull(plan.Quick);
        Assert.Null(QuickScore.TryScore(plan, codes));
        Assert.NotNull(QuickScore.TryScore(plan, [1, 1, 0]));
        Assert.Equal(full.Total, CompiledForm.For(form).Score(codes).Total?.Value);
    }

    [Fact]
    public void Sums_are_kept_within_61_bits()
    {
        Assert.True(QuickSum.IsNarrow(QuickSum.Limit) && QuickSum.IsNarrow(-QuickSum.Limit));
        Assert.False(QuickSum.IsNarrow((Int128)QuickSum.Limit + 1) || QuickSum.IsNarrow(-(Int128)QuickSum.Limit - 1));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Up_to_64_groups_are_scored_without_allocating(int groups, bool isFree)
    {
        FormDraft draft = EvaluationForm.Draft("F");
        for (int group = 0; group < groups; group++)
        {
            draft = draft.Group($"G{group}", 1, Ask.YesNo($"q{group}", "Q?"));
        }

        EvaluationForm form = draft.Publish().Value;
        Assert.Equal(isFree, CompiledForm.For(form).IsAllocationFree);
        Assert.Equal(isFree, QuickScore.TryScore(ScoringPlan.For(form), new long[groups]) is not null);
        Assert.Equal(Score.Percent(100), CompiledForm.For(form).Score(new long[groups]).Total);
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void Up_to_512_codes_are_scored_without_allocating(int questions, bool isFree)
    {
        FormItem[] items = [.. Enumerable.Range(0, questions).Select(question => Ask.YesNo($"q{question}", "Q?"))];
        CompiledForm compiled = CompiledForm.For(EvaluationForm.Draft("F").Group("G", 1, items).Publish().Value);

        Assert.Equal(isFree, compiled.IsAllocationFree);
        Assert.Equal(isFree, QuickScore.TryScore(ScoringPlan.For(compiled.Form), new long[questions]) is not null);
        Assert.Equal(Score.Percent(100), compiled.Score(new long[questions]).Total);
    }

    [Fact]
    public void A_thousand_questions_five_groups_deep_need_no_special_case()
    {
        FormDraft draft = EvaluationForm.Draft("F");
        for (int chain = 0; chain < 50; chain++)
        {
            Group? group = null;
            for (int depth = 4; depth >= 0; depth--)
            {
                IEnumerable<FormItem> questions = Enumerable.Range(0, 4).Select(place => Ask.YesNo($"q{chain}-{depth}-{place}", "Q?"));
                group = new Group { Key = $"g{chain}-{depth}", Title = "G", Items = [.. questions, .. group is null ? [] : new FormItem[] { group }] };
            }

            draft = draft.Group(group!);
        }

        EvaluationForm form = draft.Publish().Value;
        AnswerSheet answers = AnswerSheet.Of(form.Questions.Select((question, position) =>
            new AnswerEntry { Question = question.Key, Answer = new SelectedOptions { Options = [position % 2 == 0 ? "yes" : "no"] } }));

        Assert.Equal(1000, form.Questions.Length);
        Assert.Equal(Score.Percent(50), Scorer.Score(form, answers).Total);
        Assert.Equal(Score.Percent(50), CompiledForm.For(form).Score(answers.Check(form).Value.FlatCodes).Total);
    }

    private static IEnumerable<long[]> Sheets(CompiledForm compiled)
    {
        int slots = Math.Min(compiled.Length, 3);
        for (int sheet = 0; sheet < 64; sheet++)
        {
            var codes = new long[compiled.Length];
            for (int slot = 0; slot < slots; slot++)
            {
                codes[slot] = ((sheet >> (2 * slot)) & 3) - 2;
            }

            yield return codes;
        }
    }

    private static long AllocatedBy(CompiledForm compiled, long[] codes)
    {
        compiled.Score(codes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        compiled.Score(codes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static FormDraft Nested(bool fails)
    {
        ChoiceQuestion Failing(ChoiceQuestion question) => fails ? question.FailsOn(FailureScope.OwnGroup, "no") : question;
        Group innermost = Ask.Group("I", 3, Ask.YesNo("t", "T?"));
        Group inner = Ask.Group("H", 2, Failing(YesNo with { Key = "s" }), innermost);
        return EvaluationForm.Draft("F").Group("G", 1, Failing(YesNo), YesNo with { Key = "r", Weight = 2 }, inner).Group("J", 5, Ask.YesNo("u", "U?"));
    }

    private static FormDraft Weightless => EvaluationForm.Draft("F")
        .Group("G", 1, YesNo, Ask.Group("H", 2, Ask.Group("I", 0, YesNo with { Key = "r" })), Ask.Group("J", 3, YesNo with { Key = "s" }))
        .Group("K", 1, Ask.YesNo("t", "T?"));

    private static FormDraft Wide(int groups, decimal weight) => Enumerable.Range(0, groups)
        .Aggregate(EvaluationForm.Draft("F"), (draft, group) => draft.Group($"G{group}", weight, Ask.YesNo($"q{group}", "Q?") with { Weight = 65534 }, Ask.YesNo($"r{group}", "R?")));

    private static ScoringMethod By(Combination combination) => ScoringMethod.Default with { Combination = combination };

    private static FormDraft With(FormItem item) => EvaluationForm.Draft("F").Group("G", 1, item, Ask.YesNo("r", "R?"));

    private static FormDraft Draft(string name) => name switch
    {
        "plain" => Plain,
        "question weights" => Plain.ScoredBy(By(Combination.QuestionWeights) with { NotApplicable = NotApplicableRule.LeavesForm }),
        "weighted points" => Plain.ScoredBy(By(Combination.WeightedPoints)),
        "total points" => Plain.ScoredBy(By(Combination.TotalPoints)),
        "points in groups" => Plain.ScoredBy(By(Combination.GroupWeights(GroupBasis.Points))),
        "leaves the form" => Plain.ScoredBy(ScoringMethod.Default with { NotApplicable = NotApplicableRule.LeavesForm }),
        "full marks" => Plain.ScoredBy(ScoringMethod.Default with { NotApplicable = NotApplicableRule.FullMarks }),
        "zero" => Plain.ScoredBy(ScoringMethod.Default with { NotApplicable = NotApplicableRule.Zero, Unanswered = UnansweredRule.AsZero }),
        "fails the form" => With(YesNo.FailsOn("no") with { IsFatal = true }),
        "a pass mark" => Plain.PassesAt(50),
        "a hidden question" => With(YesNo).Group("H", 1, Ask.YesNo("s", "S?") with { VisibleWhen = When.Answered("r", "no") }),
        "a hidden group" => With(YesNo).Group(Ask.Group("H", 1, Ask.YesNo("s", "S?")) with { VisibleWhen = When.Answered("r", "no") }),
        "ten options" => With(Select(10)),
        "eleven options" => With(Select(11)),
        "1024 numbers" => With(Ask.Number("q", "Q?", (0, 500, 1), (501, 1023, 0))),
        "1025 numbers" => With(Ask.Number("q", "Q?", (0, 500, 1), (501, 1024, 0))),
        "sums to 65535" => With(YesNo with { Weight = 65534 }),
        "sums to 65536" => With(YesNo with { Weight = 65535 }),
        "three groups of 65535" => Wide(3, 1),
        "three groups of 65535 that weigh much" => Wide(3, 9000),
        "four groups of 65535" => Wide(4, 1),
        "65535 points" => EvaluationForm.Draft("F").Group("G", 1, Ask.YesNo("q", "Q?", 65535)).ScoredBy(By(Combination.TotalPoints)),
        "a scale of 70000" => EvaluationForm.Draft("F").Group("G", 1, Ask.YesNo("q", "Q?"), Ask.YesNo("r", "R?"))
            .ScoredBy(By(Combination.TotalPoints) with { Value = QuestionValue.OfFixedScale(70000) }),
        "inner groups of weights" => Nested(fails: false).ScoredBy(By(Combination.QuestionWeights)),
        "inner groups that fail" => Nested(fails: true),
        "inner groups of weights that fail" => Nested(fails: true).ScoredBy(By(Combination.QuestionWeights) with { NotApplicable = NotApplicableRule.LeavesForm }),
        "inner groups that leave the form" => Nested(fails: false).ScoredBy(ScoringMethod.Default with { NotApplicable = NotApplicableRule.LeavesForm }),
        "inner groups of no weight" => Weightless,
        "inner groups of no weight that leave the form" => Weightless.ScoredBy(ScoringMethod.Default with { NotApplicable = NotApplicableRule.LeavesForm }),
        "inner groups with full marks" => Nested(fails: true).ScoredBy(By(Combination.WeightedPoints) with { NotApplicable = NotApplicableRule.FullMarks }),
        "capped and floored" => With(Ask.Choice("q", "Q?", ("good", 2), ("bad", -9))).ScoredBy(ScoringMethod.Default with { CapAtFull = true, FloorAtZero = true }),
        "groups of odd weights" => EvaluationForm.Draft("F").Group("G", 0.7m, YesNo with { Weight = 1.5m }, Ask.YesNo("r", "R?", 3) with { Weight = 0.4m }).Group("H", 1.1m, Ask.YesNo("s", "S?", 7)),
        "selections that cost points" => EvaluationForm.Draft("F").Group("G", 1, Select(3) with { Options = [.. Select(3).Options.Select(option => option with { UnselectedPoints = -0.5m })] }, Ask.YesNo("r", "R?")),
        "selections valued by their range" => EvaluationForm.Draft("F")
            .Group("G", 1, Select(3) with { Options = [.. Select(3).Options.Select((option, place) => option with { Points = place + 1, UnselectedPoints = -0.5m })] }, Ask.YesNo("r", "R?"))
            .ScoredBy(ScoringMethod.Default with { Value = QuestionValue.OfRange }),
        "fails a group" => With(YesNo.FailsOn(FailureScope.OwnGroup, "no")),
        "inner groups" => EvaluationForm.Draft("F").Group("G", 1, YesNo, Ask.Group("H", 2, Ask.YesNo("r", "R?"))),
        "negative points" => With(Ask.Choice("q", "Q?", ("good", 2), ("bad", -1))),
        "capped" => Plain.ScoredBy(ScoringMethod.Default with { CapAtFull = true }),
        "floored" => Plain.ScoredBy(ScoringMethod.Default with { FloorAtZero = true }),
        "pool beside groups" => EvaluationForm.Draft("F").Group("G", 1, YesNo, Ask.Group("H", 2, Ask.YesNo("r", "R?"))).ScoredBy(By(Combination.GroupWeights(GroupBasis.Points))),
        "bonus question" => With(YesNo with { IsBonus = true }),
        "a failing selection" => With(Select(3) with { IsFatal = true }),
        "63 options" => With(Select(63)),
        "a rule" => Plain with { Rules = [new ScoreRule { Effect = ScoreRuleEffect.Lower, Amount = Score.Percent(1) }] },
        "group mean" => Plain.ScoredBy(ScoringMethod.Default with { NotApplicable = NotApplicableRule.GroupMean }),
        "group possible mean" => Plain.ScoredBy(ScoringMethod.Default with { NotApplicable = NotApplicableRule.GroupPossibleMean }),
        "form mean" => Plain.ScoredBy(ScoringMethod.Default with { NotApplicable = NotApplicableRule.FormMean }),
        "drop lowest" => Plain.ScoredBy(ScoringMethod.Default with { Selection = Selection.DropLowest(1) }),
        "least answers" => Plain.ScoredBy(ScoringMethod.Default with { LeastAnswers = new LeastAnswers { Count = 1 } }),
        "as points" => Plain.ScoredBy(ScoringMethod.Default with { Value = QuestionValue.AsPoints }),
        "sum" => Plain.ScoredBy(By(Combination.Sum)),
        "deductions" => Plain.ScoredBy(By(Combination.Deductions(100))),
        _ => Plain.ScoredBy(By(Combination.Grade) with { Failure = FailureEffect.OutcomeOnly }),
    };

    private static MultiSelectQuestion Select(int options) =>
        Ask.MultiSelect("q", "Q?", [.. Enumerable.Range(0, options).Select(option => ($"o{option}", 1m))]);
}
