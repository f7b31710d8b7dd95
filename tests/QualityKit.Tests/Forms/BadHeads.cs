using QualityKit.Forms;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadHeads
{
    private static readonly FormDraft _form = SampleForm.With();

    public static IEnumerable<BadForm> All =>
    [
        new("a form without a key", _form with { Key = null! }, Missing, "/key"),
        new("a form with an empty key", _form with { Key = "" }, MalformedKey, "/key"),
        new("a key of 101 letters", _form with { Key = new('k', 101) }, MalformedKey, "/key"),
        new("a key with a space", _form with { Key = "support call" }, MalformedKey, "/key"),
        new("a key with a letter beyond ASCII", _form with { Key = "opkald-på" }, MalformedKey, "/key"),
        new("a key with a slash", _form with { Key = "a/b" }, MalformedKey, "/key"),
        new("version 0", _form with { Version = 0 }, NumberOutOfBounds, "/version"),
        new("a negative version", _form with { Version = -1 }, NumberOutOfBounds, "/version"),
        new("a form without a name", _form with { Name = null! }, Missing, "/name"),
        new("a form with an empty name", _form with { Name = "" }, EmptyText, "/name"),
        new("a form with a blank name", _form with { Name = "  " }, EmptyText, "/name"),
        new("a name with half a character", _form with { Name = "Call \ud83d!" }, BrokenText, "/name"),
        new("a name that ends in half a character", _form with { Name = "Call \ud83d" }, BrokenText, "/name"),
        new("a name that begins with the second half", _form with { Name = "\ude00 Call" }, BrokenText, "/name"),
        new("a description with half a character", _form with { Description = "\udc00" }, BrokenText, "/description"),
        new("an empty translation", _form with { Description = LocalizedText.From("").In("da", " ") }, EmptyTranslation, "/description/translations/da"),
        new("a translation with half a character", _form with { Description = LocalizedText.From("").In("da", "\ud83d") }, BrokenText, "/description/translations/da"),
        new("a translation into no language", _form with { Description = LocalizedText.From("").In("d", "Et opkald") }, MalformedLanguage, "/description/translations/d"),
        new("a language with a slash", _form with { Description = LocalizedText.From("").In("da/x~", "Et opkald") }, MalformedLanguage, "/description/translations/da~1x~0"),
        new("a form without a language", _form with { Language = null! }, Missing, "/language"),
        new("an empty language", _form with { Language = "" }, MalformedLanguage, "/language"),
        new("a language of one letter", _form with { Language = "e" }, MalformedLanguage, "/language"),
        new("a language of nine letters", _form with { Language = "languages" }, MalformedLanguage, "/language"),
        new("a language with a digit", _form with { Language = "e1" }, MalformedLanguage, "/language"),
        new("a language with an underscore", _form with { Language = "en_GB" }, MalformedLanguage, "/language"),
        new("a language with an empty part", _form with { Language = "en--GB" }, MalformedLanguage, "/language"),
        new("a language with a part of nine", _form with { Language = "en-abcdefghi" }, MalformedLanguage, "/language"),
        new("a language with a sign", _form with { Language = "en-G!" }, MalformedLanguage, "/language"),
        new("a language that opens an extension", _form with { Language = "en-x" }, MalformedLanguage, "/language"),
        new("a directory without a name", _form with { Directory = "" }, EmptyFolderName, "/directory"),
        new("a directory with a folder without a name", _form with { Directory = "quality//voice" }, EmptyFolderName, "/directory"),
        new("a directory that ends with a slash", _form with { Directory = "quality/" }, EmptyFolderName, "/directory"),
        new("a directory with half a character", _form with { Directory = "\ud83d" }, BrokenText, "/directory"),
        new("a link that is not there", _form with { Links = [null!] }, Missing, "/links/0"),
        new("a link without a title", Linked(null!, "P-7"), Missing, "/links/1/title"),
        new("a link with an empty title", Linked("", "P-7"), EmptyText, "/links/1/title"),
        new("a link without a target", Linked("Policy", null!), Missing, "/links/1/target"),
        new("a link with an empty target", Linked("Policy", " "), EmptyText, "/links/1/target"),
        new("a link with half a character", Linked("Policy", "\ud83d"), BrokenText, "/links/1/target"),
        BadForm.Warned("one text of several translated", _form with { Name = LocalizedText.From("Sample").In("da", "Prøve") }, MissingTranslations, ""),
        BadForm.Warned("a translation of an option only", TranslatedOption(), MissingTranslations, ""),
    ];

    private static FormDraft Linked(LocalizedText title, string target) => _form with
    {
        Links = [new FormLink { Title = "First", Target = "P-1" }, new FormLink { Title = title, Target = target }],
    };

    private static FormDraft TranslatedOption() => SampleForm.With(Ask.MultiSelect("steps", "Which steps?", ("one", 1)) with
    {
        Options = [new SelectOption { Key = "one", Text = LocalizedText.From("One").In("de", "Eins"), Points = 1 }],
    });
}
