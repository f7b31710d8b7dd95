using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace QualityKit.Wire;

/// <summary>A value that is read as something else than it is written as.</summary>
internal sealed class ConvertedKind<TFrom, TTo>(ValueKind<TFrom> written, Func<TFrom, TTo> convert) : ValueKind<TTo>
{
    public override bool TryRead(JsonElement json, Place place, [MaybeNullWhen(false)] out TTo value)
    {
        bool isRead = written.TryRead(json, place, out TFrom? found);
        value = isRead ? convert(found!) : default;
        return isRead;
    }

    public override void Describe(SchemaWriter schema) => written.Describe(schema);
}
