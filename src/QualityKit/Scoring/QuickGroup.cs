namespace QualityKit.Scoring;

/// <summary>The sums of one group on the quick path, and then its score.</summary>
internal struct QuickGroup
{
    /// <summary>What its own questions earned, what those that count weigh, and what those that count or were left out weigh.</summary>
    public long Earned;
    public long Counted;
    public long Present;

    /// <summary>Its score is the first over the second; the second is 0 when it has none.</summary>
    public long Numerator;
    public long Denominator;

    /// <summary>How much of its weight is there: the first over the second; the second is 0 when it is no item.</summary>
    public long Here;
    public long Whole;
}
