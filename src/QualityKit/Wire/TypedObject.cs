using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>An object of which the member <c>type</c> says which table it follows.</summary>
internal sealed class TypedObject<T>(params ImmutableArray<(string Type, ValueKind<T> Kind)> kinds) : ValueKind<T>
{
    private const string Discriminator = "type";

    public override bool TryRead(JsonElement json, Place place, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return Is(json, JsonValueKind.Object, place)
            && KindOf(json, place) is { } kind
            && kind.TryRead(json, place, out value);
    }

    public override void Describe(SchemaWriter schema)
    {
        schema.Json.Member("type", "object");
        schema.Strings("required", [Discriminator]);
        schema.Json.BeginArray("oneOf");
        foreach ((_, ValueKind<T> kind) in kinds)
        {
            schema.Schema(kind);
        }

        schema.Json.EndArray();
    }

    private ValueKind<T>? KindOf(JsonElement json, Place place)
    {
        JsonElement type = json.EnumerateObject().FirstOrDefault(property => property.NameEquals(Discriminator)).Value;
        if (type.ValueKind == JsonValueKind.Undefined)
        {
            place.Report(IssueCodes.JsonMissingMember, ("member", Discriminator));
            return null;
        }

        Place at = place.Member(Discriminator);
        if (!Is(type, JsonValueKind.String, at))
        {
            return null;
        }

        string name = type.GetString()!;
        ValueKind<T>? kind = kinds.FirstOrDefault(candidate => candidate.Type == name).Kind;
        if (kind is null)
        {
            at.Report(
                IssueCodes.JsonNotAllowed,
                ("value", Quoted.Short(name)),
                ("allowed", Quoted.List([.. kinds.Select(candidate => candidate.Type)])));
        }

        return kind;
    }
}
