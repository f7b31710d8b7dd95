using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Of some members an object has one only, or one exactly.</summary>
internal sealed class OneOfMembers(bool isRequired, params ImmutableArray<string> names) : MemberRule
{
    public override void Check(FoundMembers found, Place place)
    {
        string[] present = [.. names.Where(found.Has)];
        if (present.Length > 1)
        {
            place.Report(IssueCodes.JsonMembersExclude, ("members", Quoted.List([.. present])));
        }
        else if (present.Length == 0 && isRequired)
        {
            place.Report(IssueCodes.JsonMemberNeeded, ("members", Quoted.List(names)));
        }
    }

    public override void Describe(SchemaWriter schema)
    {
        schema.Json.BeginArray("oneOf");
        foreach (string name in names)
        {
            schema.Json.BeginObject();
            schema.Strings("required", [name]);
            schema.Json.EndObject();
        }

        if (!isRequired)
        {
            schema.Json.BeginObject();
            schema.Json.BeginObject("not");
            AnyOfMembers.Describe(schema, names);
            schema.Json.EndObject();
            schema.Json.EndObject();
        }

        schema.Json.EndArray();
    }
}
