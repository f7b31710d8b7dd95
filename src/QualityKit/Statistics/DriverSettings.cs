namespace QualityKit.Statistics;

/// <summary>How sure drivers must be.</summary>
public sealed record DriverSettings
{
    /// <summary>How many cases there must be a predictor, 1 or more; for yes and no, cases of the rarer answer. Default 10 (Peduzzi and others 1996).</summary>
    public int CasesPerPredictor { get; init; } = 10;

    /// <summary>The chance, after <see cref="MultipleTests.Holm"/>, at which a driver is established; between 0 and 1. Default 0.05.</summary>
    public double Level { get; init; } = 0.05;

    /// <summary>How often cases are drawn again, 100 to 100,000. Default 2,000: for p predictors at least p / <see cref="Level"/> are needed to establish any.</summary>
    public int Replicates { get; init; } = 2_000;

    /// <summary>The confidence of intervals, between 0 and 1. Default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>What decides the draws: the same seed gives the same numbers on every machine. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}
