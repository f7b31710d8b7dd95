namespace QualityKit.Statistics;

/// <summary>One rating of one unit by one rater.</summary>
public sealed record Rating
{
    /// <summary>What was rated: an interaction, or a question of one.</summary>
    public required string Unit { get; init; }

    /// <summary>Who rated it.</summary>
    public required string Rater { get; init; }

    /// <summary>The value; for named categories their position in the scale, from 1.</summary>
    public required double Value { get; init; }
}
