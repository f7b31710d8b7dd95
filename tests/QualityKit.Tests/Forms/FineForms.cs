using QualityKit.Forms;
using QualityKit.Methods;
using static QualityKit.Tests.Forms.SampleForm;

namespace QualityKit.Tests.Forms;

/// <summary>Forms at the edge of what is right, by their names; none has an issue.</summary>
internal static class FineForms
{
    public static IReadOnlyDictionary<string, FormDraft> All { get; } =
        new[] { Heads, Methods, Marks, Items, Answers, Conditions }.SelectMany(forms => forms).ToDictionary(form => form.Name, form => form.Draft);

    private static IEnumerable<(string Name, FormDraft Draft)> Heads =>
    [
        ("the quick start", QuickStart),
        ("a key of 100 letters", With() with { Key = new('k', 100) }),
        ("a key of one letter", With() with { Key = "k" }),
        ("a key of every sign", With() with { Key = "Az09._-" }),
        ("a name with a whole pair", With() with { Name = "Call \ud83d\ude00" }),
        ("an empty description", With() with { Description = "" }),
        ("a directory of two folders", With() with { Directory = "quality/voice" }),
        .. new[] { "da", "abcdefgh", "de-AT", "zh-Hant-TW", "de-1996", "en-x-ab", "en-abcdefgh" }
            .Select(language => ($"the language {language}", With() with { Language = language })),
        ("a link", With() with { Links = [new FormLink { Title = "Policy", Target = "P-7" }] }),
        ("an Austrian text beside German ones", Translated(text => text.In("de", "x"), text => text.In("de", "x").In("de-AT", "x"))),
        ("an Austrian text in a German form", With() with { Language = "de", Name = LocalizedText.From("Muster").In("de-AT", "x") }),
        ("every text translated", Translated(text => text.In("da", "x"), text => text.In("da", "x"))),
        ("disputes at the least", Disputed(new() { Maximum = 1, WindowDays = 1, Assignees = [DisputeAssignee.None] })),
        ("disputes at the most", Disputed(new() { Maximum = 20, WindowDays = 365, Assignees = [DisputeAssignee.User("ann"), DisputeAssignee.Original] })),
    ];

    private static IEnumerable<(string Name, FormDraft Draft)> Methods =>
    [
        .. new[] { Flat, Weighted, Total, Pools, Deductions, Sum, Points, Grade, Flat with { Value = QuestionValue.AsPoints } }
            .Select(method => ($"{method.Combination.Kind} {method.Combination.Within} of {method.Value.Kind}", With().ScoredBy(method))),
        ("points as values of a sum", With().ScoredBy(Sum with { Value = QuestionValue.AsPoints })),
        ("points as values of grades", With().ScoredBy(Grade with { Value = QuestionValue.AsPoints })),
        ("critical below all", With().ScoredBy(ScoringMethod.Default with { CriticalBelow = 100 })),
        ("critical below almost nothing", With().ScoredBy(ScoringMethod.Default with { CriticalBelow = 0.01m })),
        ("extra credit", With().ScoredBy(ScoringMethod.Default with { Bonus = BonusRule.ToMean })),
        ("extra credit on a flat mean", With().ScoredBy(Flat with { Bonus = BonusRule.ToMean })),
        ("one of two dropped", With(Ask.YesNo("b", "B?")).ScoredBy(ScoringMethod.Default with { Selection = Selection.DropLowest(1) })),
        ("two of three in two groups dropped", With(Ask.YesNo("b", "B?")).Group("Other", 1, Ask.YesNo("c", "C?")).ScoredBy(Flat with { Selection = Selection.DropLowest(2) })),
        ("the lowest of points kept", With().ScoredBy(Total with { Selection = Selection.KeepLowest(1) })),
        ("the middle kept in groups", With().ScoredBy(ScoringMethod.Default with { Selection = Selection.KeepMiddle })),
        ("the most frequent kept", With().ScoredBy(Flat with { Selection = Selection.KeepMostFrequent })),
        ("the one question kept", With().ScoredBy(ScoringMethod.Default with { Selection = Selection.KeepHighest(1) })),
        ("as many answers as questions", With().ScoredBy(ScoringMethod.Default with { LeastAnswers = new() { Count = 1, Effect = LeastAnswersEffect.Warning } })),
        ("a share capped and floored", With().ScoredBy(ScoringMethod.Default with { CapAtFull = true, FloorAtZero = true })),
        ("deductions capped", With().ScoredBy(Deductions with { CapAtFull = true })),
        ("a sum floored", With().ScoredBy(Sum with { FloorAtZero = true })),
        ("0 digits", With().ScoredBy(ScoringMethod.Default with { Rounding = new() { Digits = 0 } })),
        ("6 digits", With().ScoredBy(ScoringMethod.Default with { Rounding = new() { Digits = 6, Midpoint = MidpointRounding.ToEven } })),
        ("a named method", With().ScoredBy(ScoringMethod.Default with { Name = "House rules" })),
    ];

    private static IEnumerable<(string Name, FormDraft Draft)> Marks =>
    [
        ("a pass mark of 100 %", With().PassesAt(100)),
        ("a pass mark of 0 %", With().PassesAt(0)),
        ("a pass mark of 28 digits", With().ScoredBy(Sum) with { Pass = new() { Mark = Score.Points(1.234567890123456789012345678m) } }),
        ("a pass mark of 28 places", With().ScoredBy(Sum) with { Pass = new() { Mark = Score.Points(0.0000000000000000000000000001m) } }),
        ("the largest pass mark", With().ScoredBy(Sum) with { Pass = new() { Mark = Score.Points(9999999999999999999999999999m) } }),
        ("a pass mark of many points", With().ScoredBy(Sum) with { Pass = new() { Mark = Score.Points(500), QuestionMinimum = Score.Points(-3) } }),
        ("a pass mark of a grade", With().ScoredBy(Grade) with { Pass = new() { Mark = Score.Grade(2.5m) } }),
        ("a question minimum", With() with { Pass = new() { QuestionMinimum = Score.Percent(50) } }),
        ("passing unless fatal", QuickStart with { Pass = new() }),
        ("passing unless an option fails", With(Flagged(FailureScope.Form)) with { Pass = new() }),
        ("passing unless critical", BadMarks.Critical().ScoredBy(ScoringMethod.Default with { CriticalBelow = 50 }) with { Pass = new() }),
        ("bands from minimums", WithBands(Band.From("Excellent", 90), Band.From("Poor", 0), Band.From("Good", 60))),
        ("bands up to tops", WithBands(Band.UpTo("Poor", 59), Band.UpTo("Good", 89), Band.UpTo("Excellent", 100))),
        ("bands of both ends", WithBands(Between("Poor", 0, 59), Between("Excellent", 90, 100), Between("Good", 60, 89.99m))),
        ("a band of one score", WithBands(Between("Perfect", 100, 100))),
        ("a top below a minimum", WithBands(Band.UpTo("Poor", 59.99m), Band.From("Good", 60))),
        ("a minimum above a top", WithBands(Band.From("Good", 60), Band.UpTo("Poor", 59.99m))),
        ("a band inside one that begins lower", WithBands(Band.From("Poor", 0), Between("Good", 40, 60), Band.From("Great", 60.01m))),
        ("a minimum just above both ends", WithBands(Between("Good", 40, 60), Band.From("Great", 60.01m), Band.From("Poor", 39.99m))),
        ("a top just below both ends", WithBands(Band.UpTo("Poor", 39.99m), Between("Good", 40, 60))),
        ("100 bands", WithBands([.. Enumerable.Range(0, 100).Select(number => Band.From($"B{number}", number))])),
        ("the same bands for form and group", With(Banded()) with { Bands = Banded().Bands }),
        ("a group rule", WithRule(Rule(ScoreRuleEffect.Raise) with { GroupKey = "main" })),
        ("a group rule for grades", WithRule(new() { GroupKey = "main", Effect = ScoreRuleEffect.Lower, Amount = Score.Grade(0) }).ScoredBy(Grade)),
        ("a rule that sets below 0", WithRule(Rule(ScoreRuleEffect.SetTo, -5))),
        ("a minimum below 0", WithRule(Rule(ScoreRuleEffect.Minimum, -5))),
        ("a rule that looks at the last question", WithRule(Rule(ScoreRuleEffect.Lower) with { When = When.Answered("greeting", "no") })),
    ];

    private static IEnumerable<(string Name, FormDraft Draft)> Items =>
    [
        ("10000 questions", OfQuestions(10_000)),
        ("1000 groups", OfGroups(1_000)),
        ("20 levels", Nested(20)),
        ("20 levels twice", With(Nested(19).Groups[0]) with { Name = "Nested" }),
        ("a group and a question of one key", With(Ask.Group("Greeting", 1, Ask.YesNo("main", "Q?")))),
        ("a group of weight 0", With(Ask.Group("Failures", 0, Flagged(FailureScope.OwnGroup)))),
        ("a question of weight 0", With(Ask.YesNo("q", "Q?") with { Weight = 0 })),
        ("a question weight under question weights", With(Ask.YesNo("q", "Q?") with { Weight = 2 }).ScoredBy(Flat)),
        ("weights under weighted points", With(Ask.Group("Inner", 3, Ask.YesNo("q", "Q?") with { Weight = 2 })).ScoredBy(Weighted)),
        ("an excluded weight under total points", With(Ask.YesNo("q", "Q?") with { Weight = 2, IsExcluded = true }).ScoredBy(Total)),
        ("groups of weight 0 under question weights", With(Ask.YesNo("q", "Q?")).ScoredBy(Flat)),
        ("no weight under total points", With(Ask.YesNo("q", "Q?") with { Weight = 1 }).ScoredBy(Total)),
        ("a required text", With(Ask.Text("t", "T?") with { IsRequired = true, Comment = CommentRule.Always, MaxLength = 1 })),
        ("a text of 100000 characters", With(Ask.Text("t", "T?") with { MaxLength = 100_000 })),
        ("tags", With(Ask.YesNo("q", "Q?") with { Tags = ["compliance", "Compliance"] })),
        ("a failure of another group", With(Flagged(FailureScope.Group("main")) with { FailureScope = FailureScope.Group("main") })),
        ("a pool with one question", With(Ask.Group("Inner", 1, Penalty("p"), Ask.YesNo("q", "Q?"))).ScoredBy(Pools)),
        ("a pool with a bonus", With(Ask.Group("Inner", 1, Penalty("p"), Ask.YesNo("q", "Q?") with { IsBonus = true })).ScoredBy(Pools)),
        ("a pool of excluded penalties", With(Ask.Group("Inner", 1, Penalty("p") with { IsExcluded = true })).ScoredBy(Pools)),
        ("a pool of failures", With(Ask.Group("Inner", 1, Flagged(FailureScope.Form))).ScoredBy(Pools)),
        ("a group of groups under pools", With(Ask.Group("Inner", 1, Ask.Group("Deep", 1, Ask.YesNo("q", "Q?")))).ScoredBy(Pools)),
    ];

    private static IEnumerable<(string Name, FormDraft Draft)> Answers => FineAnswers.All;

    private static IEnumerable<(string Name, FormDraft Draft)> Conditions => FineConditions.All;

    private static FormDraft Translated(Func<LocalizedText, LocalizedText> form, Func<LocalizedText, LocalizedText> group) =>
        EvaluationForm.Draft("Sample") with
        {
            Name = form("Sample"),
            Groups = [Ask.Group("Main", 1, TranslatedQuestion(form)) with { Title = group("Main") }],
        };

    private static MultiSelectQuestion TranslatedQuestion(Func<LocalizedText, LocalizedText> translate) => new()
    {
        Key = "q",
        Text = translate("Q?"),
        Options = [new() { Key = "a", Text = translate("A"), Points = 1 }],
    };

    private static FormDraft Disputed(DisputeSettings disputes) => With() with { Settings = new() { Disputes = disputes } };

    private static ChoiceQuestion Flagged(FailureScope scope)
    {
        ChoiceQuestion question = Ask.Choice("flagged", "Abused?", ("no", 0), ("yes", 0));
        return question with { Options = question.Options.SetItem(1, question.Options[1] with { Fails = scope }) };
    }

    private static ChoiceQuestion Penalty(string key) => Ask.Choice(key, "Rude?", ("no", 0), ("yes", -5));

    private static Group Banded() =>
        Ask.Group("Inner", 1, Ask.YesNo("inside", "Inside?")) with { Bands = [Band.From("Good", 60), Band.From("Poor", 0)] };

    private static ScoreRule Rule(ScoreRuleEffect effect, decimal percent = 5) => new() { Effect = effect, Amount = Score.Percent(percent) };
}
