using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>A member that goes only with another member, or only with one value of it.</summary>
internal sealed class CompanionMember : MemberRule
{
    /// <summary>The member.</summary>
    public required string Name { get; init; }

    /// <summary>The member that it goes with.</summary>
    public required string Other { get; init; }

    /// <summary>The value of the other member; null for any.</summary>
    public string? Value { get; init; }

    /// <summary>Every value that the other member may have; any other value is an issue of its own.</summary>
    public ImmutableArray<string> Values { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the other member has the value when it is left out.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether the other member's value needs this one.</summary>
    public bool IsRequired { get; init; }

    public override void Check(FoundMembers found, Place place)
    {
        if (Fits(found.ValueOf(Other)) is not { } fits)
        {
            return;
        }

        if (found.Has(Name) && !fits)
        {
            Place at = place.Member(Name);
            at.Issues.ReportSuperfluous(IssueCodes.JsonMemberDoesNotGo, at, ("member", Name), ("other", Wanted));
        }
        else if (!found.Has(Name) && fits && IsRequired)
        {
            place.Report(IssueCodes.JsonMemberGoesWith, ("member", Name), ("other", Wanted));
        }
    }

    public override void Describe(SchemaWriter schema)
    {
        schema.Json.BeginObject("if");
        schema.Strings("required", [Name]);
        schema.Json.EndObject();
        schema.Json.BeginObject("then");
        DescribeOther(schema, isNeeded: !IsDefault);
        schema.Json.EndObject();
        if (IsRequired)
        {
            schema.Json.BeginObject("else");
            schema.Json.BeginObject("not");
            DescribeOther(schema, isNeeded: true);
            schema.Json.EndObject();
            schema.Json.EndObject();
        }
    }

    private string Wanted => Value is null ? $"`{Other}`" : $"`{Other}` `{Value}`";

    // Null when it cannot be told, because the other member's value is wrong.
    private bool? Fits(JsonElement? other)
    {
        if (other is not { } value)
        {
            return IsDefault;
        }

        if (Value is null)
        {
            return true;
        }

        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return text is not null && Values.Contains(text) ? text == Value : null;
    }

    private void DescribeOther(SchemaWriter schema, bool isNeeded)
    {
        if (isNeeded)
        {
            schema.Strings("required", [Other]);
        }

        if (Value is not null)
        {
            schema.Json.BeginObject("properties");
            schema.Json.BeginObject(Other);
            schema.Json.Member("const", Value);
            schema.Json.EndObject();
            schema.Json.EndObject();
        }
    }
}
