namespace QualityKit.MutantRunner;

/// <summary>What one test case reaches.</summary>
/// <param name="Milliseconds">How long it takes once everything is compiled.</param>
/// <param name="Once">The mutants it reached in its first run only: what they change was kept, in a static field or in an object of the test's.</param>
/// <param name="Always">The mutants it reaches in every run.</param>
internal sealed record TestCoverage(string Test, string Name, string Class, double Milliseconds, int[] Once, int[] Always);
