namespace QualityKit.Forms;

/// <summary>A range of numbers and what it earns.</summary>
public sealed record NumberRange
{
    /// <summary>The least number of the range, included.</summary>
    public required decimal Minimum { get; init; }

    /// <summary>The highest number of the range, included.</summary>
    public required decimal Maximum { get; init; }

    /// <summary>The points it earns; may be negative. Default 0.</summary>
    public decimal Points { get; init; }

    /// <summary>What a number in the range fails; null when it does not fail.</summary>
    public FailureScope? Fails { get; init; }

    /// <summary>Whether a number in the range needs a comment where the question says <see cref="CommentRule.WhenFlagged"/>.</summary>
    public bool RequiresComment { get; init; }

    /// <summary>Whether its points come on top: they do not raise the question's highest points (rule S4).</summary>
    public bool IsBonus { get; init; }
}
