namespace QualityKit.Access;

/// <summary>What a role may do in a folder of forms and in those below it.</summary>
public sealed record DirectoryRight
{
    /// <summary>The folder, such as <c>sales/retention</c>; empty for the root.</summary>
    public required string Directory { get; init; }

    /// <summary>The key of the role.</summary>
    public required string Role { get; init; }

    /// <summary>What it may do.</summary>
    public required DirectoryLevel Level { get; init; }
}
