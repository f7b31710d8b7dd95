using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>An object as a table of the members that it may have.</summary>
/// <typeparam name="T">What the object is read as.</typeparam>
/// <param name="name">What the schema calls it.</param>
/// <param name="start">What an object without members is read as.</param>
internal sealed class ObjectTable<T>(string name, Func<T> start) : ValueKind<T>
    where T : notnull
{
    /// <summary>The members in the order of the documentation.</summary>
    public ImmutableArray<TableMember<T>> Members { get; private init; } = [];

    /// <summary>The names of the members.</summary>
    public ImmutableArray<string> Names { get; private init; } = [];

    /// <summary>Which members go together.</summary>
    public ImmutableArray<MemberRule> Rules { get; private init; } = [];

    /// <summary>The table with one more member, which every object must have.</summary>
    public ObjectTable<T> Required<TValue>(string member, ValueKind<TValue> kind, Func<T, TValue, T> set) =>
        With(new TypedMember<T, TValue>(kind, set) { Name = member, IsRequired = true });

    /// <summary>The table with one more member, which may be left out.</summary>
    public ObjectTable<T> Optional<TValue>(string member, ValueKind<TValue> kind, Func<T, TValue, T> set, object? unless = null) =>
        With(new TypedMember<T, TValue>(kind, set) { Name = member, IsRequired = false, Default = unless });

    /// <summary>The table with a member that always has the same value.</summary>
    public ObjectTable<T> Constant(string member, string text, bool isRequired) =>
        With(new TypedMember<T, string>(new ConstantKind($"\"{text}\""), (owner, _) => owner) { Name = member, IsRequired = isRequired });

    /// <summary>The table with one more rule.</summary>
    public ObjectTable<T> Rule(MemberRule rule) => new(name, start) { Members = Members, Names = Names, Rules = Rules.Add(rule) };

    public override bool TryRead(JsonElement json, Place place, [MaybeNullWhen(false)] out T value)
    {
        value = start();
        if (!Is(json, JsonValueKind.Object, place))
        {
            return false;
        }

        var found = new FoundMembers(json, Names, place);
        foreach (TableMember<T> missing in Members.Where(member => member.IsRequired && !found.Has(member.Name)))
        {
            place.Report(IssueCodes.JsonMissingMember, ("member", missing.Name));
        }

        foreach (MemberRule rule in Rules)
        {
            rule.Check(found, place);
        }

        foreach ((int position, JsonElement member) in found.InOrder)
        {
            value = Members[position].Read(value, member, place.Member(Members[position].Name));
        }

        return true;
    }

    public override void Describe(SchemaWriter schema) => schema.Reference(name, DescribeBody);

    /// <summary>Writes the schema of the object itself rather than a reference to it.</summary>
    public void DescribeBody(SchemaWriter schema)
    {
        schema.Json.Member("type", "object");
        ImmutableArray<string> required = [.. Members.Where(member => member.IsRequired).Select(member => member.Name)];
        if (!required.IsEmpty)
        {
            schema.Strings("required", required);
        }

        schema.Json.BeginObject("properties");
        foreach (TableMember<T> member in Members)
        {
            schema.Json.BeginObject(member.Name);
            member.Describe(schema);
            schema.Json.EndObject();
        }

        schema.Json.EndObject();
        schema.Json.Member("additionalProperties", false);
        schema.Rules(Rules);
    }

    private ObjectTable<T> With(TableMember<T> member) =>
        new(name, start) { Members = Members.Add(member), Names = Names.Add(member.Name), Rules = Rules };
}
