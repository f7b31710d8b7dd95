namespace QualityKit.Testing.Conformance;

/// <summary>How far the random cases of a kit go. The same options give the same steps in every run.</summary>
public sealed record ConformanceOptions
{
    /// <summary>Where the random steps start from; default 1. A failure names it.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many random sequences a model case runs, each over a fresh harness; default 4.</summary>
    public int Sequences { get; init; } = 4;

    /// <summary>How many steps a sequence has, all clients together; default 100. The history of many clients is checked in the square of it.</summary>
    public int Steps { get; init; } = 100;

    /// <summary>How many clients work at once in the concurrent cases; default 4.</summary>
    public int Clients { get; init; } = 4;

    /// <summary>How many runs may be spent on making a failing sequence shorter; default 200, 0 for none.</summary>
    public int ShrinkRuns { get; init; } = 200;
}
