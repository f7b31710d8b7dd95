using System.Collections.Immutable;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Exchange.Connect;

/// <summary>Writes a form as an evaluation form of Amazon Connect.</summary>
internal sealed class ConnectFormWriter(EvaluationForm form, SourceObject source)
{
    public JsonObject Write()
    {
        Key();
        ConnectMode mode = Mode(form.Method.Combination);
        bool isRescaled = mode != ConnectMode.Points && form.Method.Value.Kind is QuestionValueKind.OfMaximum or QuestionValueKind.OfFixedScale;
        MethodDifferences.Report(source, form.Method, ConnectFormat.Method(mode), isRescaled ? ["value"] : []);
        var written = new JsonObject { ["Title"] = source.Untranslated("name", form.Name) };
        source.CheckLimit("name", "characters", form.Name.Text.Length, 128);
        if (form.Description is { } description)
        {
            written["Description"] = source.Untranslated("description", description);
            source.CheckLimit("description", "characters", description.Text.Length, 1024);
        }

        Language(written);
        written["ScoringStrategy"] = Strategy(mode);
        Review(written);
        source.CheckLimit("groups", "sections", form.Index.Groups.Length, 100);
        source.CheckLimit("groups", "questions", form.Questions.Count(question => question is AnswerableQuestion), 100);
        LimitLosses.ReportRefused(source, form, mode == ConnectMode.Points ? FormLimits.AmazonConnectPoints : FormLimits.AmazonConnect);
        written["Items"] = Items(mode);
        return written;
    }

    // The product gives forms identifiers of its own; reading makes the key from the title.
    private void Key()
    {
        if (form.Key == new KeyMaker("form").Make(null, form.Name.Text))
        {
            source.Take("key");
        }
    }

    private static ConnectMode Mode(Combination combination) => combination.Kind switch
    {
        CombinationKind.QuestionWeights or CombinationKind.Grade => ConnectMode.Questions,
        CombinationKind.GroupWeights => ConnectMode.Sections,
        _ => ConnectMode.Points,
    };

    private JsonArray Items(ConnectMode mode)
    {
        var references = new ConnectReferences(form);
        var writer = new ConnectSectionWriter(new ConnectPointWriter(form.Method, mode), references);
        ImmutableArray<SourceObject> sources = source.Objects("groups");
        var items = new JsonArray([.. form.Groups.Select((group, position) => writer.Write(group, sources[position], []))]);
        writer.CheckWeights(source, form.Groups);
        return items;
    }

    private void Language(JsonObject written)
    {
        if (ConnectFormat.Languages.Contains(form.Language))
        {
            source.Take("language");
            written["LanguageConfiguration"] = new JsonObject { ["FormLanguage"] = form.Language };
        }
    }

    private JsonObject Strategy(ConnectMode mode)
    {
        var strategy = new JsonObject { ["Mode"] = ConnectFormat.Modes.NameOf(mode), ["Status"] = "ENABLED" };
        ConnectBands.Write(strategy, source, form.Bands);
        return strategy;
    }

    private void Review(JsonObject written)
    {
        if (form.Settings.Disputes is not { } disputes)
        {
            return;
        }

        SourceObject settings = source.Object("settings")!.Object("disputes")!;
        settings.Take("windowDays");
        written["ReviewConfiguration"] = new JsonObject { ["EligibilityDays"] = settings.Whole("windowDays", disputes.WindowDays, 1, 90) };
    }
}
