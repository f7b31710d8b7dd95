using QualityKit.Forms;

namespace QualityKit.Wire;

/// <summary>Conditions: an object with one member, which says what the condition looks at.</summary>
internal static class ConditionTable
{
    private static readonly DeferredKind<Condition> Inner = new(() => Table!);

    private static readonly ArrayKind<Condition> Parts = new(Inner);

    private static readonly ObjectTable<AnsweredOption> Answered =
        new ObjectTable<AnsweredOption>("answeredCondition", () => new() { Question = "", Options = [] })
            .Required("question", Kinds.Key, (condition, key) => condition with { Question = key })
            .Required("options", Kinds.Array(Kinds.Key), (condition, keys) => condition with { Options = keys })
            .Optional("match", Kinds.Choice(FormNames.Matches), (condition, match) => condition with { Match = match }, "any");

    private static readonly ObjectTable<NumberBetween> Between =
        new ObjectTable<NumberBetween>("numberCondition", () => new() { Question = "" })
            .Required("question", Kinds.Key, (condition, key) => condition with { Question = key })
            .Optional("minimum", Kinds.Number, (condition, number) => condition with { Minimum = number })
            .Optional("maximum", Kinds.Number, (condition, number) => condition with { Maximum = number })
            .Rule(new AnyOfMembers("minimum", "maximum"));

    public static ObjectTable<Condition> Table { get; } = new ObjectTable<Condition>("condition", () => new AllOf { Parts = [] })
        .Optional("all", Parts, (_, parts) => new AllOf { Parts = parts })
        .Optional("any", Parts, (_, parts) => new AnyOf { Parts = parts })
        .Optional("not", Inner, (_, part) => new Negation { Part = part })
        .Optional("answered", Answered, (_, condition) => condition)
        .Optional("number", Between, (_, condition) => condition)
        .Optional("notApplicable", Kinds.Key, (_, key) => new MarkedNotApplicable { Question = key })
        .Optional("unanswered", Kinds.Key, (_, key) => new LeftUnanswered { Question = key })
        .Rule(new OneOfMembers(true, "all", "any", "not", "answered", "number", "notApplicable", "unanswered"));
}
