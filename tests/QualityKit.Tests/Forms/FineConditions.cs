using QualityKit.Forms;
using static QualityKit.Tests.Forms.SampleForm;

namespace QualityKit.Tests.Forms;

/// <summary>Conditions at the edge of what is right.</summary>
internal static class FineConditions
{
    public static IEnumerable<(string Name, Func<FormDraft> Make)> All =>
    [
        ("any option", () => VisibleWhen(When.Answered("greeting", "yes", "no"))),
        ("all options", () => VisibleWhen(When.AnsweredAll("s", "a", "b"), Ask.MultiSelect("s", "S?", ("a", 1), ("b", 1)))),
        ("exactly an option", () => VisibleWhen(When.AnsweredExactly("greeting", "yes"))),
        ("a number from a minimum", () => VisibleWhen(When.Number("waited", 3), Waited)),
        ("a number up to a maximum", () => VisibleWhen(When.Number("waited", null, 3), Waited)),
        ("one number", () => VisibleWhen(When.Number("waited", 3, 3), Waited)),
        ("an N/A mark", () => VisibleWhen(When.NotApplicable("na"), Ask.YesNo("na", "N/A?") with { AllowsNotApplicable = true })),
        ("an N/A mark of a text", () => VisibleWhen(When.NotApplicable("t"), Ask.Text("t", "T?") with { AllowsNotApplicable = true })),
        ("an N/A mark of the group", () => VisibleWhen(When.NotApplicable("inside"), Ask.Group("Outer", 1, Ask.Group("Inner", 1, Ask.YesNo("inside", "Q?"))) with { AllowsNotApplicable = true })),
        ("an unanswered text", () => VisibleWhen(When.Unanswered("t"), Ask.Text("t", "T?"))),
        ("an unanswered date", () => VisibleWhen(When.Unanswered("d"), Ask.Date("d", "D?"))),
        ("a condition of no parts", () => VisibleWhen(When.All())),
        ("a choice of no parts", () => VisibleWhen(When.Any())),
        ("a tree", () => VisibleWhen(When.All(When.Not(When.Answered("greeting", "no")), When.Any(When.Unanswered("greeting"), When.Answered("greeting", "yes"))))),
        ("32 levels", () => VisibleWhen(NestedNot(32))),
        ("1000 leaves", () => VisibleWhen(Leaves(1_000))),
        ("1000 leaves in two parts", () => VisibleWhen(When.All(Leaves(500), Leaves(500)))),
        ("a group that looks at an earlier question", () => With(Ask.Group("Inner", 1, Ask.YesNo("inside", "Q?")) with { VisibleWhen = When.Answered("greeting", "yes") })),
        ("a question that looks at one in an earlier group", () => VisibleWhen(When.Answered("inside", "yes"), Ask.Group("Inner", 1, Ask.YesNo("inside", "Q?")))),
        ("an information block that is not always there", () => With(Ask.Information("i", "I.") with { VisibleWhen = When.Answered("greeting", "no") })),
        ("a chain", () => With([.. Enumerable.Range(0, 9_000).Select(number => Ask.YesNo($"q{number}", "Q?") with { VisibleWhen = When.Answered(number == 0 ? "greeting" : $"q{number - 1}", "yes") })])),
    ];

    private static NumberQuestion Waited => Number((0, 5, 1), (6, 9, 0));
}
