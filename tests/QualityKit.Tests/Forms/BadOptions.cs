using QualityKit.Forms;
using static QualityKit.Tests.Forms.SampleForm;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadOptions
{
    private const string Options = "/groups/0/items/1/options";
    private const decimal Long = 1.2345678901234567890123456789m;

    public static IEnumerable<BadForm> All =>
    [
        new("a choice without options", () => With(Ask.Choice("q", "Q?")), TooFewOptions, Options),
        new("a choice of one option", () => With(Ask.Choice("q", "Q?", ("yes", 1))), TooFewOptions, Options),
        new("a multiple selection without options", () => With(Ask.MultiSelect("q", "Q?")), TooFewOptions, Options),
        new("an option of a choice that is not there", () => Second(null!), Missing, Options + "/1"),
        new("an option of a choice without a key", () => Second(new() { Key = null!, Text = "B" }), Missing, Options + "/1/key"),
        new("an option of a choice with an empty key", () => Second(new() { Key = "", Text = "B" }), MalformedKey, Options + "/1/key"),
        new("two options of a choice of one key", () => Second(new() { Key = "a", Text = "B" }), DuplicateKey, Options + "/1/key"),
        new("an option of a choice without a text", () => Second(new() { Key = "b", Text = null! }), Missing, Options + "/1/text"),
        new("an option of a choice with an empty text", () => Second(new() { Key = "b", Text = "" }), EmptyText, Options + "/1/text"),
        new("an option of a choice with too many digits", () => Second(new() { Key = "b", Text = "B", Points = Long }), TooManyDigits, Options + "/1/points"),
        new("an option of a choice that fails an unknown group", () => Second(new() { Key = "b", Text = "B", Fails = FailureScope.Group("x") }), UnknownGroup, Options + "/1/fails/group"),
        new("an option of a selection that is not there", () => SecondSelected(null!), Missing, Options + "/1"),
        new("an option of a selection with a malformed key", () => SecondSelected(new() { Key = "b!", Text = "B" }), MalformedKey, Options + "/1/key"),
        new("two options of a selection of one key", () => SecondSelected(new() { Key = "a", Text = "B" }), DuplicateKey, Options + "/1/key"),
        new("an option of a selection with an empty text", () => SecondSelected(new() { Key = "b", Text = "" }), EmptyText, Options + "/1/text"),
        new("an option of a selection with too many digits", () => SecondSelected(new() { Key = "b", Text = "B", Points = Long }), TooManyDigits, Options + "/1/points"),
        new("an unselected option with too many digits", () => SecondSelected(new() { Key = "b", Text = "B", UnselectedPoints = Long }), TooManyDigits, Options + "/1/unselected"),
        new("an option of a selection that fails an unknown group", () => SecondSelected(new() { Key = "b", Text = "B", Fails = FailureScope.Group("x") }), UnknownGroup, Options + "/1/fails/group"),
        new("a cap of 29 digits", () => With(Ask.MultiSelect("q", "Q?", ("a", 5)) with { Cap = Long }), TooManyDigits, "/groups/0/items/1/cap"),
        new("a negative cap", () => With(Ask.MultiSelect("q", "Q?", ("a", 5)) with { Cap = -1, IsExcluded = true }), NegativeCap, "/groups/0/items/1/cap"),
        BadForm.Warned("a fatal question of three options", () => With(Ask.Choice("q", "Q?", ("yes", 10), ("partly", 5), ("no", 0)) with { IsFatal = true }), FatalBetweenBestAndWorst, "/groups/0/items/1/fatal"),
        BadForm.Warned("a fatal question of two bad options", () => With(Ask.Choice("q", "Q?", ("yes", 10), ("no", 0), ("unclear", 0)) with { IsFatal = true }), FatalBetweenBestAndWorst, "/groups/0/items/1/fatal"),
        BadForm.Warned("a fatal excluded question of three options", () => With(Ask.Choice("q", "Q?", ("yes", 10), ("partly", 5), ("no", 0)) with { IsFatal = true, IsExcluded = true }), FatalBetweenBestAndWorst, "/groups/0/items/1/fatal"),
        BadForm.Warned("a fatal number of three ranges", () => With(Number((0, 1, 10), (2, 3, 5), (4, 5, 0)) with { IsFatal = true }), FatalBetweenBestAndWorst, "/groups/0/items/1/fatal"),
        BadForm.Warned("a fatal grade of three options", () => With(Ask.Range("q", "Q?", 1, 3) with { IsFatal = true }).ScoredBy(Grade), FatalBetweenBestAndWorst, "/groups/0/items/1/fatal"),
    ];

    private static FormDraft Second(ChoiceOption option) => With(new ChoiceQuestion
    {
        Key = "q",
        Text = "Q?",
        Options = [new() { Key = "a", Text = "A", Points = 5 }, option, new() { Key = "c", Text = "C", Points = 2 }],
    });

    private static FormDraft SecondSelected(SelectOption option) => With(new MultiSelectQuestion
    {
        Key = "q",
        Text = "Q?",
        Options = [new() { Key = "a", Text = "A", Points = 5 }, option],
    });
}
