namespace QualityKit.Forms;

/// <summary>An option of a single choice.</summary>
public sealed record ChoiceOption
{
    /// <summary>The stable key, unique in the question.</summary>
    public required string Key { get; init; }

    /// <summary>What people read.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>The points it earns; may be negative. Default 0.</summary>
    public decimal Points { get; init; }

    /// <summary>What it fails when it is chosen; null when it does not fail.</summary>
    public FailureScope? Fails { get; init; }

    /// <summary>Whether choosing it needs a comment where the question says <see cref="CommentRule.WhenFlagged"/>.</summary>
    public bool RequiresComment { get; init; }

    /// <summary>Whether its points come on top: they do not raise the question's highest points (rule S4).</summary>
    public bool IsBonus { get; init; }
}
