namespace QualityKit.MutantRunner;

/// <summary>Says which tests may kill a mutant, the likeliest first.</summary>
internal sealed class Candidates
{
    private const int Slow = 300;

    private readonly HashSet<int> _wanted;
    private readonly List<TestCoverage> _tests;
    private readonly ILookup<int, TestCoverage> _always;
    private readonly ILookup<int, TestCoverage> _once;
    private readonly Dictionary<string, List<string>> _killers = [];

    /// <param name="coverage">What every test reaches.</param>
    /// <param name="mutants">The mutants that will be asked for.</param>
    /// <param name="onlyQuick">Whether slow tests sit out.</param>
    public Candidates(IEnumerable<TestCoverage> coverage, IEnumerable<Mutant> mutants, bool onlyQuick)
    {
        _wanted = [.. mutants.Select(mutant => mutant.Id)];
        _tests = [.. coverage.Where(test => !onlyQuick || test.Milliseconds < Slow).OrderBy(test => test.Milliseconds)];
        _always = ByMutant(test => test.Always);
        _once = ByMutant(test => test.Once);
    }

    /// <summary>The tests that reach a mutant whenever they run.</summary>
    public IEnumerable<TestCoverage> Reaching(Mutant mutant) => Ordered(mutant, _always[mutant.Id]);

    /// <summary>Whether what the mutant changes may be computed once and kept.</summary>
    public bool IsKept(Mutant mutant) => _once[mutant.Id].Any();

    /// <summary>All tests that reach anything that is tried, for a mutant whose effect is kept: any of them may see it.</summary>
    public IEnumerable<TestCoverage> All(Mutant mutant)
    {
        HashSet<string> first = [.. _once[mutant.Id].Concat(_always[mutant.Id]).Select(test => test.Test)];
        IEnumerable<TestCoverage> near = _tests.Where(test => test.Always.Any(_wanted.Contains) || test.Once.Any(_wanted.Contains));
        return Ordered(mutant, near).OrderByDescending(test => first.Contains(test.Test));
    }

    /// <summary>A test that killed a mutant is tried first on its neighbours.</summary>
    public void Remember(Mutant mutant, TestCoverage killer)
    {
        if (!_killers.TryGetValue(mutant.File, out List<string>? killers))
        {
            _killers[mutant.File] = killers = [];
        }

        killers.Remove(killer.Test);
        killers.Insert(0, killer.Test);
    }

    /// <summary>What earlier processes found: the tests that killed mutants, in the order of the source.</summary>
    public void Remember(IEnumerable<Mutant> mutants, IReadOnlyDictionary<string, Verdict> verdicts)
    {
        ILookup<string, TestCoverage> named = _tests.ToLookup(test => test.Name);
        foreach (Mutant mutant in mutants)
        {
            if (verdicts.TryGetValue(mutant.Key, out Verdict? verdict) && verdict.Status == Verdict.Killed && named[verdict.By].FirstOrDefault() is { } killer)
            {
                Remember(mutant, killer);
            }
        }
    }

    private ILookup<int, TestCoverage> ByMutant(Func<TestCoverage, int[]> reached) =>
        _tests.SelectMany(test => reached(test).Where(_wanted.Contains).Select(mutant => (Mutant: mutant, Test: test))).ToLookup(pair => pair.Mutant, pair => pair.Test);

    // Both sorts are stable, so what is equal stays in the order of duration.
    private IEnumerable<TestCoverage> Ordered(Mutant mutant, IEnumerable<TestCoverage> tests)
    {
        List<string> killers = _killers.GetValueOrDefault(mutant.File) ?? [];
        string folder = $".{mutant.File.Split('/')[0]}.";
        return tests
            .OrderBy(test => killers.IndexOf(test.Test) is >= 0 and var place ? place : int.MaxValue)
            .ThenByDescending(test => test.Milliseconds < 50 && test.Class.Contains(folder, StringComparison.Ordinal));
    }
}
