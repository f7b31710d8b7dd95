using System.Collections.Immutable;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Exchange.Genesys;

/// <summary>Writes a form as an evaluation form of Genesys Cloud.</summary>
internal sealed class GenesysFormWriter(EvaluationForm form, SourceObject source)
{
    public JsonObject Write()
    {
        ImmutableArray<FlatGroup> groups = FlatGroup.Of(form, source);
        var ids = new GenesysIds(source);
        var paths = new GenesysPaths(groups);
        bool hasWeights = form.Method.Combination.Kind != CombinationKind.TotalPoints;
        ScoringMethod target = hasWeights ? GenesysFormat.Scaled : GenesysFormat.Unscaled;
        MethodDifferences.Report(source, form.Method, target);
        source.CheckLimit("groups", "questions", form.Questions.Length, GenesysFormat.MostQuestions);

        JsonObject written = ids.Start(source, form.Key);
        written["name"] = source.Untranslated("name", form.Name);
        Dialect(written);
        written["weightMode"] = hasWeights ? "SCALED" : "OFF";
        bool foldsWeights = form.Method.Combination.Kind == CombinationKind.WeightedPoints;
        written["questionGroups"] = new JsonArray([.. groups.Select(group => new GenesysGroupWriter(ids, paths, foldsWeights).Write(group))]);
        written["evaluationSettings"] = Settings();
        ids.Report();
        return written;
    }

    // A dialect names a region; a form in English of no region is what reading assumes.
    private void Dialect(JsonObject written)
    {
        if (form.Language.Contains('-', StringComparison.Ordinal) || form.Language == "en")
        {
            source.Take("language");
        }

        if (form.Language.Contains('-', StringComparison.Ordinal))
        {
            written["dialect"] = form.Language;
        }
    }

    private JsonObject Settings()
    {
        SourceObject? settings = source.Object("settings");
        settings?.Take("revisions");
        var written = new JsonObject
        {
            ["revisionsEnabled"] = form.Settings.AllowsRevisions,
            ["disputesEnabled"] = form.Settings.Disputes is not null,
        };
        if (form.Settings.Disputes is { } disputes)
        {
            Disputes(written, disputes, settings!.Object("disputes")!);
        }

        return written;
    }

    private static void Disputes(JsonObject written, DisputeSettings disputes, SourceObject source)
    {
        source.Take("maximum");
        source.Take("assignees");
        source.Take("windowDays");
        source.CheckLimit("maximum", "disputes", disputes.Maximum, 5);
        if (disputes.WindowDays != GenesysFormat.DisputeDays)
        {
            source.Lose(
                IssueCodes.NumberChanged,
                "windowDays",
                ("value", disputes.WindowDays),
                ("written", GenesysFormat.DisputeDays),
                ("target", GenesysFormat.Name),
                ("kind", GenesysFormat.DisputeDays));
        }

        written["disputesAllowedPerEvaluation"] = disputes.Maximum;
        written["disputesAssignees"] = new JsonArray([.. disputes.Assignees.Select(Assignee)]);
    }

    private static JsonObject Assignee(DisputeAssignee assignee) => assignee.Kind switch
    {
        DisputeAssigneeKind.Original => new() { ["type"] = "Original" },
        DisputeAssigneeKind.None => new() { ["type"] = "None" },
        _ => new() { ["type"] = "Individual", ["user"] = new JsonObject { ["id"] = assignee.UserId } },
    };
}
