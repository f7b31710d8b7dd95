using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Wire;

/// <summary>A value of an attribute as it is exchanged: an object whose <c>type</c> says what <c>value</c> is.</summary>
internal static class AttributeTable
{
    public static TypedObject<AttributeValue> Value { get; } = new(
        Of("text", Kinds.Text(Kinds.LongestAnswer), AttributeValue.Of),
        Of("number", Kinds.Number, AttributeValue.Of),
        Of("flag", Kinds.Boolean, AttributeValue.Of),
        Of("instant", Kinds.Instant, AttributeValue.Of),
        Of("person", Kinds.ExternalId, person => AttributeValue.Of(new PersonId(person))));

    private static (string Type, ValueKind<AttributeValue> Kind) Of<T>(string type, ValueKind<T> kind, Func<T, AttributeValue> read) =>
        (type, new ObjectTable<AttributeValue>(type + "Value", () => AttributeValue.Of(""))
            .Constant("type", type, isRequired: true)
            .Required("value", kind, (_, value) => read(value)));
}
