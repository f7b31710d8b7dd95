namespace QualityKit.MutantRunner;

/// <summary>A change that is compiled into the mutated assembly.</summary>
/// <param name="Key">The same from one build to the next, as long as the file stays.</param>
/// <param name="File">Relative to the project's folder, with slashes.</param>
internal sealed record Mutant(int Id, string Key, string File, int Line);
