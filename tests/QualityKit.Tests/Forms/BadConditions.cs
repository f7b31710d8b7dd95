using QualityKit.Forms;
using static QualityKit.Tests.Forms.SampleForm;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadConditions
{
    private const string Condition = "/groups/0/items/1/visibleWhen";
    private const string AfterOne = "/groups/0/items/2/visibleWhen";

    public static IEnumerable<BadForm> All => [.. Leaves, .. Kinds, .. Orders];

    private static IEnumerable<BadForm> Leaves =>
    [
        new("a condition without a part", VisibleWhen(new Negation { Part = null! }), Missing, Condition + "/not"),
        new("a condition with a part that is not there", VisibleWhen(When.All(When.Answered("greeting", "yes"), null!)), Missing, Condition + "/all/1"),
        new("an answered condition without a question", VisibleWhen(When.Answered("greeting", "yes") with { Question = null! }), Missing, Condition + "/answered/question"),
        new("a number condition without a question", VisibleWhen(When.Number("wait", 1) with { Question = null! }), Missing, Condition + "/number/question"),
        new("an N/A condition without a question", VisibleWhen(new MarkedNotApplicable { Question = null! }), Missing, Condition + "/notApplicable"),
        new("an unanswered condition without a question", VisibleWhen(new LeftUnanswered { Question = null! }), Missing, Condition + "/unanswered"),
        new("a condition on an unknown question", VisibleWhen(When.Unanswered("nothing")), UnknownQuestion, Condition + "/unanswered"),
        new("a condition on a group", VisibleWhen(When.Unanswered("main")), UnknownQuestion, Condition + "/unanswered"),
        new("a condition on an unknown option", VisibleWhen(When.Any(When.Answered("greeting", "yes", "maybe"))), UnknownOption, Condition + "/any/0/answered/options/1"),
        new("a condition on no option at all", VisibleWhen(When.Answered("greeting", [null!])), Missing, Condition + "/answered/options/0"),
        new("a condition that names no options", VisibleWhen(When.Answered("greeting")), NoOptionsNamed, Condition + "/answered/options"),
        new("a condition that matches in an undefined way", VisibleWhen(When.Answered("greeting", "yes") with { Match = (OptionMatch)3 }), UndefinedValue, Condition + "/answered/match"),
        new("a number condition without bounds", VisibleWhen(When.Number("waited"), Waited), ConditionWithoutBounds, AfterOne + "/number"),
        new("a number condition upside down", VisibleWhen(When.Number("waited", 2, 1), Waited), MinimumAboveMaximum, AfterOne + "/number/minimum"),
        new("a number condition with a long minimum", VisibleWhen(When.Number("waited", 1.2345678901234567890123456789m), Waited), TooManyDigits, AfterOne + "/number/minimum"),
        new("a number condition with a long maximum", VisibleWhen(When.Number("waited", null, 1.2345678901234567890123456789m), Waited), TooManyDigits, AfterOne + "/number/maximum"),
        new("a condition of 33 levels", VisibleWhen(NestedNot(33)), ConditionTooDeep, Condition),
        new("a condition of 10000 levels", VisibleWhen(NestedNot(10_000)), ConditionTooDeep, Condition),
        new("a condition of 1001 leaves", VisibleWhen(SampleForm.Leaves(1_001)), ConditionTooLarge, Condition),
        new("a condition of 1001 leaves in two parts", VisibleWhen(When.All(SampleForm.Leaves(500), SampleForm.Leaves(501))), ConditionTooLarge, Condition),
        new("a condition that doubles 31 times", VisibleWhen(Doubled(31)), ConditionTooLarge, Condition),
    ];

    private static IEnumerable<BadForm> Kinds =>
    [
        new("options of a number", VisibleWhen(When.Answered("waited", "yes"), Waited), ConditionNeedsOptions, AfterOne + "/answered/question"),
        new("options of a text", VisibleWhen(When.Answered("t", "yes"), Ask.Text("t", "T?")), ConditionNeedsOptions, AfterOne + "/answered/question"),
        new("options of a date", VisibleWhen(When.Answered("d", "yes"), Ask.Date("d", "D?")), ConditionNeedsOptions, AfterOne + "/answered/question"),
        new("the number of a choice", VisibleWhen(When.Number("greeting", 1)), ConditionNeedsNumber, Condition + "/number/question"),
        new("the number of a text", VisibleWhen(When.Number("t", 1), Ask.Text("t", "T?")), ConditionNeedsNumber, AfterOne + "/number/question"),
        new("options of an information block", VisibleWhen(When.Answered("i", "yes"), Ask.Information("i", "I.")), ConditionOnInformation, AfterOne + "/answered/question"),
        new("the N/A mark of an information block", VisibleWhen(When.NotApplicable("i"), Ask.Information("i", "I.")), ConditionOnInformation, AfterOne + "/notApplicable"),
        new("an unanswered information block", VisibleWhen(When.Unanswered("i"), Ask.Information("i", "I.")), ConditionOnInformation, AfterOne + "/unanswered"),
        BadForm.Warned("the N/A mark of a question without one", VisibleWhen(When.NotApplicable("greeting")), NeverNotApplicable, Condition + "/notApplicable"),
    ];

    private static IEnumerable<BadForm> Orders =>
    [
        new("a question that looks forward", With(Seen("a", "b"), Plain("b")), ForwardReference, Condition + "/answered/question"),
        new("a group that looks forward", With(Ask.Group("Inner", 1, Plain("a")) with { VisibleWhen = When.Answered("b", "yes") }, Plain("b")), ForwardReference, Condition + "/answered/question"),
        new("a question that looks at itself", With(Seen("a", "a")), SelfReference, Condition + "/answered/question"),
        new("a group that looks at its own question", With(Ask.Group("Inner", 1, Plain("a")) with { VisibleWhen = When.Answered("a", "yes") }), SelfReference, Condition + "/answered/question"),
        new("a group that looks at a question deeper inside", With(Ask.Group("Inner", 1, Ask.Group("Deep", 1, Plain("a"))) with { VisibleWhen = When.Answered("a", "yes") }), SelfReference, Condition + "/answered/question"),
        new("two questions that look at each other", With(Seen("a", "b"), Seen("b", "a")), ConditionCycle, Condition + "/answered/question"),
        new("two questions that look at each other twice", With(Plain("a") with { VisibleWhen = When.All(When.Answered("b", "yes"), When.Answered("b", "no")) }, Seen("b", "a")), ConditionCycle, Condition + "/all/0/answered/question"),
        new("three questions in a circle", With(Seen("a", "b"), Seen("b", "c"), Seen("c", "a")), ConditionCycle, Condition + "/answered/question"),
        new("a question that looks at one in a group that looks at it", With(Seen("a", "b"), Ask.Group("Inner", 1, Plain("b")) with { VisibleWhen = When.Answered("a", "yes") }), ConditionCycle, Condition + "/answered/question"),
        new("two groups that look at each other", With(SeenGroup("One", "a", "b"), SeenGroup("Two", "b", "a")), ConditionCycle, Condition + "/answered/question"),
    ];

    private static NumberQuestion Waited => Number((0, 5, 1), (6, 9, 0));

    private static ChoiceQuestion Plain(string key) => Ask.YesNo(key, "Q?");

    private static ChoiceQuestion Seen(string key, string other) => Plain(key) with { VisibleWhen = When.Answered(other, "yes") };

    private static Group SeenGroup(string title, string key, string other) =>
        Ask.Group(title, 1, Plain(key)) with { VisibleWhen = When.Answered(other, "yes") };

    private static Condition Doubled(int times)
    {
        Condition condition = When.All();
        for (int time = 0; time < times; time++)
        {
            condition = When.All(condition, condition);
        }

        return condition;
    }
}
