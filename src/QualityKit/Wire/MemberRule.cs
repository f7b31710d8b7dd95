namespace QualityKit.Wire;

/// <summary>Which members of an object go together.</summary>
internal abstract class MemberRule
{
    /// <summary>Reports a breach.</summary>
    public abstract void Check(FoundMembers found, Place place);

    /// <summary>Writes the rule as the members of a schema.</summary>
    public abstract void Describe(SchemaWriter schema);
}
