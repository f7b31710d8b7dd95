using QualityKit.Forms;
using static QualityKit.Tests.Forms.SampleForm;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadDefaults
{
    private const string Default = "/groups/0/items/1/default";

    private static readonly ChoiceQuestion _choice = Ask.YesNo("q", "Q?");
    private static readonly MultiSelectQuestion _selection = Ask.MultiSelect("q", "Q?", ("a", 1), ("b", 1));
    private static readonly NumberQuestion _number = Number((0, 5, 1), (6, 9, 0));
    private static readonly TextQuestion _text = Ask.Text("q", "Q?") with { MaxLength = 5 };
    private static readonly DateQuestion _date = Ask.Date("q", "Q?");
    private static readonly DateAnswer _day = new() { Value = new DateOnly(2026, 1, 31) };

    public static IEnumerable<BadForm> All =>
    [
        new("no default at all", WithDefault(_choice, null!), Missing, Default),
        new("the highest text", WithDefault(_text, DefaultAnswer.Highest), DefaultOfWrongKind, Default),
        new("the lowest date", WithDefault(_date, DefaultAnswer.Lowest), DefaultOfWrongKind, Default),
        new("N/A where it is not allowed", WithDefault(_choice, DefaultAnswer.NotApplicable), DefaultNotApplicable, Default),
        new("N/A given where it is not allowed", WithDefault(_text, DefaultAnswer.Given(NotApplicableAnswer.Instance)), DefaultNotApplicable, Default),
        new("an unknown option", WithDefault(_choice, DefaultAnswer.Options("maybe")), UnknownOption, Default + "/options/0"),
        new("no option of a choice", WithDefault(_choice, DefaultAnswer.Options()), DefaultNotOneOption, Default + "/options"),
        new("two options of a choice", WithDefault(_choice, DefaultAnswer.Options("yes", "no")), DefaultNotOneOption, Default + "/options"),
        new("no option at all", WithDefault(_choice, DefaultAnswer.Options([null!])), Missing, Default + "/options/0"),
        new("an unknown option of a selection", WithDefault(_selection, DefaultAnswer.Options("a", "c")), UnknownOption, Default + "/options/1"),
        new("an option twice", WithDefault(_selection, DefaultAnswer.Options("a", "b", "a")), DefaultOptionTwice, Default + "/options/2"),
        new("a number for a choice", WithDefault(_choice, Given(3)), DefaultOfWrongKind, Default),
        new("a number for a selection", WithDefault(_selection, Given(3)), DefaultOfWrongKind, Default),
        new("options for a number", WithDefault(_number, DefaultAnswer.Options("a")), DefaultOfWrongKind, Default),
        new("a date for a text", WithDefault(_text, DefaultAnswer.Given(_day)), DefaultOfWrongKind, Default),
        new("a text for a date", WithDefault(_date, Written("today")), DefaultOfWrongKind, Default),
        new("a number below every range", WithDefault(_number, Given(-1)), DefaultOutsideRanges, Default + "/number"),
        new("a number above every range", WithDefault(_number, Given(10)), DefaultOutsideRanges, Default + "/number"),
        new("a number between two steps", WithDefault(_number, Given(2.5m)), DefaultOutsideRanges, Default + "/number"),
        new("a number between two ranges", WithDefault(_number, Given(5.5m)), DefaultOutsideRanges, Default + "/number"),
        new("a text that is not there", WithDefault(_text, Written(null!)), Missing, Default + "/text"),
        new("an empty text", WithDefault(_text, Written("")), DefaultTextLength, Default + "/text"),
        new("a text that is too long", WithDefault(_text, Written("abcdef")), DefaultTextLength, Default + "/text"),
        new("a text with half a character", WithDefault(_text, Written("\ud83d")), BrokenText, Default + "/text"),
    ];

    private static DefaultAnswer Given(decimal number) => DefaultAnswer.Given(new NumberAnswer { Value = number });

    private static DefaultAnswer Written(string text) => DefaultAnswer.Given(new TextAnswer { Value = text });
}
