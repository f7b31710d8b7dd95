using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Tests.Interactions;

public sealed class AttributeTests
{
    private static AttributeSchema Schema => AttributeSchema.Of(
    [
        new() { Name = "queue", Kind = AttributeKind.Text },
        new() { Name = "amount", Kind = AttributeKind.Number },
        new() { Name = "vip", Kind = AttributeKind.Flag },
        new() { Name = "due", Kind = AttributeKind.Instant },
        new() { Name = "agents", Kind = AttributeKind.Person, IsPersonal = true },
    ]).Value;

    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private static AttributeSet Call => AttributeSet.Empty
        .With("queue", AttributeValue.Of("sales"))
        .With("queue", AttributeValue.Of("care"))
        .With("amount", AttributeValue.Of(10.5m))
        .With("vip", AttributeValue.Of(true))
        .With("due", AttributeValue.Of(Noon))
        .With("agents", AttributeValue.Of(new PersonId("anna")));

    public static TheoryData<string, bool> Questions => new()
    {
        { "one of several values", true },
        { "no value", false },
        { "another kind", false },
        { "least", true },
        { "above", false },
        { "most", true },
        { "below", false },
        { "from to", true },
        { "until noon", true },
        { "text has no order", false },
        { "set", true },
        { "not set", false },
        { "actor", true },
        { "not that actor", false },
        { "all", true },
        { "all of none", true },
        { "not all", false },
        { "any", true },
        { "any of none", false },
        { "not", false },
        { "absence negated", true },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_predicate_holds_or_not(string name, bool expected) => Assert.Equal(expected, Predicate(name).Holds(Call, new("anna")));

    [Fact]
    public void A_predicate_speaks_of_declared_attributes_and_their_kinds()
    {
        var predicate = new AttributePredicate.All
        {
            Of =
            [
                new AttributePredicate.IsOneOf { Attribute = "colour", Values = [AttributeValue.Of("red")] },
                new AttributePredicate.IsOneOf { Attribute = "queue", Values = [AttributeValue.Of(1)] },
                new AttributePredicate.Any { Of = [new AttributePredicate.IsBetween { Attribute = "queue", Least = AttributeValue.Of("a") }] },
                new AttributePredicate.IsBetween { Attribute = "amount", Least = AttributeValue.Of(Noon), Most = AttributeValue.Of(7) },
                new AttributePredicate.Not { Of = new AttributePredicate.IsActor { Attribute = "vip" } },
                new AttributePredicate.IsActor { Attribute = "agents" },
                new AttributePredicate.IsSet { Attribute = "mood" },
                new AttributePredicate.IsBetween { Attribute = "due", Most = AttributeValue.Of(Noon) },
                new AttributePredicate.IsActor { Attribute = "who" },
            ],
        };

        Assert.Equal(
            [
                (IssueCodes.UnknownAttribute, "/of/0/attribute"), (IssueCodes.AttributeKindMismatch, "/of/1/attribute"), (IssueCodes.AttributeWithoutOrder, "/of/2/of/0/attribute"),
                (IssueCodes.AttributeKindMismatch, "/of/3/attribute"), (IssueCodes.AttributeKindMismatch, "/of/4/of/attribute"), (IssueCodes.UnknownAttribute, "/of/6/attribute"),
                (IssueCodes.UnknownAttribute, "/of/8/attribute"),
            ],
            Places(predicate.Check(Schema)));
        Assert.Equal("the attribute `vip` was declared as flag, and this is person", predicate.Check(Schema)[4].Message);
        Assert.Equal("the attribute `queue` is text, which has no order; ask for equal values", predicate.Check(Schema)[2].Message);
    }

    [Fact]
    public void Equal_predicates_are_equal()
    {
        Assert.All(Questions.Select(row => (string)row[0]), name => Assert.Equal(Predicate(name), Predicate(name)));
        Assert.All(Questions.Select(row => (string)row[0]), name => Assert.Equal(Predicate(name).GetHashCode(), Predicate(name).GetHashCode()));
        Assert.NotEqual(Predicate("all"), Predicate("not all"));
        Assert.NotEqual(Predicate("any"), Predicate("any of none"));
        Assert.NotEqual(Predicate("no value"), Predicate("one of several values"));
        Assert.NotEqual<AttributePredicate>(new AttributePredicate.IsOneOf { Attribute = "a", Values = [] }, new AttributePredicate.IsOneOf { Attribute = "b", Values = [] });
    }

    [Fact]
    public void Attributes_are_held_against_what_was_declared()
    {
        Assert.Empty(Call.Check(Schema));
        Assert.Equal(
            [(IssueCodes.AttributeKindMismatch, "/amount"), (IssueCodes.UnknownAttribute, "/co~1lour")],
            Places(AttributeSet.Empty.With("co/lour", AttributeValue.Of("red")).With("amount", AttributeValue.Of("1")).Check(Schema)));
        Assert.Equal(["agents", "amount", "due", "queue", "vip"], Call.Names);
        Assert.Empty(Call["nobody"]);
        Assert.Equal("5 attributes", Call.ToString());
        Assert.DoesNotContain("sales", Call["queue"][0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_is_declared_once_by_a_name()
    {
        Assert.Equal(
            [(IssueCodes.EmptyText, "/0/name"), (IssueCodes.AttributeTwice, "/2/name")],
            Places(AttributeSchema.Of([new() { Name = " ", Kind = AttributeKind.Text }, new() { Name = "a", Kind = AttributeKind.Text }, new() { Name = "a", Kind = AttributeKind.Flag }]).Errors));
        Assert.Equal(["agents", "amount", "due", "queue", "vip"], Schema.Declarations.Select(declaration => declaration.Name));
        Assert.True(Schema.Find("agents")!.IsPersonal);
        Assert.Null(Schema.Find("nobody"));
        Assert.Empty(AttributeSchema.Empty.Declarations);
    }

    private static IEnumerable<(string Code, string Pointer)> Places(IEnumerable<Issue> issues) => issues.Select(issue => (issue.Code, issue.Pointer));

    private static AttributePredicate Predicate(string name) => name switch
    {
        "one of several values" => new AttributePredicate.IsOneOf { Attribute = "queue", Values = [AttributeValue.Of("back"), AttributeValue.Of("care")] },
        "no value" => new AttributePredicate.IsOneOf { Attribute = "colour", Values = [AttributeValue.Of("red")] },
        "another kind" => new AttributePredicate.IsOneOf { Attribute = "vip", Values = [AttributeValue.Of("true")] },
        "least" => new AttributePredicate.IsBetween { Attribute = "amount", Least = AttributeValue.Of(10.5m) },
        "above" => new AttributePredicate.IsBetween { Attribute = "amount", Least = AttributeValue.Of(10.6m) },
        "most" => new AttributePredicate.IsBetween { Attribute = "amount", Most = AttributeValue.Of(10.5m) },
        "below" => new AttributePredicate.IsBetween { Attribute = "amount", Most = AttributeValue.Of(10.4m) },
        "from to" => new AttributePredicate.IsBetween { Attribute = "amount", Least = AttributeValue.Of(10), Most = AttributeValue.Of(11) },
        "until noon" => new AttributePredicate.IsBetween { Attribute = "due", Most = AttributeValue.Of(Noon) },
        "text has no order" => new AttributePredicate.IsBetween { Attribute = "queue", Least = AttributeValue.Of("a") },
        "set" => new AttributePredicate.IsSet { Attribute = "vip" },
        "not set" => new AttributePredicate.IsSet { Attribute = "colour" },
        "actor" => new AttributePredicate.IsActor { Attribute = "agents" },
        "not that actor" => new AttributePredicate.IsActor { Attribute = "queue" },
        "all" => new AttributePredicate.All { Of = [Predicate("set"), Predicate("least")] },
        "all of none" => new AttributePredicate.All { Of = [] },
        "not all" => new AttributePredicate.All { Of = [Predicate("set"), Predicate("above")] },
        "any" => new AttributePredicate.Any { Of = [Predicate("above"), Predicate("set")] },
        "any of none" => new AttributePredicate.Any { Of = [] },
        "not" => new AttributePredicate.Not { Of = Predicate("set") },
        _ => new AttributePredicate.Not { Of = Predicate("no value") },
    };
}
