using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>A string with a bound on its length in UTF-16 units.</summary>
internal sealed class TextKind(int longest, int shortest = 0) : ValueKind<string>
{
    public override bool TryRead(JsonElement json, Place place, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (!Is(json, JsonValueKind.String, place))
        {
            return false;
        }

        string text = json.GetString()!;
        if (text.Length > longest)
        {
            place.Report(IssueCodes.JsonTextTooLong, ("length", text.Length), ("limit", longest));
            return false;
        }

        if (text.Length < shortest)
        {
            place.Report(IssueCodes.JsonTextEmpty);
            return false;
        }

        value = text;
        return true;
    }

    public override void Describe(SchemaWriter schema)
    {
        schema.Json.Member("type", "string");
        if (shortest > 0)
        {
            schema.Json.Member("minLength", shortest);
        }

        schema.Json.Member("maxLength", longest);
    }
}
