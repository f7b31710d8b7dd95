using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Wire;

/// <summary>A form as it is exchanged: <c>qualitykit.form/1</c>.</summary>
internal static class FormTable
{
    private static readonly ObjectTable<FormLink> Link =
        new ObjectTable<FormLink>("link", () => new() { Title = LocalizedText.Empty, Target = "" })
            .Required("title", PartTables.Text, (link, title) => link with { Title = title })
            .Required("target", Kinds.Text(TextRules.LongestTarget), (link, target) => link with { Target = target });

    private static readonly ObjectTable<PassRule> Pass = new ObjectTable<PassRule>("pass", () => new())
        .Optional("mark", PartTables.Mark, (pass, mark) => pass with { Mark = mark })
        .Optional("questionMinimum", PartTables.Mark, (pass, mark) => pass with { QuestionMinimum = mark });

    private static readonly ObjectTable<ScoreRule> Rule = new ObjectTable<ScoreRule>("rule", () => new() { Effect = default, Amount = default })
        .Optional("group", Kinds.Key, (rule, key) => rule with { GroupKey = key })
        .Optional("when", ConditionTable.Table, (rule, condition) => rule with { When = condition })
        .Required("effect", Kinds.Choice(FormNames.RuleEffects), (rule, effect) => rule with { Effect = effect })
        .Required("amount", PartTables.Mark, (rule, amount) => rule with { Amount = amount });

    private static readonly ValueKind<DisputeAssignee> Assignee = new EitherKind<DisputeAssignee>(
        Kinds.Choice(FormNames.DisputeAssignees)
            .As(kind => kind == DisputeAssigneeKind.Original ? DisputeAssignee.Original : DisputeAssignee.None),
        new ObjectTable<DisputeAssignee>("userAssignee", () => DisputeAssignee.None)
            .Required("user", Kinds.Text(Kinds.LongestName, shortest: 1), (_, user) => DisputeAssignee.User(user)));

    private static readonly ObjectTable<DisputeSettings> Disputes = new ObjectTable<DisputeSettings>("disputes", () => new())
        .Optional("maximum", Kinds.Integer(1, 20), (disputes, maximum) => disputes with { Maximum = maximum }, 1)
        .Optional("windowDays", Kinds.Integer(1, 365), (disputes, days) => disputes with { WindowDays = days }, 30)
        .Optional("afterAcknowledgement", Kinds.Boolean, (disputes, value) => disputes with { AllowsAfterAcknowledgement = value }, false)
        .Optional("assignees", Kinds.Array(Assignee, fewest: 1),
            (disputes, assignees) => disputes with { Assignees = assignees }, (string[])["original"]);

    private static readonly ObjectTable<FormSettings> Settings = new ObjectTable<FormSettings>("settings", () => new())
        .Optional("acknowledgement", Kinds.Boolean, (settings, value) => settings with { RequiresAcknowledgement = value }, false)
        .Optional("revisions", Kinds.Boolean, (settings, value) => settings with { AllowsRevisions = value }, true)
        .Optional("disputes", Disputes, (settings, disputes) => settings with { Disputes = disputes });

    public static ObjectTable<FormDraft> Table { get; } = new ObjectTable<FormDraft>("form", () => new() { Key = "", Name = LocalizedText.Empty })
        .Constant("format", FormNames.Format, isRequired: true)
        .Required("key", Kinds.Key, (form, key) => form with { Key = key })
        .Optional("version", Kinds.Integer(1), (form, version) => form with { Version = version }, 1)
        .Required("name", PartTables.Text, (form, name) => form with { Name = name })
        .Optional("description", PartTables.Text, (form, description) => form with { Description = description })
        .Optional("language", Kinds.Language, (form, language) => form with { Language = language }, "en")
        .Optional("directory", Kinds.Text(TextRules.LongestDirectory), (form, directory) => form with { Directory = directory })
        .Optional("links", Kinds.Array(Link), (form, links) => form with { Links = links })
        .Optional("method", MethodTable.Table, (form, method) => form with { Method = method })
        .Optional("pass", Pass, (form, pass) => form with { Pass = pass })
        .Optional("bands", Kinds.Array(PartTables.Band), (form, bands) => form with { Bands = bands })
        .Optional("rules", Kinds.Array(Rule), (form, rules) => form with { Rules = rules })
        .Optional("settings", Settings, (form, settings) => form with { Settings = settings })
        .Required("groups", Kinds.Array(ItemTables.Group), (form, groups) => form with { Groups = groups });
}
