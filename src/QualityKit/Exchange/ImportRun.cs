using System.Text.Json;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange;

/// <summary>Turns the document of another product into a form: what every format has in common.</summary>
internal static class ImportRun
{
    private const string Target = "QualityKit";

    public static Validated<FormImport> Of(ReadOnlySpan<byte> utf8, Func<SourceObject, ImportContext, FormDraft> read)
    {
        var issues = new ReadIssues();
        Place root = Place.Root(issues);
        using JsonDocument? document = JsonText.Open(utf8, root);
        return document is null ? Failed(issues) : Of(document.RootElement, root, read);
    }

    public static Validated<FormImport> Of(string json, Func<SourceObject, ImportContext, FormDraft> read)
    {
        var issues = new ReadIssues();
        return JsonText.Encode(json, Place.Root(issues)) is { } utf8 ? Of(utf8, read) : Failed(issues);
    }

    private static Validated<FormImport> Of(JsonElement json, Place root, Func<SourceObject, ImportContext, FormDraft> read)
    {
        DuplicateMembers.Report(json, root);
        var losses = new LossReport(Target, IssueCodes.UnknownMemberLeftOut);
        if (SourceObject.Of(json, root, losses) is not { } source)
        {
            return Failed(root.Issues);
        }

        var context = new ImportContext(losses);
        FormDraft draft = read(source, context);
        context.CheckSize(root);
        if (root.Issues.HasErrors)
        {
            return Failed(root.Issues);
        }

        draft = draft with { Groups = context.WithConditions(draft.Groups) };
        if (root.Issues.HasErrors)
        {
            return Failed(root.Issues);
        }

        context.Foretell(draft);
        var import = new FormImport { Draft = draft, Losses = losses.Close(), Parts = context.Parts };
        return new(import, import.Losses);
    }

    private static Validated<FormImport> Failed(ReadIssues issues) => new(null, issues.ToImmutable());
}
