namespace QualityKit.Rescoring;

/// <summary>How long the lists of a tally may grow, so that its size does not hang on the number of evaluations.</summary>
public sealed record WhatIfLimits
{
    internal const int MostLargest = 1_000;

    internal const int MostListed = 100_000;

    /// <summary>10 largest changes each way, 100 ids a list.</summary>
    public static WhatIfLimits Default { get; } = new();

    /// <summary>How many of the largest rises, and of the largest falls, are kept, 0 to 1,000; default 10.</summary>
    public int Largest { get; init; } = 10;

    /// <summary>How many ids each list keeps, the first ones in ordinal order, 0 to 100,000; default 100. All are counted.</summary>
    public int Listed { get; init; } = 100;

    internal void Guard()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Largest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Largest, MostLargest);
        ArgumentOutOfRangeException.ThrowIfNegative(Listed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Listed, MostListed);
    }
}
