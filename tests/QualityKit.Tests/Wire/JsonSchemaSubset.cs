using System.Text.Json;
using System.Text.RegularExpressions;

namespace QualityKit.Tests.Wire;

/// <summary>Validates documents by the keywords of JSON Schema (draft 2020-12) that our schemas use; an unknown keyword throws.</summary>
internal sealed class JsonSchemaSubset(JsonElement root)
{
    public bool Accepts(JsonElement json) => Accepts(root, json);

    private bool Accepts(JsonElement schema, JsonElement json) =>
        schema.ValueKind == JsonValueKind.False ? false : schema.EnumerateObject().All(keyword => Holds(keyword.Name, keyword.Value, schema, json));

    private bool Holds(string keyword, JsonElement value, JsonElement schema, JsonElement json) => keyword switch
    {
        "$schema" or "$defs" or "title" or "default" or "then" or "else" => true,
        "$ref" => Accepts(root.GetProperty("$defs").GetProperty(value.GetString()!["#/$defs/".Length..]), json),
        "allOf" => value.EnumerateArray().All(part => Accepts(part, json)),
        "anyOf" => value.EnumerateArray().Any(part => Accepts(part, json)),
        "oneOf" => value.EnumerateArray().Count(part => Accepts(part, json)) == 1,
        "not" => !Accepts(value, json),
        "if" => !schema.TryGetProperty(Accepts(value, json) ? "then" : "else", out JsonElement branch) || Accepts(branch, json),
        "type" => IsOf(value.GetString()!, json),
        "const" => JsonElement.DeepEquals(value, json),
        "enum" => value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, json)),
        _ => json.ValueKind switch
        {
            JsonValueKind.Object => ObjectHolds(keyword, value, schema, json),
            JsonValueKind.Array => ArrayHolds(keyword, value, json),
            JsonValueKind.String => StringHolds(keyword, value, json.GetString()!),
            JsonValueKind.Number => NumberHolds(keyword, value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0, json.GetDouble()),
            _ => true,
        },
    };

    private bool ObjectHolds(string keyword, JsonElement value, JsonElement schema, JsonElement json) => keyword switch
    {
        "required" => value.EnumerateArray().All(name => json.TryGetProperty(name.GetString()!, out _)),
        "properties" => value.EnumerateObject().All(member => !json.TryGetProperty(member.Name, out JsonElement found) || Accepts(member.Value, found)),
        "additionalProperties" => json.EnumerateObject().All(member => IsNamed(schema, member.Name) || Accepts(value, member.Value)),
        "propertyNames" => json.EnumerateObject().All(member => StringHolds("pattern", value.GetProperty("pattern"), member.Name)),
        "maxProperties" => json.GetPropertyCount() <= value.GetInt32(),
        _ => throw new NotSupportedException(keyword),
    };

    private bool ArrayHolds(string keyword, JsonElement value, JsonElement json) => keyword switch
    {
        "items" => json.EnumerateArray().All(item => Accepts(value, item)),
        "minItems" => json.GetArrayLength() >= value.GetInt32(),
        "maxItems" => json.GetArrayLength() <= value.GetInt32(),
        _ => IsForOthers(keyword),
    };

    private static bool StringHolds(string keyword, JsonElement value, string text) => keyword switch
    {
        "pattern" => Regex.IsMatch(text, value.GetString()!, RegexOptions.ECMAScript),
        "minLength" => text.EnumerateRunes().Count() >= value.GetInt32(),
        "maxLength" => text.EnumerateRunes().Count() <= value.GetInt32(),
        _ => IsForOthers(keyword),
    };

    private static bool NumberHolds(string keyword, double bound, double number) => keyword switch
    {
        "minimum" => number >= bound,
        "exclusiveMinimum" => number > bound,
        "maximum" => number <= bound,
        _ => IsForOthers(keyword),
    };

    private static bool IsNamed(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(name, out _);

    private static bool IsOf(string type, JsonElement json) => type switch
    {
        "integer" => json.ValueKind == JsonValueKind.Number && double.IsInteger(json.GetDouble()),
        "boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => string.Equals(type, json.ValueKind.ToString(), StringComparison.OrdinalIgnoreCase),
    };

    private static bool IsForOthers(string keyword) => keyword
        is "required" or "properties" or "additionalProperties" or "propertyNames" or "maxProperties"
        or "items" or "minItems" or "maxItems" or "pattern" or "minLength" or "maxLength" or "minimum" or "exclusiveMinimum" or "maximum"
        ? true
        : throw new NotSupportedException(keyword);
}
