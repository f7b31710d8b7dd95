using System.Text.Json;

namespace QualityKit.Wire;

/// <summary>True or false.</summary>
internal sealed class BooleanKind : ValueKind<bool>
{
    public override bool TryRead(JsonElement json, Place place, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return value || json.ValueKind == JsonValueKind.False || Is(json, JsonValueKind.True, place);
    }

    public override void Describe(SchemaWriter schema) => schema.Json.Member("type", "boolean");
}
