using System.Text.Json;

namespace QualityKit.Wire;

/// <summary>A member whose value is of one kind.</summary>
internal sealed class TypedMember<TOwner, TValue>(ValueKind<TValue> kind, Func<TOwner, TValue, TOwner> set) : TableMember<TOwner>
{
    public override TOwner Read(TOwner owner, JsonElement json, Place place) =>
        kind.TryRead(json, place, out TValue? value) ? set(owner, value) : owner;

    public override void Describe(SchemaWriter schema)
    {
        kind.Describe(schema);
        schema.Default(Default);
    }
}
