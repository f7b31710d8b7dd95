using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>A value that is always the same: a format, a type, a mark.</summary>
/// <param name="written">The value as JSON.</param>
internal sealed class ConstantKind(string written) : ValueKind<string>
{
    private readonly JsonElement _constant = Parse(written);

    public override bool TryRead(JsonElement json, Place place, [MaybeNullWhen(false)] out string value)
    {
        value = written;
        if (JsonElement.DeepEquals(json, _constant))
        {
            return true;
        }

        if (json.ValueKind == _constant.ValueKind || IsBoolean(json))
        {
            place.Report(IssueCodes.JsonNotAllowed, ("value", Quoted.Short(Show(json))), ("allowed", Quoted.List([Show(_constant)])));
            return false;
        }

        return Is(json, _constant.ValueKind, place);
    }

    public override void Describe(SchemaWriter schema)
    {
        schema.Json.Name("const");
        switch (_constant.ValueKind)
        {
            case JsonValueKind.String:
                schema.Json.Value(_constant.GetString()!);
                break;
            case JsonValueKind.Number:
                schema.Json.Value(_constant.GetDecimal());
                break;
            default:
                schema.Json.Value(_constant.GetBoolean());
                break;
        }
    }

    private bool IsBoolean(JsonElement json) =>
        _constant.ValueKind == JsonValueKind.True && json.ValueKind == JsonValueKind.False;

    private static string Show(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();

    private static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
