using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace QualityKit.Wire;

/// <summary>A value whose description contains itself, such as a group in a group.</summary>
internal sealed class DeferredKind<T>(Func<ValueKind<T>> kind) : ValueKind<T>
{
    public override bool TryRead(JsonElement json, Place place, [MaybeNullWhen(false)] out T value) =>
        kind().TryRead(json, place, out value);

    public override void Describe(SchemaWriter schema) => kind().Describe(schema);
}
