namespace QualityKit.Rescoring;

/// <summary>What became of one evaluation: a <see cref="WhatIfComparison"/> or a <see cref="WhatIfSkip"/>.</summary>
public abstract record WhatIfResult
{
    private protected WhatIfResult()
    {
    }

    /// <summary>What the host calls the evaluation.</summary>
    public required string Id { get; init; }

    /// <summary>Whom it is about; null when nobody was named.</summary>
    public string? Subject { get; init; }

    /// <summary>The question that it answers.</summary>
    internal WhatIf Origin { get; init; } = null!;

    /// <summary>Counts it.</summary>
    internal abstract void CountIn(WhatIfTally tally);
}
