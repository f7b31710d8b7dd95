namespace QualityKit.MutantRunner;

/// <summary>What to try, and where things are.</summary>
/// <param name="Files">The files to try the mutants of, relative to the project's folder; one that ends with a slash is a folder.</param>
internal sealed record Job(string TestAssembly, string MutatedAssembly, string ReportFile, string CoverageFile, string ResultsFile, IReadOnlyList<string> Files)
{
    public IReadOnlyList<Mutant> Mutants() => new Report(ReportFile).Mutants(Files);

    /// <summary>The last word on each mutant so far.</summary>
    public Dictionary<string, Verdict> Verdicts()
    {
        Dictionary<string, Verdict> verdicts = [];
        foreach (Verdict verdict in JsonLines.Read<Verdict>(ResultsFile))
        {
            verdicts[verdict.Key] = verdict;
        }

        return verdicts;
    }

    /// <summary>The mutants that a worker still has to try, in the order of the source.</summary>
    public IEnumerable<Mutant> Undecided(IEnumerable<Mutant> mutants)
    {
        Dictionary<string, Verdict> verdicts = Verdicts();
        return mutants.Where(mutant => !verdicts.TryGetValue(mutant.Key, out Verdict? verdict) || verdict.Status is Verdict.Begun or Verdict.Again);
    }
}
