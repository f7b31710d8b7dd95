using QualityKit.Forms;
using static QualityKit.Forms.FormChangeEffect;

namespace QualityKit.Tests.Forms;

internal static partial class ChangeCases
{
    private static IEnumerable<ChangeCase> OfQuestions() =>
    [
        Case("change.question.added", Scores, "/groups/1/items/1", draft => draft with { Groups = [draft.Groups[0], With(draft.Groups[1], Ask.YesNo("new", "New?"))] }),
        Case("change.question.added", Workflow, "/groups/1/items/1", draft => draft with { Groups = [draft.Groups[0], With(draft.Groups[1], Ask.Date("new", "New?"))] }),
        Case("change.question.removed", Scores, "/groups/0/items/0", draft => Of(draft, Steps, Wait, Notes, Intro)),
        Case("change.question.removed", Workflow, "/groups/0/items/4", draft => Of(draft, Asked, Steps, Wait, Notes)),
        Case("change.question.moved", Scores, "/groups/1/items/1", draft => draft with { Groups = [Of(draft, Asked, Steps, Wait, Intro).Groups[0], With(draft.Groups[1], Notes)] }),
        Case("change.question.moved", Workflow, "/groups/1/items/1", draft => draft with { Groups = [Of(draft, Asked, Steps, Wait, Notes).Groups[0], With(draft.Groups[1], Intro)] }),
        Question(3, "type", Workflow, Ask.Date("notes", "Notes")),
        Case(
            "change.question.type",
            Scores,
            "/groups/1/items/0/type",
            draft => draft with { Groups = [draft.Groups[0], draft.Groups[1] with { Items = [Ask.Number("other", "Other?")] }] }),
        Question(0, "text", Wording, Asked with { Text = "Did they ask?" }),
        Question(0, "text.translation", Wording, Asked with { Text = Asked.Text.In("da", "Spurgt?") }, "text/translations/da"),
        Question(0, "help", Wording, Asked with { Help = "Listen" }),
        Case(
            "change.question.help.translation",
            Wording,
            "/groups/0/items/0/help/translations/da",
            draft => Of(draft, Asked with { Help = LocalizedText.From("Listen").In("da", "Lyt") }, Steps),
            Of(Draft, Asked with { Help = "Listen" }, Steps)),
        Question(0, "weight", Scores, Asked with { Weight = 2 }),
        Question(0, "allowsNotApplicable", Scores, Asked with { AllowsNotApplicable = true }),
        Question(0, "required", Scores, Asked with { IsRequired = !Asked.IsRequired }),
        Question(0, "critical", Scores, Asked with { IsCritical = true }),
        Question(0, "fatal", Scores, Asked with { IsFatal = true }),
        Question(0, "bonus", Scores, Asked with { IsBonus = true }),
        Question(0, "failureScope", Scores, Asked with { FailureScope = FailureScope.OwnGroup }),
        Question(0, "excluded", Scores, Asked with { IsExcluded = true }),
        Question(0, "visibleWhen", Scores, Asked with { VisibleWhen = When.Answered("other", "yes") }),
        Question(0, "tags", Scores, Asked with { Tags = ["tone"] }),
        Question(0, "comment", Workflow, Asked with { Comment = CommentRule.Always }),
        Question(0, "default", Workflow, Asked with { Default = DefaultAnswer.Lowest }),
        Question(0, "preset", Workflow, Asked with { Preset = ChoicePreset.YesNo }),
        Question(1, "cap", Scores, Steps with { Cap = 2 }),
        Question(2, "step", Scores, Wait with { Step = 0.5m }),
        Question(3, "maxLength", Workflow, Notes with { MaxLength = 100 }),
        Question(3, "allowsNotApplicable", Workflow, Notes with { AllowsNotApplicable = true }),
        Question(3, "required", Workflow, Notes with { IsRequired = true }),
        Question(3, "visibleWhen", Scores, Notes with { VisibleWhen = Yes }),
        Question(4, "visibleWhen", Workflow, Intro with { VisibleWhen = Yes }),
    ];

    private static IEnumerable<ChangeCase> OfParts() =>
    [
        Option("added", Scores, "options/2", Asked with { Options = Asked.Options.Add(new() { Key = "partly", Text = "Partly" }) }),
        Option("removed", Scores, "options/1", Asked with { Options = [Asked.Options[0]] }),
        Option("order", Workflow, "options", Asked with { Options = [Asked.Options[1], Asked.Options[0]] }),
        Option("text", Wording, "options/0/text", First(option => option with { Text = "Sure" })),
        Option("text.translation", Wording, "options/0/text/translations/da", First(option => option with { Text = option.Text.In("da", "Ja") })),
        Option("points", Scores, "options/0/points", First(option => option with { Points = 9 })),
        Option("fails", Scores, "options/0/fails", First(option => option with { Fails = FailureScope.Form })),
        Option("commentRequired", Workflow, "options/0/commentRequired", First(option => option with { RequiresComment = true })),
        Option("bonus", Scores, "options/0/bonus", First(option => option with { IsBonus = true })),
        Selected("points", Scores, option => option with { Points = 3 }),
        Selected("unselected", Scores, option => option with { UnselectedPoints = 1 }),
        Selected("fails", Scores, option => option with { Fails = FailureScope.OwnGroup }),
        Selected("commentRequired", Workflow, option => option with { RequiresComment = true }),
        Ranged("added", "ranges/2", Scores, Wait with { Ranges = Wait.Ranges.Add(new() { Minimum = 61, Maximum = 70 }) }),
        Ranged("removed", "ranges/1", Scores, Wait with { Ranges = [Wait.Ranges[0]] }),
        Last("minimum", Scores, range => range with { Minimum = 32 }),
        Last("maximum", Scores, range => range with { Maximum = 61 }),
        Last("points", Scores, range => range with { Points = 1 }),
        Last("fails", Scores, range => range with { Fails = FailureScope.Form }),
        Last("commentRequired", Workflow, range => range with { RequiresComment = true }),
        Last("bonus", Scores, range => range with { IsBonus = true }),
    ];

    private static Group With(Group group, FormItem item) => group with { Items = group.Items.Add(item) };

    private static FormDraft Of(FormDraft draft, params FormItem[] items) => draft with { Groups = [draft.Groups[0] with { Items = [.. items] }, draft.Groups[1]] };

    private static ChangeCase Question(int position, string member, FormChangeEffect effect, Question question, string? pointer = null) => At(
        position, $"change.question.{member}", effect, pointer ?? member, question);

    private static ChangeCase Option(string member, FormChangeEffect effect, string pointer, ChoiceQuestion question) =>
        At(0, $"change.option.{member}", effect, pointer, question);

    private static ChoiceQuestion First(Func<ChoiceOption, ChoiceOption> change) => Asked with { Options = [change(Asked.Options[0]), Asked.Options[1]] };

    private static ChangeCase Selected(string member, FormChangeEffect effect, Func<SelectOption, SelectOption> change) =>
        At(1, $"change.option.{member}", effect, $"options/1/{member}", Steps with { Options = [Steps.Options[0], change(Steps.Options[1])] });

    private static ChangeCase Last(string member, FormChangeEffect effect, Func<NumberRange, NumberRange> change) =>
        Ranged(member, $"ranges/1/{member}", effect, Wait with { Ranges = [Wait.Ranges[0], change(Wait.Ranges[1])] });

    private static ChangeCase Ranged(string member, string pointer, FormChangeEffect effect, NumberQuestion question) =>
        At(2, $"change.range.{member}", effect, pointer, question);

    private static ChangeCase At(int position, string code, FormChangeEffect effect, string pointer, FormItem item) => Case(
        code, effect, $"/groups/0/items/{position}/{pointer}", draft => draft with { Groups = [draft.Groups[0] with { Items = draft.Groups[0].Items.SetItem(position, item) }, draft.Groups[1]] });
}
