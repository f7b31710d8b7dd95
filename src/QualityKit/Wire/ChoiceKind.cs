using System.Text.Json;
using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>One of some names.</summary>
/// <typeparam name="T">The enumeration that it is read as.</typeparam>
internal sealed class ChoiceKind<T>(NameTable<T> names) : ValueKind<T>
    where T : struct, Enum
{
    public override bool TryRead(JsonElement json, Place place, out T value)
    {
        value = default;
        if (!Is(json, JsonValueKind.String, place))
        {
            return false;
        }

        string name = json.GetString()!;
        if (names.ValueOf(name) is { } known)
        {
            value = known;
            return true;
        }

        place.Report(IssueCodes.JsonNotAllowed, ("value", Quoted.Short(name)), ("allowed", Quoted.List(names.Names)));
        return false;
    }

    public override void Describe(SchemaWriter schema) => schema.Strings("enum", names.Names);
}
