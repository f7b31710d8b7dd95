using QualityKit.Forms;
using static QualityKit.Tests.Forms.SampleForm;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadDefaults
{
    private const string Default = "/groups/0/items/1/default";

    private static readonly ChoiceQuestion Choice = Ask.YesNo("q", "Q?");
    private static readonly MultiSelectQuestion Selection = Ask.MultiSelect("q", "Q?", ("a", 1), ("b", 1));
    private static readonly NumberQuestion Number = SampleForm.Number((0, 5, 1), (6, 9, 0));
    private static readonly TextQuestion Text = Ask.Text("q", "Q?") with { MaxLength = 5 };
    private static readonly DateQuestion Date = Ask.Date("q", "Q?");
    private static readonly DateAnswer Day = new() { Value = new DateOnly(2026, 1, 31) };

    public static IEnumerable<BadForm> All =>
    [
        new("no default at all", () => WithDefault(Choice, null!), Missing, Default),
        new("the highest text", () => WithDefault(Text, DefaultAnswer.Highest), DefaultOfWrongKind, Default),
        new("the lowest date", () => WithDefault(Date, DefaultAnswer.Lowest), DefaultOfWrongKind, Default),
        new("N/A where it is not allowed", () => WithDefault(Choice, DefaultAnswer.NotApplicable), DefaultNotApplicable, Default),
        new("N/A given where it is not allowed", () => WithDefault(Text, DefaultAnswer.Given(NotApplicableAnswer.Instance)), DefaultNotApplicable, Default),
        new("an unknown option", () => WithDefault(Choice, DefaultAnswer.Options("maybe")), UnknownOption, Default + "/options/0"),
        new("no option of a choice", () => WithDefault(Choice, DefaultAnswer.Options()), DefaultNotOneOption, Default + "/options"),
        new("two options of a choice", () => WithDefault(Choice, DefaultAnswer.Options("yes", "no")), DefaultNotOneOption, Default + "/options"),
        new("no option at all", () => WithDefault(Choice, DefaultAnswer.Options([null!])), Missing, Default + "/options/0"),
        new("an unknown option of a selection", () => WithDefault(Selection, DefaultAnswer.Options("a", "c")), UnknownOption, Default + "/options/1"),
        new("an option twice", () => WithDefault(Selection, DefaultAnswer.Options("a", "b", "a")), DefaultOptionTwice, Default + "/options/2"),
        new("a number for a choice", () => WithDefault(Choice, Given(3)), DefaultOfWrongKind, Default),
        new("a number for a selection", () => WithDefault(Selection, Given(3)), DefaultOfWrongKind, Default),
        new("options for a number", () => WithDefault(Number, DefaultAnswer.Options("a")), DefaultOfWrongKind, Default),
        new("a date for a text", () => WithDefault(Text, DefaultAnswer.Given(Day)), DefaultOfWrongKind, Default),
        new("a text for a date", () => WithDefault(Date, Written("today")), DefaultOfWrongKind, Default),
        new("a number below every range", () => WithDefault(Number, Given(-1)), DefaultOutsideRanges, Default + "/number"),
        new("a number above every range", () => WithDefault(Number, Given(10)), DefaultOutsideRanges, Default + "/number"),
        new("a number between two steps", () => WithDefault(Number, Given(2.5m)), DefaultOutsideRanges, Default + "/number"),
        new("a number between two ranges", () => WithDefault(Number, Given(5.5m)), DefaultOutsideRanges, Default + "/number"),
        new("a text that is not there", () => WithDefault(Text, Written(null!)), Missing, Default + "/text"),
        new("an empty text", () => WithDefault(Text, Written("")), DefaultTextLength, Default + "/text"),
        new("a text that is too long", () => WithDefault(Text, Written("abcdef")), DefaultTextLength, Default + "/text"),
        new("a text with half a character", () => WithDefault(Text, Written("\ud83d")), BrokenText, Default + "/text"),
    ];

    private static DefaultAnswer Given(decimal number) => DefaultAnswer.Given(new NumberAnswer { Value = number });

    private static DefaultAnswer Written(string text) => DefaultAnswer.Given(new TextAnswer { Value = text });
}
