using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>An array of values of one kind.</summary>
internal sealed class ArrayKind<T>(ValueKind<T> element, int fewest = 0, int most = int.MaxValue) : ValueKind<ImmutableArray<T>>
{
    public override bool TryRead(JsonElement json, Place place, out ImmutableArray<T> value)
    {
        value = [];
        if (!Is(json, JsonValueKind.Array, place) || !HasFittingLength(json.GetArrayLength(), place))
        {
            return false;
        }

        var values = ImmutableArray.CreateBuilder<T>(json.GetArrayLength());
        int position = 0;
        foreach (JsonElement item in json.EnumerateArray())
        {
            if (element.TryRead(item, place.Element(position), out T? read))
            {
                values.Add(read);
            }

            position++;
        }

        value = values.DrainToImmutable();
        return true;
    }

    public override void Describe(SchemaWriter schema)
    {
        schema.Json.Member("type", "array");
        if (fewest > 0)
        {
            schema.Json.Member("minItems", fewest);
        }

        if (most < int.MaxValue)
        {
            schema.Json.Member("maxItems", most);
        }

        schema.Json.Name("items");
        schema.Schema(element);
    }

    private bool HasFittingLength(int length, Place place)
    {
        if (length < fewest)
        {
            place.Report(IssueCodes.JsonTooFewElements, ("count", length), ("minimum", fewest));
        }
        else if (length > most)
        {
            place.Report(IssueCodes.JsonTooManyElements, ("count", length), ("maximum", most));
        }

        return length >= fewest && length <= most;
    }
}
