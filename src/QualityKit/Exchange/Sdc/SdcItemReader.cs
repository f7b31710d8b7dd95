using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange.Sdc;

/// <summary>Reads the items of a FHIR questionnaire.</summary>
internal sealed class SdcItemReader(ImportContext context, SdcExtensions extensions)
{
    // A document has at most 128 levels here, so this cannot exhaust the stack.
    public IEnumerable<FormItem> Items(IEnumerable<SourceObject> items) => items.SelectMany(Item);

    private IEnumerable<FormItem> Item(SourceObject source)
    {
        string linkId = source.RequiredText("linkId");
        string type = source.RequiredText("type");
        LocalizedText text = source.Translated(extensions, "text") ?? linkId;
        source.LeaveOut("prefix", "definition", "code", "design", "answerConstraint");
        _ = extensions.Of(source);
        if (type == "group")
        {
            yield return Group(source, linkId, text);
            yield break;
        }

        foreach (FormItem item in Question(source, type, linkId, text))
        {
            yield return item;
        }
    }

    private Group Group(SourceObject source, string linkId, LocalizedText title)
    {
        string key = context.GroupKey(source, title.Text, [linkId], linkId);
        LoseWhenOn(source, "required", "repeats", "readOnly");
        context.Later(isGroup: true, key, () => SdcEnableReader.Read(source, context));
        return new() { Key = key, Title = title, Items = [.. Items(source.Objects("item"))] };
    }

    private IEnumerable<FormItem> Question(SourceObject source, string type, string linkId, LocalizedText text)
    {
        string key = context.QuestionKey(source, text.Text, [linkId], linkId);
        var reader = new SdcQuestionReader(context, extensions, source);
        Question question = reader.Read(type, key, text);
        ImmutableArray<SourceObject> inner = source.Objects("item");
        SourceObject? help = inner.FirstOrDefault(IsHelp);
        context.Questions.TryAdd(linkId, new(question, reader.Options));
        context.Later(isGroup: false, key, () => SdcEnableReader.Read(source, context));
        yield return help is null ? question : question with { Help = Help(help, key) };

        if (inner.Any(item => item != help))
        {
            source.Lose(IssueCodes.ItemsMoved, "item", ("place", key));
        }

        foreach (FormItem item in Items(inner.Where(item => item != help)))
        {
            yield return item;
        }
    }

    // It only looks: what turns out to be no help text is read as any other item.
    private static bool IsHelp(SourceObject item) =>
        item.Peek("type") is { ValueKind: JsonValueKind.String } type && type.ValueEquals("display")
        && !item.Has("item") && !item.Has("enableWhen")
        && Elements(item.Peek("extension")).Any(extension => Elements(Member(Member(extension, "valueCodeableConcept"), "coding"))
            .Any(coding => Member(coding, "code") is { ValueKind: JsonValueKind.String } code && code.ValueEquals("help")));

    private static IEnumerable<JsonElement?> Elements(JsonElement? array) =>
        array is { ValueKind: JsonValueKind.Array } elements ? elements.EnumerateArray().Select(element => (JsonElement?)element) : [];

    private static JsonElement? Member(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out JsonElement value) ? value : null;

    private LocalizedText Help(SourceObject help, string question)
    {
        help.Take("type");
        ImmutableArray<SourceObject> codings = help.Extension(extensions, SdcFormat.ItemControl)?.Object("valueCodeableConcept")?.Objects("coding") ?? [];
        foreach (SourceObject coding in codings.Where(coding => coding.Text("code") != "help" || coding.Text("system") is not (null or SdcFormat.ItemControlSystem)))
        {
            coding.LeaveOut("code", "system");
        }

        string linkId = help.RequiredText("linkId");
        if (linkId != question + SdcFormat.HelpSuffix)
        {
            help.Lose(IssueCodes.KeyChanged, "linkId", ("id", Wire.Quoted.Short(linkId)), ("key", question + SdcFormat.HelpSuffix));
        }

        return help.Translated(extensions, "text") ?? LocalizedText.Empty;
    }

    /// <summary>Reports flags that are on and have no equal.</summary>
    public static void LoseWhenOn(SourceObject source, params ReadOnlySpan<string> flags)
    {
        foreach (string flag in flags)
        {
            if (source.Flag(flag))
            {
                source.LeaveOut(flag);
            }
        }
    }
}
