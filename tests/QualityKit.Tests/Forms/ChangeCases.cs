using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using static QualityKit.Forms.FormChangeEffect;

namespace QualityKit.Tests.Forms;

/// <summary>Each thing that can change in a form, changed alone.</summary>
internal static partial class ChangeCases
{
    private static readonly ChoiceQuestion Asked = Ask.Choice("asked", "Asked?", ("yes", 10), ("no", 0));
    private static readonly MultiSelectQuestion Steps = Ask.MultiSelect("steps", "Steps?", ("a", 2), ("b", 1));
    private static readonly NumberQuestion Wait = Ask.Number("wait", "Wait?", (0, 30, 5), (31, 60, 0));
    private static readonly TextQuestion Notes = Ask.Text("notes", "Notes");
    private static readonly InformationBlock Intro = Ask.Information("intro", "Read this");
    private static readonly Condition Yes = When.Answered("asked", "yes");

    private static readonly FormLink Policy = new() { Title = "Policy", Target = "p:1" };
    private static readonly FormLink Procedure = new() { Title = "Procedure", Target = "p:2" };
    private static readonly ScoreRule Lower = new() { Effect = ScoreRuleEffect.Lower, Amount = Score.Percent(5), GroupKey = "main" };
    private static readonly ScoreRule Least = new() { Effect = ScoreRuleEffect.Minimum, Amount = Score.Percent(1) };
    private static readonly Band Good = new() { Name = "Good", Minimum = Score.Percent(60) };
    private static readonly Band Poor = new() { Name = "Poor", Top = Score.Percent(30) };

    private static readonly FormDraft Draft = EvaluationForm.Draft("Call")
        .Group("Main", 1, Asked, Steps, Wait, Notes, Intro)
        .Group("Other", 1, Ask.YesNo("other", "Other?"));

    private static readonly ScoringMethod Enough = new() { LeastAnswers = new() { Count = 2 } };

    public static IReadOnlyList<ChangeCase> All { get; } = [.. OfForm(), .. OfMethod(), .. OfSettings(), .. OfGroups(), .. OfQuestions(), .. OfParts()];

    private static IEnumerable<ChangeCase> OfForm() =>
    [
        Case("change.form.key", Workflow, "/key", draft => draft with { Key = "phone" }),
        Case("change.form.language", Wording, "/language", draft => draft with { Language = "en-GB" }),
        Case("change.form.directory", Workflow, "/directory", draft => draft with { Directory = "Sales" }),
        Case("change.form.name", Wording, "/name", draft => draft with { Name = "Phone" }),
        Case("change.form.name.translation", Wording, "/name/translations/da", draft => draft with { Name = draft.Name.In("da", "Opkald") }),
        Case("change.form.description", Wording, "/description", draft => draft with { Description = "Calls" }),
        Case(
            "change.form.description.translation",
            Wording,
            "/description/translations/de",
            draft => draft with { Description = LocalizedText.From("Calls").In("de", "Anrufe") },
            Draft with { Description = "Calls" }),
        Case("change.form.order", Workflow, "/groups", draft => draft with { Groups = [draft.Groups[1], draft.Groups[0]] }),
        Case("change.link.added", Workflow, "/links/0", draft => draft with { Links = [Policy] }),
        Case("change.link.removed", Workflow, "/links/1", draft => draft with { Links = [Policy] }, Draft with { Links = [Policy, Procedure] }),
        Case("change.link.order", Workflow, "/links", draft => draft with { Links = [Procedure, Policy] }, Draft with { Links = [Policy, Procedure] }),
        Case("change.link.title", Wording, "/links/0/title", draft => draft with { Links = [Policy with { Title = "Rule" }] }, Draft with { Links = [Policy] }),
        Case(
            "change.link.title.translation",
            Wording,
            "/links/0/title/translations/da",
            draft => draft with { Links = [Policy with { Title = Policy.Title.In("da", "Politik") }] },
            Draft with { Links = [Policy] }),
        Case("change.link.target", Workflow, "/links/0/target", draft => draft with { Links = [Policy with { Target = "p:9" }] }, Draft with { Links = [Policy] }),
        Case("change.pass.added", Scores, "/pass", draft => draft with { Pass = new() }),
        Case("change.pass.removed", Scores, "/pass", draft => draft with { Pass = null }, Draft with { Pass = new() }),
        Case("change.pass.mark", Scores, "/pass/mark", draft => draft with { Pass = PassRule.AtLeast(80) }, Draft with { Pass = new() }),
        Case(
            "change.pass.questionMinimum",
            Scores,
            "/pass/questionMinimum",
            draft => draft with { Pass = new() { QuestionMinimum = Score.Percent(1) } },
            Draft with { Pass = new() }),
        Case("change.band.added", Scores, "/bands/0", draft => draft with { Bands = [Good] }),
        Case("change.band.removed", Scores, "/bands/0", draft => draft with { Bands = [Good] }, Draft with { Bands = [Poor, Good] }),
        Case("change.band.order", Workflow, "/bands", draft => draft with { Bands = [Good, Poor] }, Draft with { Bands = [Poor, Good] }),
        Case("change.band.name", Wording, "/bands/0/name", draft => draft with { Bands = [Good with { Name = "Fine" }] }, Draft with { Bands = [Good] }),
        Case(
            "change.band.name.translation",
            Wording,
            "/bands/0/name/translations/da",
            draft => draft with { Bands = [Good with { Name = Good.Name.In("da", "God") }] },
            Draft with { Bands = [Good] }),
        Case("change.band.minimum", Scores, "/bands/0/minimum", draft => draft with { Bands = [Good with { Minimum = Score.Percent(61) }] }, Draft with { Bands = [Good] }),
        Case("change.band.top", Scores, "/bands/0/top", draft => draft with { Bands = [Good with { Top = Score.Percent(90) }] }, Draft with { Bands = [Good] }),
        Case("change.rule.added", Scores, "/rules/0", draft => draft with { Rules = [Lower] }),
        Case("change.rule.removed", Scores, "/rules/1", draft => draft with { Rules = [Lower] }, Draft with { Rules = [Lower, Least] }),
        Case("change.rule.order", Workflow, "/rules", draft => draft with { Rules = [Least, Lower] }, Draft with { Rules = [Lower, Least] }),
        Case("change.rule.group", Scores, "/rules/0/group", draft => draft with { Rules = [Lower with { GroupKey = "other" }] }, Draft with { Rules = [Lower] }),
        Case("change.rule.when", Scores, "/rules/0/when", draft => draft with { Rules = [Lower with { When = Yes }] }, Draft with { Rules = [Lower] }),
        Case("change.rule.effect", Scores, "/rules/0/effect", draft => draft with { Rules = [Lower with { Effect = ScoreRuleEffect.Raise }] }, Draft with { Rules = [Lower] }),
        Case("change.rule.amount", Scores, "/rules/0/amount", draft => draft with { Rules = [Lower with { Amount = Score.Percent(6) }] }, Draft with { Rules = [Lower] }),
    ];

    private static IEnumerable<ChangeCase> OfMethod() =>
    [
        Method("semantics", Scores, method => method with { SemanticsVersion = 2 }),
        Method("name", Wording, method => method with { Name = "Ours" }),
        Method("value", Scores, method => method with { Value = QuestionValue.OfRange }),
        Method("scale", Scores, method => method with { Value = QuestionValue.OfFixedScale(20) }, new() { Value = QuestionValue.OfFixedScale(10) }),
        Method("combination", Scores, method => method with { Combination = Combination.Grade }, new() { Combination = Combination.Sum }),
        Method("within", Scores, method => method with { Combination = Combination.GroupWeights(GroupBasis.Points) }),
        Method("from", Scores, method => method with { Combination = Combination.Deductions(50) }, new() { Combination = Combination.Deductions(100) }),
        Method("notApplicable", Scores, method => method with { NotApplicable = NotApplicableRule.Zero }),
        Method("unanswered", Scores, method => method with { Unanswered = UnansweredRule.AsZero }),
        Method("failure", Scores, method => method with { Failure = FailureEffect.OutcomeOnly }),
        Method("criticalBelow", Scores, method => method with { CriticalBelow = 50 }),
        Method("bonus", Scores, method => method with { Bonus = BonusRule.ToMean }),
        Method("dropLowest", Scores, method => method with { Selection = Selection.DropLowest(1) }),
        Method("keepHighest", Scores, method => method with { Selection = Selection.KeepHighest(1) }),
        Method("keepLowest", Scores, method => method with { Selection = Selection.KeepLowest(1) }),
        Method("keepMiddle", Scores, method => method with { Selection = Selection.KeepMiddle }),
        Method("keepMostFrequent", Scores, method => method with { Selection = Selection.KeepMostFrequent }),
        Method("leastAnswers", Scores, method => method with { LeastAnswers = new() { Count = 3 } }, Enough),
        Method("leastAnswersEffect", Scores, method => method with { LeastAnswers = new() { Count = 2, Effect = LeastAnswersEffect.Warning } }, Enough),
        Method("capAtFull", Scores, method => method with { CapAtFull = true }),
        Method("floorAtZero", Scores, method => method with { FloorAtZero = true }),
        Method("critical", Scores, method => method with { Critical = CriticalBasis.Raw }),
        Method("digits", Wording, method => method with { Rounding = new() { Digits = 3 } }),
        Method("midpoint", Wording, method => method with { Rounding = new() { Midpoint = MidpointRounding.ToEven } }),
    ];

    private static IEnumerable<ChangeCase> OfSettings() =>
    [
        Case("change.settings.acknowledgement", Workflow, "/settings/acknowledgement", draft => draft with { Settings = new() { RequiresAcknowledgement = true } }),
        Case("change.settings.revisions", Workflow, "/settings/revisions", draft => draft with { Settings = new() { AllowsRevisions = false } }),
        Case("change.disputes.added", Workflow, "/settings/disputes", draft => draft with { Settings = new() { Disputes = new() } }),
        Case("change.disputes.removed", Workflow, "/settings/disputes", draft => draft with { Settings = new() }, Disputed(new())),
        Case("change.disputes.maximum", Workflow, "/settings/disputes/maximum", _ => Disputed(new() { Maximum = 2 }), Disputed(new())),
        Case("change.disputes.windowDays", Workflow, "/settings/disputes/windowDays", _ => Disputed(new() { WindowDays = 7 }), Disputed(new())),
        Case(
            "change.disputes.afterAcknowledgement",
            Workflow,
            "/settings/disputes/afterAcknowledgement",
            _ => Disputed(new() { AllowsAfterAcknowledgement = true }),
            Disputed(new())),
        Case("change.disputes.assignees", Workflow, "/settings/disputes/assignees", _ => Disputed(new() { Assignees = [DisputeAssignee.None] }), Disputed(new())),
    ];

    private static IEnumerable<ChangeCase> OfGroups() =>
    [
        Case("change.group.added", Workflow, "/groups/2", draft => draft.Group("Notes", 1, Ask.Text("more", "More")), told: 2),
        Case("change.group.added", Scores, "/groups/2", draft => draft.Group("New", 1, Ask.YesNo("new", "New?")), told: 2),
        Case("change.group.removed", Scores, "/groups/1", draft => draft with { Groups = [draft.Groups[0]] }, told: 2),
        Case("change.group.removed", Workflow, "/groups/2", _ => Draft, Draft.Group("Notes", 1, Ask.Text("more", "More")), told: 2),
        Case(
            "change.group.moved",
            Scores,
            "/groups/0/items/5",
            draft => draft with { Groups = [draft.Groups[0] with { Items = draft.Groups[0].Items.Add(draft.Groups[1]) }] }),
        Case("change.group.order", Workflow, "/groups/0/items", draft => draft with { Groups = [draft.Groups[0] with { Items = [Steps, Asked, Wait, Notes, Intro] }, draft.Groups[1]] }),
        Group("title", Wording, group => group with { Title = "Most" }),
        Group("title.translation", Wording, group => group with { Title = group.Title.In("da", "Det meste") }, "title/translations/da"),
        Group("weight", Scores, group => group with { Weight = 2 }),
        Group("allowsNotApplicable", Scores, group => group with { AllowsNotApplicable = true }),
        Group("visibleWhen", Scores, group => group with { VisibleWhen = When.Answered("other", "yes") }),
        Case("change.band.added", Scores, "/groups/0/bands/0", draft => draft with { Groups = [draft.Groups[0] with { Bands = [Good] }, draft.Groups[1]] }),
    ];

    private static ChangeCase Case(string code, FormChangeEffect effect, string pointer, Func<FormDraft, FormDraft> change, FormDraft? before = null, int told = 1) =>
        new(code, effect, pointer, before ?? Draft, change(before ?? Draft), told);

    private static ChangeCase Method(string member, FormChangeEffect effect, Func<ScoringMethod, ScoringMethod> change, ScoringMethod? before = null) =>
        Case($"change.method.{member}", effect, $"/method/{member}", draft => draft.ScoredBy(change(draft.Method)), Draft.ScoredBy(before ?? ScoringMethod.Default));

    private static ChangeCase Group(string member, FormChangeEffect effect, Func<Group, Group> change, string? pointer = null) =>
        Case($"change.group.{member}", effect, $"/groups/0/{pointer ?? member}", draft => draft with { Groups = [change(draft.Groups[0]), draft.Groups[1]] });

    private static FormDraft Disputed(DisputeSettings disputes) => Draft with { Settings = new() { Disputes = disputes } };
}
