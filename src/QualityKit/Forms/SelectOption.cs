namespace QualityKit.Forms;

/// <summary>An option of a multiple selection.</summary>
public sealed record SelectOption
{
    /// <summary>The stable key, unique in the question.</summary>
    public required string Key { get; init; }

    /// <summary>What people read.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>The points it earns when selected; may be negative. Default 0.</summary>
    public decimal Points { get; init; }

    /// <summary>The points it earns when it is not selected; may be negative. Default 0.</summary>
    public decimal UnselectedPoints { get; init; }

    /// <summary>What it fails when it is selected; null when it does not fail.</summary>
    public FailureScope? Fails { get; init; }

    /// <summary>Whether selecting it needs a comment where the question says <see cref="CommentRule.WhenFlagged"/>.</summary>
    public bool RequiresComment { get; init; }
}
