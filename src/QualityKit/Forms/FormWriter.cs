using QualityKit.Canonical;
using QualityKit.Methods;

namespace QualityKit.Forms;

/// <summary>Writes forms as docs/form-format.md says: members in the order of the tables there, defaults left out.</summary>
/// <remarks>It writes any draft, also one that cannot be read back because it is wrong: a mark without a finite decimal becomes a fraction
/// in a string, a value of an enumeration that is not defined its number.</remarks>
internal static partial class FormWriter
{
    public static byte[] Write(FormDraft form)
    {
        var writer = new CanonicalWriter();
        Write(writer, form);
        return writer.ToArray();
    }

    public static void Write(CanonicalWriter writer, FormDraft form)
    {
        writer.BeginObject();
        writer.Member("format", FormNames.Format);
        writer.Member("key", form.Key);
        Number(writer, "version", form.Version, unless: 1);
        Text(writer, "name", form.Name);
        Text(writer, "description", form.Description);
        Text(writer, "language", form.Language, unless: "en");
        Text(writer, "directory", form.Directory);
        Array(writer, "links", form.Links, Link);
        Method(writer, form.Method);
        Pass(writer, form.Pass);
        Array(writer, "bands", form.Bands, Band);
        Array(writer, "rules", form.Rules, Rule);
        Settings(writer, form.Settings);
        writer.BeginArray("groups");
        foreach (Group group in form.Groups)
        {
            Group(writer, group, isInner: false);
        }

        writer.EndArray();
        writer.EndObject();
    }

    private static void Link(CanonicalWriter writer, FormLink link)
    {
        writer.BeginObject();
        Text(writer, "title", link.Title);
        writer.Member("target", link.Target);
        writer.EndObject();
    }

    private static void Pass(CanonicalWriter writer, PassRule? pass)
    {
        if (pass is null)
        {
            return;
        }

        writer.BeginObject("pass");
        Mark(writer, "mark", pass.Mark);
        Mark(writer, "questionMinimum", pass.QuestionMinimum);
        writer.EndObject();
    }

    private static void Band(CanonicalWriter writer, Band band)
    {
        writer.BeginObject();
        Text(writer, "name", band.Name);
        Mark(writer, "minimum", band.Minimum);
        Mark(writer, "top", band.Top);
        writer.EndObject();
    }

    private static void Rule(CanonicalWriter writer, ScoreRule rule)
    {
        writer.BeginObject();
        Text(writer, "group", rule.GroupKey);
        Condition(writer, "when", rule.When);
        Choice(writer, "effect", FormNames.RuleEffects, rule.Effect);
        Mark(writer, "amount", rule.Amount);
        writer.EndObject();
    }

    private static void Settings(CanonicalWriter writer, FormSettings settings)
    {
        if (!settings.RequiresAcknowledgement && settings.AllowsRevisions && settings.Disputes is null)
        {
            return;
        }

        writer.BeginObject("settings");
        Flag(writer, "acknowledgement", settings.RequiresAcknowledgement);
        Flag(writer, "revisions", settings.AllowsRevisions, unless: true);
        if (settings.Disputes is { } disputes)
        {
            writer.BeginObject("disputes");
            Number(writer, "maximum", disputes.Maximum, unless: 1);
            Number(writer, "windowDays", disputes.WindowDays, unless: 30);
            Flag(writer, "afterAcknowledgement", disputes.AllowsAfterAcknowledgement);
            bool isUsual = disputes.Assignees is [{ Kind: DisputeAssigneeKind.Original }];
            Array(writer, "assignees", isUsual ? [] : disputes.Assignees, Assignee);
            writer.EndObject();
        }

        writer.EndObject();
    }

    private static void Assignee(CanonicalWriter writer, DisputeAssignee assignee)
    {
        if (assignee.Kind != DisputeAssigneeKind.User)
        {
            writer.Value(FormNames.DisputeAssignees.NameOf(assignee.Kind)!);
            return;
        }

        writer.BeginObject();
        Text(writer, "user", assignee.UserId);
        writer.EndObject();
    }
}
