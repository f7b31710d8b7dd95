using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Genesys;

/// <summary>Writes a form as an evaluation form of Genesys Cloud.</summary>
internal sealed class GenesysFormWriter(EvaluationForm form, SourceObject source)
{
    public JsonObject Write()
    {
        bool hasWeights = form.Method.Combination.Kind != CombinationKind.TotalPoints;
        bool foldsWeights = form.Method.Combination.Kind == CombinationKind.WeightedPoints;
        ImmutableArray<FlatGroup> groups = FlatGroup.Of(form, source, question => foldsWeights && GenesysFailures.NeedGroupOfTheirOwn(question));
        var ids = new GenesysIds(source);
        var paths = new GenesysPaths(groups);
        ScoringMethod target = hasWeights ? GenesysFormat.Scaled : GenesysFormat.Unscaled;
        MethodDifferences.Report(source, form.Method, target);
        LimitLosses.ReportCounts(source, form, FormLimits.GenesysCloud);

        JsonObject written = ids.Start(source, form.Key);
        written["name"] = source.Untranslated("name", form.Name);
        Dialect(written);
        written["weightMode"] = hasWeights ? "SCALED" : "OFF";
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
        written["disputesAssignees"] = new JsonArray([.. Assignees(disputes, source).Select(Assignee)]);
    }

    // As many as disputes: the last handles all that follow, as everywhere.
    private static IEnumerable<DisputeAssignee> Assignees(DisputeSettings disputes, SourceObject source)
    {
        Place list = source.Place.Member("assignees");
        for (int surplus = disputes.Maximum; surplus < disputes.Assignees.Length; surplus++)
        {
            JsonElement value = source.Peek("assignees")!.Value[surplus];
            source.Losses.Add(
                IssueCodes.MemberLeftOut,
                list.Element(surplus).Pointer,
                ("member", "assignees"), ("value", Quoted.Short(value.GetRawText())), ("target", GenesysFormat.Name));
        }

        return Enumerable.Range(0, disputes.Maximum).Select(dispute => disputes.Assignees[Math.Min(dispute, disputes.Assignees.Length - 1)]);
    }

    private static JsonObject Assignee(DisputeAssignee assignee)
    {
        var written = new JsonObject { ["type"] = GenesysFormat.Assignee(assignee.Kind) };
        if (assignee.Kind == DisputeAssigneeKind.User)
        {
            written["user"] = new JsonObject { ["id"] = assignee.UserId };
        }

        return written;
    }
}
