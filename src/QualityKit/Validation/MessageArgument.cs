namespace QualityKit.Validation;

/// <summary>A named value that a message speaks of.</summary>
public sealed record MessageArgument
{
    /// <summary>The name that a template refers to.</summary>
    public required string Name { get; init; }

    /// <summary>The value: a string, an integer, a decimal, or another value that prints itself independent of culture.</summary>
    public required object Value { get; init; }
}
