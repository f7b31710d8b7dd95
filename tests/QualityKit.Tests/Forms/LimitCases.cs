using QualityKit.Forms;
using static QualityKit.Tests.Forms.LimitCase;
using static QualityKit.Tests.Forms.SampleForm;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

/// <summary>Every limit at its bound and just beyond it.</summary>
/// <remarks>Forms and limits are made when they are asked for, as in <see cref="BadForm"/>.</remarks>
internal static partial class LimitCases
{
    private const string Item = "/groups/0/items/1";

    private static NumberQuestion Waited => Number((0, 4, 1), (5, 9, 0));

    private static MultiSelectQuestion Steps => Ask.MultiSelect("steps", "Which?", ("one", 1), ("two", 2));

    private static ChoiceQuestion Solved => Ask.Choice("solved", "Solved?", ("yes", 2), ("partly", 1), ("no", 0));

    public static IReadOnlyList<LimitCase> All { get; } =
        [.. Heads, .. Texts, .. Keys, .. Answers, .. Weights, .. Totals, .. Kinds, .. Conditions, .. Features, .. Failures];

    public static TheoryData<string> Names => [.. All.Select(limit => limit.Name)];

    public static LimitCase Named(string name) => All.Single(limit => limit.Name == name);

    private static IEnumerable<LimitCase> Heads =>
    [
        new("most questions", () => House with { MostQuestions = 2 }, () => With(Steps), () => With(Steps, Solved), QuestionsOverLimit, "/groups"),
        new("information blocks are questions", () => House with { MostQuestions = 2 }, () => With(Steps), () => With(Steps, Ask.Information("i", "I")), QuestionsOverLimit, "/groups"),
        new("most groups", () => House with { MostGroups = 2 }, () => Nested(2), () => Nested(3), GroupsOverLimit, "/groups"),
        new("most levels", () => House with { MostLevels = 2 }, () => Nested(2), () => Nested(3), LevelsOverLimit, "/groups/0/items/0/items/0"),
        new("levels inside one that is too deep", () => House with { MostLevels = 2 }, () => Nested(1), () => Nested(5), LevelsOverLimit, "/groups/0/items/0/items/0"),
        new("most versions", () => House with { MostVersions = 5 }, () => With() with { Version = 5 }, () => With() with { Version = 6 }, VersionOverLimit, "/version"),
        new("most bands", () => House with { MostBands = 1 }, () => WithBands(Between("a", 1, 2)), () => WithBands(Between("a", 1, 2), Between("b", 3, 4)), BandsOverLimit, "/bands"),
        Of("most bands of a group", () => House with { MostBands = 0 }, () => Inner, () => Inner with { Bands = [Between("a", 1, 2)] }, BandsOverLimit, Item + "/bands"),
        new("most disputes", () => House with { MostDisputes = 5 }, () => Disputes(5, 30), () => Disputes(6, 30), DisputesOverLimit, "/settings/disputes/maximum"),
        new("most days to dispute", () => House with { DisputeDays = LimitRange.Between(7, 45) }, () => Disputes(1, 45), () => Disputes(1, 46), DisputeDaysOverLimit, "/settings/disputes/windowDays"),
        new("least days to dispute", () => House with { DisputeDays = LimitRange.Between(7, 45) }, () => Disputes(1, 7), () => Disputes(1, 6), DisputeDaysUnderLimit, "/settings/disputes/windowDays"),
        new("no disputes at all", () => House with { MostDisputes = 1 }, () => With(), () => Disputes(2, 30), DisputesOverLimit, "/settings/disputes/maximum"),
        new("languages", () => Languages, () => With() with { Language = "en-us" }, () => With() with { Language = "en-GB" }, LanguageNotOffered, "/language"),
        new("a language without a region", () => Languages, () => With() with { Language = "EN" }, () => With() with { Language = "da" }, LanguageNotOffered, "/language"),
        new("a language that only begins alike", () => Languages, () => With() with { Language = "de" }, () => With() with { Language = "en-US-x1" }, LanguageNotOffered, "/language"),
    ];

    private static FormLimits Languages => House with { Languages = ["de-DE", "en-US"] };

    private static Group Inner => Ask.Group("Inner", 1, Ask.YesNo("inside", "Inside?"));

    private static IEnumerable<LimitCase> Texts =>
    [
        new("long name", () => House with { NameLength = LimitRange.Between(2, 5) }, () => With() with { Name = "12345" }, () => With() with { Name = "123456" }, TextOverLimit, "/name"),
        new("short name", () => House with { NameLength = LimitRange.Between(2, 5) }, () => With() with { Name = "12" }, () => With() with { Name = "1" }, TextUnderLimit, "/name"),
        new("description", () => House with { DescriptionLength = LimitRange.AtMost(3) }, () => With() with { Description = "123" }, () => With() with { Description = "1234" }, TextOverLimit, "/description"),
        new("no description", () => House with { DescriptionLength = LimitRange.AtLeast(2) }, () => With(), () => With() with { Description = "1" }, TextUnderLimit, "/description"),
        Of("group title", () => House with { GroupTitleLength = LimitRange.AtMost(5) }, () => Inner, () => Inner with { Title = "Inside" }, TextOverLimit, Item + "/title"),
        Of("translated group title", () => House with { GroupTitleLength = LimitRange.AtMost(5) }, () => Inner with { Title = Translated("Inner", "Intre") }, () => Inner with { Title = Translated("Inner", "Indre1") }, TextOverLimit, Item + "/title/translations/da"),
        Of("question text", () => House with { QuestionTextLength = LimitRange.AtMost(8) }, () => Steps with { Text = "12345678" }, () => Steps with { Text = "123456789" }, TextOverLimit, Item + "/text"),
        Of("text of an information block", () => House with { QuestionTextLength = LimitRange.AtMost(8) }, () => Ask.Information("i", "12345678"), () => Ask.Information("i", "123456789"), TextOverLimit, Item + "/text"),
        Of("help", () => House with { HelpLength = LimitRange.AtMost(3) }, () => Steps with { Help = "123" }, () => Steps with { Help = "1234" }, TextOverLimit, Item + "/help"),
        Of("option text", () => House with { OptionTextLength = LimitRange.AtMost(6) }, () => Solved, () => Ask.Choice("solved", "Solved?", ("yes", 2), ("perhaps", 0)), TextOverLimit, Item + "/options/1/text"),
        Of("option text of a selection", () => House with { OptionTextLength = LimitRange.AtMost(3) }, () => Steps, () => Ask.MultiSelect("steps", "Which?", ("one", 1), ("four", 2)), TextOverLimit, Item + "/options/1/text"),
        Of("length of an answer", () => House with { MostAnswerLength = 300 }, () => new TextQuestion { Key = "t", Text = "T", MaxLength = 300 }, () => new TextQuestion { Key = "t", Text = "T", MaxLength = 301 }, AnswerLengthOverLimit, Item + "/maxLength"),
    ];

    private static LocalizedText Translated(string text, string danish) => LocalizedText.From(text).In("da", danish);

    private static IEnumerable<LimitCase> Keys =>
    [
        Of("key of a question", () => Pattern("[a-z]+"), () => Steps with { Key = "abcdefgh" }, () => Steps with { Key = "abcdefgh1" }, KeyOutsidePattern, Item + "/key"),
        Of("key of a group", () => Pattern("[a-z]+"), () => Inner, () => Inner with { Key = "g7" }, KeyOutsidePattern, Item + "/key"),
        Of("key of an option", () => Pattern("[a-z]+"), () => Solved, () => Ask.Choice("solved", "Solved?", ("yes", 2), ("n0", 0)), KeyOutsidePattern, Item + "/options/1/key"),
        Of("key of an option of a selection", () => Pattern("[a-z]+"), () => Steps, () => Ask.MultiSelect("steps", "Which?", ("two", 1), ("n0", 2)), KeyOutsidePattern, Item + "/options/1/key"),
        Of("a pattern of two parts", () => Pattern("main|greeting|yes|no|z"), () => Ask.YesNo("z", "Z?"), () => Ask.YesNo("zz", "Z?"), KeyOutsidePattern, Item + "/key"),
        Of("a pattern with anchors", () => Pattern("^[a-z]+$"), () => Ask.YesNo("z", "Z?"), () => Ask.YesNo("z1", "Z?"), KeyOutsidePattern, Item + "/key"),
        Of("key of a question as of a group", () => House with { KeysDifferAcrossForm = true }, () => Ask.YesNo("other", "M?"), () => Ask.YesNo("main", "M?"), KeySharedWithGroup, Item + "/key"),
        Of("key of a group as of a question", () => House with { KeysDifferAcrossForm = true }, () => Inner, () => Inner with { Key = "greeting" }, KeySharedWithGroup, Item + "/key"),
    ];

    private static FormLimits Pattern(string pattern) => House with { KeyPattern = pattern };

    private static IEnumerable<LimitCase> Answers =>
    [
        Of("most options", () => House with { Options = LimitRange.Between(2, 3) }, () => Solved, () => Ask.Range("s", "S?", 1, 4), OptionsOverLimit, Item + "/options"),
        Of("least options", () => House with { Options = LimitRange.Between(2, 3) }, () => Steps, () => Ask.MultiSelect("s", "S?", ("a", 1)), OptionsUnderLimit, Item + "/options"),
        Of("most ranges", () => House with { Ranges = LimitRange.Between(2, 2) }, () => Waited, () => Number((0, 1, 1), (2, 3, 0), (4, 5, 0)), RangesOverLimit, Item + "/ranges"),
        Of("least ranges", () => House with { Ranges = LimitRange.Between(2, 2) }, () => Waited, () => Number((0, 1, 1)), RangesUnderLimit, Item + "/ranges"),
        Of("most points of an option", () => TwoPoints, () => Solved, () => Ask.Choice("s", "S?", ("a", 2.01m), ("b", 0)), PointsOverLimit, Item + "/options/0/points"),
        Of("least points of an option", () => TwoPoints, () => Solved, () => Ask.Choice("s", "S?", ("a", 2), ("b", -0.01m)), PointsUnderLimit, Item + "/options/1/points"),
        Of("points of a selection", () => TwoPoints, () => Steps, () => Ask.MultiSelect("s", "S?", ("a", 1), ("b", 3)), PointsOverLimit, Item + "/options/1/points"),
        Of("points of what is not selected", () => TwoPoints, () => Unselected(2), () => Unselected(3), PointsOverLimit, Item + "/options/0/unselected"),
        new("no points for what is not selected", () => House with { Points = LimitRange.AtLeast(1) }, () => Only(Steps), () => Only(Ask.MultiSelect("s", "S?", ("a", 1), ("b", 0))), PointsUnderLimit, "/groups/0/items/0/options/1/points"),
        Of("points of a range", () => TwoPoints, () => Waited, () => Number((0, 4, 1), (5, 9, -1)), PointsUnderLimit, Item + "/ranges/1/points"),
        Of("whole points", () => House with { WholePoints = true }, () => Ask.Choice("s", "S?", ("a", 2.0m), ("b", -1)), () => Ask.Choice("s", "S?", ("a", 1.5m), ("b", 0)), PointsNotWhole, Item + "/options/0/points"),
        Of("whole points of ranges", () => House with { WholePoints = true }, () => Waited, () => Number((0, 4, 1), (5, 9, 0.5m)), PointsNotWhole, Item + "/ranges/1/points"),
        Of("whole points of what is not selected", () => House with { WholePoints = true }, () => Unselected(1), () => Unselected(0.5m), PointsNotWhole, Item + "/options/0/unselected"),
        Of("whole steps", () => House with { WholeNumbers = true }, () => Waited with { Step = 1.0m }, () => Waited with { Step = 0.5m, Ranges = [new() { Minimum = 0, Maximum = 9, Points = 1 }] }, NumberNotWhole, Item + "/step"),
        Of("whole minimums", () => House with { WholeNumbers = true }, () => Number((0, 9.0m, 1)), () => Number((0.5m, 9, 1)), NumberNotWhole, Item + "/ranges/0/minimum"),
        Of("whole maximums", () => House with { WholeNumbers = true }, () => Number((0.0m, 9, 1)), () => Number((0, 9.5m, 1)), NumberNotWhole, Item + "/ranges/0/maximum"),
    ];

    private static FormLimits TwoPoints => House with { Points = LimitRange.Between(0, 2) };

    private static FormDraft Only(FormItem item) => EvaluationForm.Draft("Only").Group("Main", 1, item);

    private static MultiSelectQuestion Unselected(decimal points) =>
        Steps with { Options = [new SelectOption { Key = "a", Text = "A", Points = 1, UnselectedPoints = points }, new SelectOption { Key = "b", Text = "B" }] };

    private static IEnumerable<LimitCase> Weights =>
    [
        Of("most weight of a question", () => House with { QuestionWeight = LimitRange.Between(0.5m, 3) }, () => Steps with { Weight = 3 }, () => Steps with { Weight = 3.1m }, WeightOverLimit, Item + "/weight"),
        Of("least weight of a question", () => House with { QuestionWeight = LimitRange.Between(0.5m, 3) }, () => Steps with { Weight = 0.5m }, () => Steps with { Weight = 0.4m }, WeightUnderLimit, Item + "/weight"),
        Of("most weight of a group", () => House with { GroupWeight = LimitRange.Between(0.5m, 3) }, () => Inner with { Weight = 3 }, () => Inner with { Weight = 3.1m }, WeightOverLimit, Item + "/weight"),
        Of("least weight of a group", () => House with { GroupWeight = LimitRange.Between(0.5m, 3) }, () => Inner with { Weight = 0.5m }, () => Inner with { Weight = 0 }, WeightUnderLimit, Item + "/weight"),
    ];

    private static IEnumerable<LimitCase> Totals =>
    [
        new("question weights above the total", () => Hundred, () => Shares(40, 60), () => Shares(40, 60.5m), QuestionWeightsMissTotal, "/groups"),
        new("question weights below the total", () => Hundred, () => Shares(33.3m, 66.7m), () => Shares(33.3m, 66.6m), QuestionWeightsMissTotal, "/groups"),
        new("excluded questions have no share", () => Hundred, () => Shares(40, 60, Steps with { Weight = 7, IsExcluded = true }), () => Shares(40, 60, Steps with { Weight = 7 }), QuestionWeightsMissTotal, "/groups"),
        new("bonus questions have no share", () => Hundred, () => Shares(40, 60, Steps with { Weight = 7, IsBonus = true }), () => Shares(40, 53, Steps with { Weight = 7, IsBonus = true }), QuestionWeightsMissTotal, "/groups"),
        new("group weights", () => Hundred, () => Groups(30, 70), () => Groups(30, 71), GroupWeightsMissTotal, "/groups"),
        new("group weights within points", () => Hundred, () => Groups(30, 70).ScoredBy(Pools), () => Groups(30, 69).ScoredBy(Pools), GroupWeightsMissTotal, "/groups"),
        new("groups inside groups have no share", () => Hundred, () => Groups(30, 70).Group("C", 0, Inner), () => Groups(30, 70).Group("C", 1, Inner), GroupWeightsMissTotal, "/groups"),
        new("groups of groups have a share", () => Hundred, () => Groups(30, 30).Group("C", 40, Inner, Inner with { Key = "in2", Items = [Steps] }), () => Groups(30, 30).Group("C", 39, Inner), GroupWeightsMissTotal, "/groups"),
        new("groups without scores have no share", () => Hundred, () => Groups(30, 70).Group("C", 5, Ask.Text("t", "T?")), () => Groups(30, 70).Group("C", 5, Steps), GroupWeightsMissTotal, "/groups"),
        new("weights that multiply points have no total", () => Hundred, () => Groups(30, 71).ScoredBy(Weighted), () => Groups(30, 71), GroupWeightsMissTotal, "/groups"),
    ];

    private static FormLimits Hundred => House with { QuestionWeightTotal = 100, GroupWeightTotal = 100 };

    private static FormDraft Shares(decimal first, decimal second, params FormItem[] further) =>
        EvaluationForm.Draft("Shares").ScoredBy(Flat)
            .Group("Main", 1, [Ask.YesNo("a", "A?") with { Weight = first }, Ask.YesNo("b", "B?") with { Weight = second }, .. further]);

    private static FormDraft Groups(decimal first, decimal second) =>
        EvaluationForm.Draft("Shares").Group("A", first, Ask.YesNo("a", "A?"), Ask.YesNo("a2", "A?")).Group("B", second, Ask.YesNo("b", "B?"));

    private static FormDraft Disputes(int maximum, int days) =>
        With() with { Settings = new() { Disputes = new() { Maximum = maximum, WindowDays = days } } };
}
