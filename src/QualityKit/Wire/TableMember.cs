using System.Text.Json;

namespace QualityKit.Wire;

/// <summary>A row of the table of an object: one member that it may have.</summary>
/// <typeparam name="TOwner">What the object is read as.</typeparam>
internal abstract class TableMember<TOwner>
{
    /// <summary>The name of the member.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the object needs it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>What a missing member means: a string, a boolean, a number or an array of strings; null for nothing.</summary>
    public object? Default { get; init; }

    /// <summary>Reads the member into its owner, or reports all that is wrong with it.</summary>
    public abstract TOwner Read(TOwner owner, JsonElement json, Place place);

    /// <summary>Writes the schema of the member's value.</summary>
    public abstract void Describe(SchemaWriter schema);
}
