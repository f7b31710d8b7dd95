using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>An object whose member names are content: translations by language, answers by question.</summary>
internal sealed class MapKind<T>(PatternKind name, ValueKind<T> member, int most = int.MaxValue)
    : ValueKind<ImmutableArray<KeyValuePair<string, T>>>
{
    public override bool TryRead(JsonElement json, Place place, out ImmutableArray<KeyValuePair<string, T>> value)
    {
        value = [];
        if (!Is(json, JsonValueKind.Object, place))
        {
            return false;
        }

        int count = json.GetPropertyCount();
        if (count > most)
        {
            place.Report(IssueCodes.JsonTooManyElements, ("count", count), ("maximum", most));
            return false;
        }

        value = Members(json, place);
        return true;
    }

    public override void Describe(SchemaWriter schema)
    {
        schema.Json.Member("type", "object");
        if (most < int.MaxValue)
        {
            schema.Json.Member("maxProperties", most);
        }

        schema.Json.Name("propertyNames");
        schema.Schema(name);
        schema.Json.Name("additionalProperties");
        schema.Schema(member);
    }

    private ImmutableArray<KeyValuePair<string, T>> Members(JsonElement json, Place place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var values = ImmutableArray.CreateBuilder<KeyValuePair<string, T>>();
        foreach (JsonProperty property in json.EnumerateObject())
        {
            Place at = place.Member(property.Name);
            if (!seen.Add(property.Name))
            {
                at.Report(IssueCodes.JsonDuplicateMember, ("member", Quoted.Short(property.Name)));
            }
            else if (name.Fits(property.Name, at) && member.TryRead(property.Value, at, out T? read))
            {
                values.Add(KeyValuePair.Create(property.Name, read));
            }
        }

        return values.DrainToImmutable();
    }
}
