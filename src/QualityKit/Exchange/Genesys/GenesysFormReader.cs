using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Genesys;

/// <summary>Reads an evaluation form of Genesys Cloud.</summary>
internal static class GenesysFormReader
{
    public static FormDraft Read(SourceObject source, ImportContext context)
    {
        string name = source.RequiredText("name");
        (ImmutableArray<string> ids, string? contextId) = Ids(source);
        string key = new KeyMaker("form").Make(contextId, name);
        context.Add(ImportedPartKind.Form, source, ids, key);
        source.LeaveOut("modifiedDate", "published", "publishedVersions", "latestVersionFormName", "aiScoring", "selfUri");
        ImmutableArray<SourceObject> groups = source.RequiredObjects("questionGroups");
        return new()
        {
            Key = key,
            Name = name,
            Language = Language(source),
            Method = Method(source),
            Settings = source.Object("evaluationSettings") is { } settings ? Settings(settings) : new(),
            Groups = [.. groups.Select((group, position) => new GenesysGroupReader(context, position).Read(group))],
        };
    }

    /// <summary>The identifiers of a part: of its version, then of its identity across versions, which may serve as key.</summary>
    public static (ImmutableArray<string> Ids, string? ContextId) Ids(SourceObject source)
    {
        string? id = source.Text("id");
        string? contextId = source.Text("contextId");
        return ([.. new[] { id, contextId }.OfType<string>()], contextId);
    }

    private static string Language(SourceObject source)
    {
        const string English = "en";
        if (source.Text("dialect") is not { } dialect)
        {
            return English;
        }

        if (Kinds.Language.Fits(dialect))
        {
            return dialect;
        }

        source.Lose(IssueCodes.ValueReplaced, "dialect", ("member", "dialect"), ("value", Quoted.Short(dialect)), ("used", English));
        return English;
    }

    private static ScoringMethod Method(SourceObject source)
    {
        string? mode = source.Text("weightMode");
        if (mode is not (null or "SCALED" or "OFF"))
        {
            source.Lose(IssueCodes.ValueReplaced, "weightMode", ("member", "weightMode"), ("value", Quoted.Short(mode)), ("used", "SCALED"));
        }

        return mode == "OFF" ? GenesysFormat.Unscaled : GenesysFormat.Scaled;
    }

    private static FormSettings Settings(SourceObject source)
    {
        bool isRevisable = source.Flag("revisionsEnabled");
        if (!source.Flag("disputesEnabled"))
        {
            source.LeaveOut("disputesAllowedPerEvaluation", "disputesAssignees");
            return new() { AllowsRevisions = isRevisable };
        }

        ImmutableArray<DisputeAssignee> assignees = [.. source.Objects("disputesAssignees").Select(Assignee)];
        int maximum = Maximum(source, assignees.Length);
        var disputes = new DisputeSettings { WindowDays = GenesysFormat.DisputeDays, Maximum = maximum, Assignees = assignees };
        if (assignees.Length < maximum)
        {
            source.Lose(
                IssueCodes.AssigneesAssumed,
                "disputesAssignees",
                ("count", assignees.Length), ("maximum", maximum), ("used", GenesysFormat.Assignee(disputes.Assignees[^1].Kind)));
        }

        return new() { AllowsRevisions = isRevisable, Disputes = disputes };
    }

    // The product has an assignee for each dispute, so their number says how many there are.
    private static int Maximum(SourceObject source, int assignees)
    {
        if (source.Number("disputesAllowedPerEvaluation") is not { } stated)
        {
            stated = Math.Clamp(assignees, 1, 20);
            source.Lose(IssueCodes.NumberAssumed, null, ("member", "disputesAllowedPerEvaluation"), ("value", stated));
        }

        int taken = (int)Math.Clamp(decimal.Truncate(stated), 1, 20);
        if (taken != stated)
        {
            source.Lose(
                IssueCodes.NumberChanged,
                "disputesAllowedPerEvaluation",
                ("value", stated), ("written", taken), ("target", source.Losses.Target), ("kind", "1..20"));
        }

        return taken;
    }

    private static DisputeAssignee Assignee(SourceObject source)
    {
        string? user = source.Object("user")?.Text("id");
        switch (source.Text("type"))
        {
            case "Individual" when user is { Length: > 0 and <= Kinds.LongestName }:
                return DisputeAssignee.User(user);
            case "None":
                LoseUser(source, user);
                return DisputeAssignee.None;
            case { } other when other != "Original":
                source.Lose(IssueCodes.ValueReplaced, "type", ("member", "type"), ("value", Quoted.Short(other)), ("used", "Original"));
                break;
        }

        LoseUser(source, user);
        return DisputeAssignee.Original;
    }

    private static void LoseUser(SourceObject source, string? user)
    {
        if (user is not null)
        {
            source.LeaveOut("user");
        }
    }
}
