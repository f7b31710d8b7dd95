using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Sdc;

/// <summary>Reads a FHIR questionnaire.</summary>
internal static class SdcFormReader
{
    public static FormDraft Read(SourceObject source, ImportContext context)
    {
        var extensions = new SdcExtensions();
        CheckType(source);
        LocalizedText? title = source.Translated(extensions, "title");
        string? name = source.Text("name");
        string? id = source.Text("id");
        string? url = source.Text("url");
        string key = new KeyMaker("form").Make(name ?? id, title?.Text ?? "");
        if ((name ?? id) is { } preferred && preferred != key)
        {
            source.Lose(IssueCodes.KeyChanged, name is null ? "id" : "name", ("id", Quoted.Short(preferred)), ("key", key));
        }

        context.Add(ImportedPartKind.Form, source, [.. new[] { id, url, name }.OfType<string>()], key);
        if (source.Text("status") is not (null or "draft"))
        {
            source.LeaveOut("status");
        }

        source.LeaveOut(
            "meta", "text", "identifier", "derivedFrom", "experimental", "subjectType", "date", "publisher", "contact", "useContext",
            "jurisdiction", "purpose", "copyright", "approvalDate", "lastReviewDate", "effectivePeriod", "code", "contained", "implicitRules");
        return new()
        {
            Key = key,
            Version = Version(source),
            Name = title ?? Untitled(source, name ?? key),
            Description = source.Translated(extensions, "description"),
            Language = Language(source),
            Links = url is null ? [] : [new() { Title = SdcFormat.AddressTitle, Target = url }],
            Method = SdcFormat.Method,
            Groups = Groups(source, context, extensions),
        };
    }

    private static void CheckType(SourceObject source)
    {
        string type = source.RequiredText("resourceType");
        if (type.Length > 0 && type != SdcFormat.ResourceType)
        {
            source.Place.Member("resourceType")
                .Report(IssueCodes.JsonNotAllowed, ("value", Quoted.Short(type)), ("allowed", Quoted.List([SdcFormat.ResourceType])));
        }
    }

    private static ImmutableArray<Group> Groups(SourceObject source, ImportContext context, SdcExtensions extensions)
    {
        IEnumerable<FormItem> items = new SdcItemReader(context, extensions).Items(source.Objects("item"));
        _ = extensions.Of(source);
        return LooseItems.InGroups(source, "item", items, context);
    }

    private static LocalizedText Untitled(SourceObject source, string name)
    {
        source.Lose(IssueCodes.NumberAssumed, null, ("member", "title"), ("value", name));
        return name;
    }

    private static int Version(SourceObject source)
    {
        string? version = source.Text("version");
        if (int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0)
        {
            return number;
        }

        source.LeaveOut("version");
        return 1;
    }

    private static string Language(SourceObject source)
    {
        const string English = "en";
        string? language = source.Text("language");
        if (language is null || Kinds.Language.Fits(language))
        {
            return language ?? English;
        }

        source.Lose(IssueCodes.ValueReplaced, "language", ("member", "language"), ("value", Quoted.Short(language)), ("used", English));
        return English;
    }
}
