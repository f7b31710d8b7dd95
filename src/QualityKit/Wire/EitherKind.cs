using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace QualityKit.Wire;

/// <summary>A string or an object.</summary>
internal sealed class EitherKind<T>(ValueKind<T> text, ValueKind<T> structure) : ValueKind<T>
{
    public override bool TryRead(JsonElement json, Place place, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return text.TryRead(json, place, out value);
            case JsonValueKind.Object:
                return structure.TryRead(json, place, out value);
            default:
                ReportKind(json, place, "string", "object");
                return false;
        }
    }

    public override void Describe(SchemaWriter schema)
    {
        schema.Json.BeginArray("oneOf");
        schema.Schema(text);
        schema.Schema(structure);
        schema.Json.EndArray();
    }
}
