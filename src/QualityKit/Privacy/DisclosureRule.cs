namespace QualityKit.Privacy;

/// <summary>What people in a role see of individual agents.</summary>
public sealed record DisclosureRule
{
    /// <summary>The key of the role.</summary>
    public required string Role { get; init; }

    /// <summary>How agents are shown; by name by default.</summary>
    public Naming Naming { get; init; } = Naming.Named;

    /// <summary>Whether scores of one agent are shown; default yes.</summary>
    public bool ShowsScores { get; init; } = true;

    /// <summary>Whether trends and charts of one agent are shown; default yes.</summary>
    public bool ShowsTrends { get; init; } = true;
}
