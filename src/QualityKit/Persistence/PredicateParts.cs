using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Persistence;

/// <summary>How questions about attributes are stored.</summary>
internal static class PredicateParts
{
    public static void Write(StoredObject json, AttributePredicate predicate)
    {
        switch (predicate)
        {
            case AttributePredicate.IsOneOf one:
                json.Text("type", "oneOf");
                json.Text("attribute", one.Attribute);
                json.Array("values", one.Values, WriteValue);
                break;
            case AttributePredicate.IsBetween between:
                json.Text("type", "between");
                json.Text("attribute", between.Attribute);
                json.Object("least", between.Least, WriteValue);
                json.Object("most", between.Most, WriteValue);
                break;
            case AttributePredicate.IsSet set:
                json.Text("type", "set");
                json.Text("attribute", set.Attribute);
                break;
            case AttributePredicate.IsActor actor:
                json.Text("type", "actor");
                json.Text("attribute", actor.Attribute);
                break;
            case AttributePredicate.Not not:
                json.Text("type", "not");
                json.Array("of", [not.Of], Write);
                break;
            case AttributePredicate.All all:
                json.Text("type", "all");
                json.Array("of", all.Of, Write);
                break;
            case AttributePredicate.Any any:
                json.Text("type", "any");
                json.Array("of", any.Of, Write);
                break;
        }
    }

    public static AttributePredicate Read(StoredReader json)
    {
        ImmutableArray<AttributePredicate> of = json.Array("of", Read);
        return json.Text("type") switch
        {
            "oneOf" => new AttributePredicate.IsOneOf { Attribute = json.Text("attribute"), Values = json.Array("values", ReadValue) },
            "between" => new AttributePredicate.IsBetween
            {
                Attribute = json.Text("attribute"),
                Least = json.ObjectOrNull("least", ReadValue),
                Most = json.ObjectOrNull("most", ReadValue),
            },
            "set" => new AttributePredicate.IsSet { Attribute = json.Text("attribute") },
            "actor" => new AttributePredicate.IsActor { Attribute = json.Text("attribute") },
            "not" => new AttributePredicate.Not { Of = of[0] },
            "all" => new AttributePredicate.All { Of = of },
            "any" => new AttributePredicate.Any { Of = of },
            { } other => throw new FormatException($"there is no predicate `{other}`"),
        };
    }

    public static void WriteValue(StoredObject json, AttributeValue value)
    {
        json.Text("text", (value as AttributeValue.Words)?.Value);
        json.Number("number", (value as AttributeValue.Number)?.Value);
        json.Instant("instant", (value as AttributeValue.Instant)?.Value);
        json.Text("person", (value as AttributeValue.Someone)?.Value.Value);
        json.Flag("flag", value is AttributeValue.Flag { Value: true });
    }

    public static AttributeValue ReadValue(StoredReader json) =>
        json.TextOrNull("text") is { } text ? AttributeValue.Of(text)
        : json.NumberOrNull("number") is { } number ? AttributeValue.Of(number)
        : json.InstantOrNull("instant") is { } instant ? AttributeValue.Of(instant)
        : json.TextOrNull("person") is { } person ? AttributeValue.Of(new PersonId(person))
        : AttributeValue.Of(json.Flag("flag"));
}
