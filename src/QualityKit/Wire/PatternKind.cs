using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace QualityKit.Wire;

/// <summary>A string of a certain form: a key, a language, a date.</summary>
/// <param name="pattern">The form as a regular expression, for the schema.</param>
/// <param name="code">The issue of a string that has another form.</param>
/// <param name="fits">Whether a string has the form.</param>
internal sealed class PatternKind(string pattern, string code, Predicate<string> fits) : ValueKind<string>
{
    public override bool TryRead(JsonElement json, Place place, [MaybeNullWhen(false)] out string value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        return Is(json, JsonValueKind.String, place) && Fits(value, place);
    }

    /// <summary>Whether a string has the form.</summary>
    public bool Fits(string text) => fits(text);

    /// <summary>Whether a string, which may be the name of a member, has the form; reports one that has not.</summary>
    public bool Fits(string text, Place place)
    {
        bool isFitting = fits(text);
        if (!isFitting)
        {
            place.Report(code, ("value", Quoted.Short(text)));
        }

        return isFitting;
    }

    public override void Describe(SchemaWriter schema)
    {
        schema.Json.Member("type", "string");
        schema.Json.Member("pattern", pattern);
    }
}
