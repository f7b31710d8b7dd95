using QualityKit.Forms;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadHeads
{
    private static readonly FormDraft Draft = SampleForm.With();

    public static IEnumerable<BadForm> All =>
    [
        new("a form without a key", () => Draft with { Key = null! }, Missing, "/key"),
        new("a form with an empty key", () => Draft with { Key = "" }, MalformedKey, "/key"),
        new("a key of 101 letters", () => Draft with { Key = new('k', 101) }, MalformedKey, "/key"),
        new("a key with a space", () => Draft with { Key = "support call" }, MalformedKey, "/key"),
        new("a key with a letter beyond ASCII", () => Draft with { Key = "opkald-på" }, MalformedKey, "/key"),
        new("a key with a slash", () => Draft with { Key = "a/b" }, MalformedKey, "/key"),
        new("version 0", () => Draft with { Version = 0 }, NumberOutOfBounds, "/version"),
        new("a negative version", () => Draft with { Version = -1 }, NumberOutOfBounds, "/version"),
        new("a form without a name", () => Draft with { Name = null! }, Missing, "/name"),
        new("a form with an empty name", () => Draft with { Name = "" }, EmptyText, "/name"),
        new("a form with a blank name", () => Draft with { Name = "  " }, EmptyText, "/name"),
        new("a name too long to store", () => Draft with { Name = new string('n', 10_001) }, FormTextTooLong, "/name"),
        new("a translation too long to store", () => Draft with { Description = LocalizedText.From("").In("da", new string('n', 10_001)) }, FormTextTooLong, "/description/translations/da"),
        new("a folder too long to store", () => Draft with { Directory = new string('d', 1_001) }, FormTextTooLong, "/directory"),
        new("a link target too long to store", () => Linked("Policy", new string('t', 2_001)), FormTextTooLong, "/links/1/target"),
        new("a name with half a character", () => Draft with { Name = "Call \ud83d!" }, BrokenText, "/name"),
        new("a name that ends in half a character", () => Draft with { Name = "Call \ud83d" }, BrokenText, "/name"),
        new("a name that begins with the second half", () => Draft with { Name = "\ude00 Call" }, BrokenText, "/name"),
        new("a description with half a character", () => Draft with { Description = "\udc00" }, BrokenText, "/description"),
        new("an empty translation", () => Draft with { Description = LocalizedText.From("").In("da", " ") }, EmptyTranslation, "/description/translations/da"),
        new("a translation with half a character", () => Draft with { Description = LocalizedText.From("").In("da", "\ud83d") }, BrokenText, "/description/translations/da"),
        new("a translation into no language", () => Draft with { Description = LocalizedText.From("").In("d", "Et opkald") }, MalformedLanguage, "/description/translations/d"),
        new("a language with a slash", () => Draft with { Description = LocalizedText.From("").In("da/x~", "Et opkald") }, MalformedLanguage, "/description/translations/da~1x~0"),
        new("a form without a language", () => Draft with { Language = null! }, Missing, "/language"),
        new("an empty language", () => Draft with { Language = "" }, MalformedLanguage, "/language"),
        new("a language of one letter", () => Draft with { Language = "e" }, MalformedLanguage, "/language"),
        new("a language of nine letters", () => Draft with { Language = "languages" }, MalformedLanguage, "/language"),
        new("a language with a digit", () => Draft with { Language = "e1" }, MalformedLanguage, "/language"),
        new("a language with an underscore", () => Draft with { Language = "en_GB" }, MalformedLanguage, "/language"),
        new("a language with an empty part", () => Draft with { Language = "en--GB" }, MalformedLanguage, "/language"),
        new("a language with a part of nine", () => Draft with { Language = "en-abcdefghi" }, MalformedLanguage, "/language"),
        new("a language with a sign", () => Draft with { Language = "en-G!" }, MalformedLanguage, "/language"),
        new("a language that opens an extension", () => Draft with { Language = "en-x" }, MalformedLanguage, "/language"),
        new("a directory without a name", () => Draft with { Directory = "" }, EmptyFolderName, "/directory"),
        new("a directory with a folder without a name", () => Draft with { Directory = "quality//voice" }, EmptyFolderName, "/directory"),
        new("a directory that ends with a slash", () => Draft with { Directory = "quality/" }, EmptyFolderName, "/directory"),
        new("a directory with half a character", () => Draft with { Directory = "\ud83d" }, BrokenText, "/directory"),
        new("a link that is not there", () => Draft with { Links = [null!] }, Missing, "/links/0"),
        new("a link without a title", () => Linked(null!, "P-7"), Missing, "/links/1/title"),
        new("a link with an empty title", () => Linked("", "P-7"), EmptyText, "/links/1/title"),
        new("a link without a target", () => Linked("Policy", null!), Missing, "/links/1/target"),
        new("a link with an empty target", () => Linked("Policy", " "), EmptyText, "/links/1/target"),
        new("a link with half a character", () => Linked("Policy", "\ud83d"), BrokenText, "/links/1/target"),
        BadForm.Warned("one text of several translated", () => Draft with { Name = LocalizedText.From("Sample").In("da", "Prøve") }, MissingTranslations, ""),
        BadForm.Warned("a translation of an option only", () => TranslatedOption(), MissingTranslations, ""),
    ];

    private static FormDraft Linked(LocalizedText title, string target) => Draft with
    {
        Links = [new FormLink { Title = "First", Target = "P-1" }, new FormLink { Title = title, Target = target }],
    };

    private static FormDraft TranslatedOption() => SampleForm.With(Ask.MultiSelect("steps", "Which steps?", ("one", 1)) with
    {
        Options = [new SelectOption { Key = "one", Text = LocalizedText.From("One").In("de", "Eins"), Points = 1 }],
    });
}
