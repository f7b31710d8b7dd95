using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Of some members an object has at least one.</summary>
internal sealed class AnyOfMembers(params ImmutableArray<string> names) : MemberRule
{
    public override void Check(FoundMembers found, Place place)
    {
        if (!names.Any(found.Has))
        {
            place.Report(IssueCodes.JsonMemberNeeded, ("members", Quoted.List(names)));
        }
    }

    public override void Describe(SchemaWriter schema) => Describe(schema, names);

    public static void Describe(SchemaWriter schema, ImmutableArray<string> names)
    {
        schema.Json.BeginArray("anyOf");
        foreach (string name in names)
        {
            schema.Json.BeginObject();
            schema.Strings("required", [name]);
            schema.Json.EndObject();
        }

        schema.Json.EndArray();
    }
}
