using QualityKit.Forms;
using static QualityKit.Tests.Forms.LimitCase;
using static QualityKit.Tests.Forms.SampleForm;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static partial class LimitCases
{
    private static IEnumerable<LimitCase> Kinds =>
    [
        new("choices", () => House with { Questions = QuestionKinds.All & ~QuestionKinds.Choice }, () => Only(Steps), () => Only(Solved), QuestionKindNotOffered, "/groups/0/items/0"),
        Without(QuestionKinds.MultiSelect, () => Steps),
        Without(QuestionKinds.Number, () => Waited),
        Without(QuestionKinds.Text, () => Ask.Text("t", "T?")),
        Without(QuestionKinds.Date, () => Ask.Date("d", "D?")),
        Without(QuestionKinds.Information, () => Ask.Information("i", "I")),
    ];

    private static LimitCase Without(QuestionKinds kind, Func<FormItem> item) =>
        Of($"questions of the kind {kind}", () => House with { Questions = QuestionKinds.All & ~kind }, () => Solved, item, QuestionKindNotOffered, Item);

    private static IEnumerable<LimitCase> Conditions =>
    [
        WithoutCondition(ConditionKinds.Answered, () => When.Answered("greeting", "yes"), () => When.Unanswered("steps")),
        WithoutCondition(ConditionKinds.Number, () => When.Number("waited", 0, 4), () => When.Answered("greeting", "yes")),
        WithoutCondition(ConditionKinds.NotApplicable, () => When.NotApplicable("steps"), () => When.Answered("greeting", "yes")),
        WithoutCondition(ConditionKinds.Unanswered, () => When.Unanswered("steps"), () => When.Answered("greeting", "yes")),
        WithoutCondition(ConditionKinds.Not, () => When.Not(When.Answered("greeting", "yes")), () => When.Answered("greeting", "yes")),
        Seen("negation inside others", () => House with { Conditions = ConditionKinds.All & ~ConditionKinds.Not }, () => When.Answered("greeting", "yes"), () => When.All(When.Unanswered("steps"), When.Not(When.Answered("greeting", "no"))), ConditionKindNotOffered, "/visibleWhen/all/1"),
        Seen("source of a kind", () => House with { ConditionSources = QuestionKinds.Choice }, () => When.Answered("greeting", "yes"), () => When.Answered("steps", "one"), ConditionSourceNotOffered, "/visibleWhen/answered/question"),
        Seen("optional source", () => Required, () => When.Answered("greeting", "yes"), () => When.Answered("steps", "one"), ConditionSourceOptional, "/visibleWhen/answered/question"),
        Seen("source that can be N/A", () => Required, () => When.Number("waited", 0, 4), () => When.NotApplicable("refund"), ConditionSourceOptional, "/visibleWhen/notApplicable"),
        Seen("any inside all", () => OneList, () => When.All(When.Unanswered("steps"), When.Answered("greeting", "yes")), () => When.All(When.Unanswered("steps"), When.Any(When.Answered("greeting", "yes"), When.Number("waited", 0, 4))), ConditionNotFlat, "/visibleWhen"),
        Seen("all inside any", () => OneList, () => When.Any(When.Unanswered("steps"), When.Any(When.Answered("greeting", "yes"), When.Number("waited", 0, 4))), () => When.Any(When.All(When.Unanswered("steps"), When.Answered("greeting", "yes")), When.Number("waited", 0, 4)), ConditionNotFlat, "/visibleWhen"),
        Seen("several options inside all", () => OneList, () => When.Any(When.Answered("steps", "one", "two"), When.Answered("greeting", "yes")), () => When.All(When.Answered("steps", "one", "two"), When.Answered("greeting", "yes")), ConditionNotFlat, "/visibleWhen"),
        Seen("all of several options inside any", () => OneList, () => When.All(When.AnsweredAll("steps", "one", "two"), When.Answered("greeting", "yes")), () => When.Any(When.AnsweredAll("steps", "one", "two"), When.Answered("greeting", "yes")), ConditionNotFlat, "/visibleWhen"),
        Seen("exactly several options", () => OneList, () => When.AnsweredExactly("steps", "one"), () => When.AnsweredExactly("steps", "one", "two"), ConditionNotFlat, "/visibleWhen"),
        Seen("several options inside one", () => OneList, () => When.All(When.Answered("steps", "one", "two")), () => When.All(When.All(When.Answered("steps", "one", "two")), When.Unanswered("waited")), ConditionNotFlat, "/visibleWhen"),
        new("source in a group that can be N/A", () => Required, () => With(Second), () => SecondInOptionalGroup, ConditionSourceOptional, Item + "/visibleWhen/answered/question"),
        Of("conditional question that must be answered", () => Optional, () => Second with { AllowsNotApplicable = true }, () => Second, ConditionalQuestionNotOptional, Item + "/visibleWhen"),
        Of("conditional question that need not be answered", () => Optional, () => Second with { IsRequired = false }, () => Second, ConditionalQuestionNotOptional, Item + "/visibleWhen"),
        Of("conditional question in a group that can be N/A", () => Optional, () => Inner with { AllowsNotApplicable = true, Items = [Second] }, () => Inner with { Items = [Second] }, ConditionalQuestionNotOptional, Item + "/items/0/visibleWhen"),
        Of("conditional information and groups", () => Optional, () => Inner with { VisibleWhen = Second.VisibleWhen, Items = [Ask.YesNo("x", "X?"), new InformationBlock { Key = "i", Text = "I", VisibleWhen = Second.VisibleWhen }] }, () => Second, ConditionalQuestionNotOptional, Item + "/visibleWhen"),
    ];

    private static FormLimits OneList => House with { ConditionsAreFlat = true };

    private static FormLimits Required => House with { ConditionSourcesAreRequired = true };

    private static FormLimits Optional => House with { ConditionalQuestionsAreOptional = true };

    private static ChoiceQuestion Second => Ask.YesNo("second", "Second?") with { VisibleWhen = When.Answered("greeting", "yes") };

    private static FormDraft SecondInOptionalGroup => With() with { Groups = [With(Second).Groups[0] with { AllowsNotApplicable = true }] };

    private static LimitCase WithoutCondition(ConditionKinds kind, Func<Condition> beyond, Func<Condition> within) =>
        Seen($"conditions of the kind {kind}", () => House with { Conditions = ConditionKinds.All & ~kind }, within, beyond, ConditionKindNotOffered, "/visibleWhen");

    private static LimitCase Seen(string name, Func<FormLimits> limits, Func<Condition> within, Func<Condition> beyond, string code, string pointer) =>
        new(name, limits, () => Seeing(within()), () => Seeing(beyond()), code, "/groups/0/items/4" + pointer);

    private static FormDraft Seeing(Condition condition) => VisibleWhen(
        condition, Steps with { IsRequired = false }, Waited, Ask.YesNo("refund", "R?") with { AllowsNotApplicable = true });

    private static IEnumerable<LimitCase> Features =>
    [
        Lacking(FormFeatures.FatalQuestions, () => Ask.YesNo("q", "Q?") with { IsFatal = true }, FatalNotOffered, "/fatal"),
        Lacking(FormFeatures.CriticalQuestions, () => Ask.YesNo("q", "Q?") with { IsCritical = true }, CriticalNotOffered, "/critical"),
        Lacking(FormFeatures.BonusQuestions, () => Ask.YesNo("q", "Q?") with { IsBonus = true }, BonusQuestionNotOffered, "/bonus"),
        Lacking(FormFeatures.BonusOptions, () => Bonus, BonusOptionNotOffered, "/options/0/bonus"),
        Lacking(FormFeatures.BonusOptions, () => Waited with { Ranges = [Waited.Ranges[0], Waited.Ranges[1] with { IsBonus = true }] }, BonusOptionNotOffered, "/ranges/1/bonus"),
        Lacking(FormFeatures.FailingOptions, () => Ask.YesNo("q", "Q?").FailsOn("no"), FailingOptionNotOffered, "/options/1/fails"),
        Lacking(FormFeatures.FailingOptions, () => Steps with { Options = [Steps.Options[0] with { Fails = FailureScope.Form }, Steps.Options[1]] }, FailingOptionNotOffered, "/options/0/fails"),
        Lacking(FormFeatures.FailingOptions, () => Waited with { Ranges = [Waited.Ranges[0] with { Fails = FailureScope.Form }, Waited.Ranges[1]] }, FailingOptionNotOffered, "/ranges/0/fails"),
        Lacking(FormFeatures.FailingBonusQuestions, () => Ask.YesNo("q", "Q?").FailsOn("no") with { IsBonus = true }, FailingBonusQuestion, "/bonus", " that fails"),
        Lacking(FormFeatures.FailingBonusQuestions, () => Ask.YesNo("q", "Q?") with { IsBonus = true, IsFatal = true }, FailingBonusQuestion, "/bonus", " that is fatal"),
        Lacking(FormFeatures.FailingBonusQuestions, () => Ask.YesNo("q", "Q?") with { IsBonus = true, IsCritical = true }, FailingBonusQuestion, "/bonus", " that is critical"),
        Lacking(FormFeatures.UnselectedPoints, () => Unselected(2), UnselectedPointsNotOffered, "/options/0/unselected"),
        Lacking(FormFeatures.Caps, () => Steps with { Cap = 2 }, CapNotOffered, "/cap"),
        Lacking(FormFeatures.GroupConditions, () => Inner with { VisibleWhen = Second.VisibleWhen }, GroupConditionNotOffered, "/visibleWhen"),
        Lacking(FormFeatures.GroupNotApplicable, () => Inner with { AllowsNotApplicable = true }, GroupNotApplicableNotOffered, "/allowsNotApplicable"),
        Of("a bonus question that cannot fail", () => House with { Features = FormFeatures.All & ~FormFeatures.FailingBonusQuestions }, () => Ask.YesNo("q", "Q?") with { IsBonus = true }, () => Ask.YesNo("q", "Q?").FailsOn("no") with { IsBonus = true }, FailingBonusQuestion, Item + "/bonus"),
    ];

    private static ChoiceQuestion Bonus => Solved with { Options = [Solved.Options[0] with { IsBonus = true }, .. Solved.Options[1..]] };

    // Everything but the feature is offered within; beyond, the feature itself is not.
    private static LimitCase Lacking(FormFeatures feature, Func<FormItem> item, string code, string pointer, string suffix = "") =>
        Of($"no {feature} at {pointer}{suffix}", () => House with { Features = FormFeatures.All & ~feature }, () => Solved, item, code, Item + pointer);

    private static IEnumerable<LimitCase> Failures =>
    [
        Of("failure of a group", () => Reach(FailureReach.FormOnly), () => Failing(FailureScope.Form), () => Failing(FailureScope.OwnGroup), FailureOutOfReach, Item + "/options/1/fails"),
        Of("failure of a named group", () => Reach(FailureReach.FormOnly), () => Failing(FailureScope.Form), () => Failing(FailureScope.Group("main")), FailureOutOfReach, Item + "/options/1/fails"),
        Of("failure of a group around", () => Reach(FailureReach.Around), () => Inner with { Items = [Failing(FailureScope.Group("main"))] }, () => Solved, FailureOutOfReach, Item + "/items/0/options/1/fails") with { MakeBeyond = () => Far },
        Of("failure of the own group", () => Reach(FailureReach.Around), () => Failing(FailureScope.OwnGroup), () => Solved, FailureOutOfReach, Item + "/items/0/options/1/fails") with { MakeBeyond = () => Far },
        Of("failure of a fatal question", () => Reach(FailureReach.FormOnly), () => Ask.YesNo("q", "Q?") with { FailureScope = FailureScope.OwnGroup }, () => Ask.YesNo("q", "Q?") with { IsFatal = true, FailureScope = FailureScope.OwnGroup }, FailureOutOfReach, Item + "/failureScope"),
        Of("failure of a critical question", () => Reach(FailureReach.FormOnly), () => Ask.YesNo("q", "Q?") with { IsCritical = true }, () => Ask.YesNo("q", "Q?") with { IsCritical = true, FailureScope = FailureScope.OwnGroup }, FailureOutOfReach, Item + "/failureScope"),
        Of("options of a fatal question", () => TwoFatal, () => Ask.YesNo("q", "Q?") with { IsFatal = true }, () => Solved with { IsFatal = true }, FatalOptionsOverLimit, Item + "/options"),
        Of("options of a critical question", () => TwoFatal, () => Solved, () => Solved with { IsCritical = true }, FatalOptionsOverLimit, Item + "/options"),
        Of("options of a fatal selection", () => TwoFatal, () => Steps with { IsFatal = true }, () => Ask.MultiSelect("s", "S?", ("a", 1), ("b", 1), ("c", 1)) with { IsFatal = true }, FatalOptionsOverLimit, Item + "/options"),
        Of("ranges of a fatal number", () => TwoFatal, () => Waited with { IsFatal = true }, () => Number((0, 1, 1), (2, 3, 0), (4, 5, 0)) with { IsFatal = true }, FatalOptionsOverLimit, Item + "/ranges"),
    ];

    private static FormLimits TwoFatal => House with { MostFatalOptions = 2 };

    private static FormLimits Reach(FailureReach reach) => House with { Failures = reach };

    private static ChoiceQuestion Failing(FailureScope scope) => Ask.YesNo("failing", "F?").FailsOn(scope, "no");

    private static FormDraft Far => With(Inner with { Items = [Failing(FailureScope.Group("far"))] }).Group("Far", 1, Ask.YesNo("far1", "F?"));
}
