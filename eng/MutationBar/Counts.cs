namespace QualityKit.MutationBar;

/// <summary>How many mutants of a folder met which end; all that could be tried is the sum of the others.</summary>
internal sealed record Counts(int Mutants, int Killed, int ByTime, int Equivalent, int Survivors);
