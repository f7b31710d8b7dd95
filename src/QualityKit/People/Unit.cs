namespace QualityKit.People;

/// <summary>What a person belongs to at a time.</summary>
public sealed record Unit
{
    /// <summary>The team; null for none.</summary>
    public TeamId? Team { get; init; }

    /// <summary>The site; null for none.</summary>
    public SiteId? Site { get; init; }

    /// <summary>Whom the person reports to; null for nobody.</summary>
    public PersonId? Supervisor { get; init; }

    /// <summary>Whether the person works here; default yes.</summary>
    public Employment Employment { get; init; }
}
