using QualityKit.Forms;
using QualityKit.Methods;
using static QualityKit.Tests.Forms.SampleForm;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadItems
{
    private const string First = "/groups/0/items/1";

    public static IEnumerable<BadForm> All => [.. Sizes, .. Keys, .. Groups, .. Questions];

    private static IEnumerable<BadForm> Sizes =>
    [
        new("10001 questions", OfQuestions(10_001), TooManyQuestions, "/groups/0/items/10000"),
        new("100000 questions", OfQuestions(100_000), TooManyQuestions, "/groups/0/items/10000"),
        new("1001 groups", OfGroups(1_001), TooManyGroups, "/groups/1000"),
        new("21 levels", Nested(21), GroupsTooDeep, "/groups/0" + string.Concat(Enumerable.Repeat("/items/0", 20))),
        new("10000 nested groups", Nested(10_000), GroupsTooDeep, "/groups/0" + string.Concat(Enumerable.Repeat("/items/0", 20))),
        new("two groups too deep", With(Nested(20).Groups[0], Nested(20).Groups[0]), GroupsTooDeep, First + string.Concat(Enumerable.Repeat("/items/0", 19))),
    ];

    private static IEnumerable<BadForm> Keys =>
    [
        new("a group without a key", With(Inner() with { Key = null! }), Missing, First + "/key"),
        new("a group with an empty key", With(Inner() with { Key = "" }), MalformedKey, First + "/key"),
        new("two groups of one key", With(Inner() with { Key = "main" }), DuplicateKey, First + "/key"),
        new("a question without a key", With(Ask.YesNo("q", "Q?") with { Key = null! }), Missing, First + "/key"),
        new("a question with a malformed key", With(Ask.YesNo("a b", "Q?")), MalformedKey, First + "/key"),
        new("two questions of one key", With(Ask.YesNo("greeting", "Q?")), DuplicateKey, First + "/key"),
        new("an information block with the key of a question", With(Ask.Information("greeting", "Q.")), DuplicateKey, First + "/key"),
    ];

    private static IEnumerable<BadForm> Groups =>
    [
        new("a form without groups", EvaluationForm.Draft("Empty"), NoGroups, "/groups"),
        new("a group that is not there", With() with { Groups = [With().Groups[0], null!] }, Missing, "/groups/1"),
        new("a group without a title", With(Inner() with { Title = null! }), Missing, First + "/title"),
        new("a group with an empty title", With(Inner() with { Title = "" }), EmptyText, First + "/title"),
        new("a group with a negative weight", With(Inner() with { Weight = -0.1m }), NegativeWeight, First + "/weight"),
        new("a group with a weight of 29 digits", With(Inner() with { Weight = 12345678901234567890123456789m }), TooManyDigits, First + "/weight"),
        new("an empty group", With(Inner() with { Items = [] }), EmptyGroup, First + "/items"),
        new("nothing but text", Only(Ask.Text("t", "T?"), Ask.Date("d", "D?"), Ask.Information("i", "I.")), NoScoredQuestion, "/groups"),
        new("nothing but excluded questions", Only(Ask.YesNo("q", "Q?") with { IsExcluded = true }), NoScoredQuestion, "/groups"),
        new("nothing but bonus questions", Only(Ask.YesNo("q", "Q?") with { IsBonus = true }), NoScoredQuestion, "/groups"),
        BadForm.Warned("a group weight under a sum", With(Inner() with { Weight = 20 }).ScoredBy(Sum), GroupWeightMultipliesPoints, First + "/weight"),
        BadForm.Warned("a group weight under deductions", With(Inner() with { Weight = 0.5m }).ScoredBy(Deductions), GroupWeightMultipliesPoints, First + "/weight"),
        BadForm.Warned("a group weight under question weights", With(Inner() with { Weight = 2 }).ScoredBy(Flat), WeightWithoutEffect, First + "/weight"),
        BadForm.Warned("a group weight under total points", With(Inner() with { Weight = 2 }).ScoredBy(Total), WeightWithoutEffect, First + "/weight"),
        BadForm.Warned("a question weight under total points", With(Inner(Ask.YesNo("q", "Q?") with { Weight = 2 })).ScoredBy(Total), WeightWithoutEffect, First + "/items/0/weight"),
        BadForm.Warned("groups of weight 0 only", EvaluationForm.Draft("Light").Group("Main", 0, Ask.YesNo("q", "Q?")), NothingHasWeight, "/groups"),
        BadForm.Warned("an outer group of weight 0", EvaluationForm.Draft("Light").Group("Main", 0, Inner()), NothingHasWeight, "/groups"),
        BadForm.Warned("questions of weight 0 only", Only(Ask.YesNo("q", "Q?") with { Weight = 0 }), NothingHasWeight, "/groups"),
        BadForm.Warned("flat questions of weight 0 only", Only(Ask.YesNo("q", "Q?") with { Weight = 0 }).ScoredBy(Flat), NothingHasWeight, "/groups"),
        BadForm.Warned("a pool of penalties", With(Inner(Penalty("p"), Penalty("o"))).ScoredBy(Pools), GroupLosesPoints, First + "/items"),
    ];

    private static IEnumerable<BadForm> Questions =>
    [
        new("an item that is not there", With([null!]), Missing, First),
        new("a question without a text", With(Ask.YesNo("q", "Q?") with { Text = null! }), Missing, First + "/text"),
        new("a question with an empty text", With(Ask.YesNo("q", "")), EmptyText, First + "/text"),
        new("an information block with an empty text", With(Ask.Information("q", "")), EmptyText, First + "/text"),
        new("a help with half a character", With(Ask.YesNo("q", "Q?") with { Help = "\ud83d" }), BrokenText, First + "/help"),
        new("a question with a negative weight", With(Ask.YesNo("q", "Q?") with { Weight = -1 }), NegativeWeight, First + "/weight"),
        new("a question with an undefined comment rule", With(Ask.YesNo("q", "Q?") with { Comment = (CommentRule)3 }), UndefinedValue, First + "/comment"),
        new("a question without a failure scope", With(Ask.YesNo("q", "Q?") with { FailureScope = null! }), Missing, First + "/failureScope"),
        new("a question that fails an unknown group", With(Ask.YesNo("q", "Q?") with { FailureScope = FailureScope.Group("nowhere") }), UnknownGroup, First + "/failureScope/group"),
        new("a question without a tag", With(Ask.YesNo("q", "Q?") with { Tags = [null!] }), Missing, First + "/tags/0"),
        new("a malformed tag", With(Ask.YesNo("q", "Q?") with { Tags = ["a", "b c"] }), MalformedKey, First + "/tags/1"),
        BadForm.Warned("a tag twice", With(Ask.YesNo("q", "Q?") with { Tags = ["a", "b", "a"] }), DuplicateTag, First + "/tags/2"),
        new("an undefined preset", With(Ask.YesNo("q", "Q?") with { Preset = (ChoicePreset)4 }), UndefinedValue, First + "/preset"),
        new("a text of 0 characters", With(Ask.Text("q", "Q?") with { MaxLength = 0 }), NumberOutOfBounds, First + "/maxLength"),
        new("a text of 100001 characters", With(Ask.Text("q", "Q?") with { MaxLength = 100_001 }), NumberOutOfBounds, First + "/maxLength"),
    ];

    private static FormDraft Only(params FormItem[] items) => EvaluationForm.Draft("Only").Group("Main", 1, items);

    private static Group Inner(params FormItem[] items) =>
        Ask.Group("Inner", 1, items.Length == 0 ? [Ask.YesNo("inside", "Inside?")] : items);

    private static ChoiceQuestion Penalty(string key) => Ask.Choice(key, "Rude?", ("no", 0), ("yes", -5));
}
