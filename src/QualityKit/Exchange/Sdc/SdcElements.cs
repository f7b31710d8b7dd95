using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Sdc;

/// <summary>Reads what elements of FHIR have in common: extensions and translated texts.</summary>
internal static class SdcElements
{
    /// <summary>The extension of an address; null when there is none. Extensions that nobody asks for become losses.</summary>
    public static SourceObject? Extension(this SourceObject source, SdcExtensions extensions, string url) => extensions.Of(source).FirstOrDefault(found => Is(found, url));

    /// <summary>A text with its translations.</summary>
    public static LocalizedText? Translated(this SourceObject source, SdcExtensions extensions, string member)
    {
        string? text = source.Text(member);
        SourceObject? element = source.Object("_" + member);
        LocalizedText? whole = text is null ? null : LocalizedText.From(text);
        if (element is null)
        {
            return whole;
        }

        foreach (SourceObject translation in extensions.Of(element).Where(found => whole is not null && Is(found, SdcFormat.Translation)))
        {
            whole = WithTranslation(whole!, translation, extensions);
        }

        return whole;
    }

    private static LocalizedText WithTranslation(LocalizedText text, SourceObject translation, SdcExtensions extensions)
    {
        string? language = translation.Extension(extensions, "lang")?.Text("valueCode");
        string? content = translation.Extension(extensions, "content")?.Text("valueString");
        if (language is not null && content is not null && Kinds.Language.Fits(language))
        {
            return text.In(language, content);
        }

        translation.Lose(IssueCodes.ReferenceLeadsNowhere, null, ("reference", Quoted.Short($"{language}: {content}")));
        return text;
    }

    private static bool Is(SourceObject extension, string url)
    {
        bool isOne = extension.Peek("url") is { ValueKind: System.Text.Json.JsonValueKind.String } found && found.ValueEquals(url);
        if (isOne)
        {
            extension.Take("url");
        }

        return isOne;
    }
}
