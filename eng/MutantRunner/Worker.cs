using System.Reflection;

namespace QualityKit.MutantRunner;

/// <summary>Tries mutants one after another in this process, and writes each verdict as soon as it is known.</summary>
internal sealed class Worker
{
    private readonly MutantSwitch _switch;
    private readonly TestCases _tests;
    private readonly Candidates _candidates;
    private readonly string _resultsFile;
    private readonly Watch _watch;
    private Mutant? _current;
    private bool _isFresh = true;

    public Worker(Job job, Candidates candidates, Mutant? activeFromTheStart)
    {
        _switch = new MutantSwitch(Assembly.LoadFrom(job.MutatedAssembly), new Report(job.ReportFile).Count);
        if (activeFromTheStart is not null)
        {
            _switch.Activate(activeFromTheStart.Id);
        }

        _tests = TestCases.Of(Assembly.LoadFrom(job.TestAssembly));
        _candidates = candidates;
        _resultsFile = job.ResultsFile;
        _watch = new Watch(test => Write(Verdict.Timeout, test));
    }

    /// <summary>Tries mutants. False if one left something behind in this process, so that the rest wants another.</summary>
    public bool Try(IEnumerable<Mutant> mutants)
    {
        foreach (Mutant mutant in mutants)
        {
            if (!Try(mutant))
            {
                return false;
            }

            _isFresh = false;
        }

        return true;
    }

    /// <summary>Tries the mutant that was active from the start.</summary>
    /// <param name="without">The names of tests that cannot judge it.</param>
    public void TryAlone(Mutant mutant, IReadOnlyCollection<string> without)
    {
        _current = mutant;
        Write(Verdict.Begun, "");
        TestCoverage? killer = _candidates.All(mutant).Where(test => !without.Contains(test.Name)).FirstOrDefault(test => Fails(mutant, test));
        Write(killer is null ? Verdict.Survived : Verdict.Killed, killer?.Name ?? "");
    }

    private bool Try(Mutant mutant)
    {
        _current = mutant;
        Write(Verdict.Begun, "");
        bool isReached = false;
        foreach (TestCoverage test in _candidates.Reaching(mutant))
        {
            isReached = true;
            if (!Fails(mutant, test))
            {
                continue;
            }

            // What a mutant computed may be kept somewhere. Then the test fails without it too, and its failure proves nothing, unless this is the first.
            _switch.Off();
            _switch.EmptyCaches();
            bool isSpoilt = _tests.Run(test.Test) is not null;
            bool isKilled = !isSpoilt || _isFresh;
            Write(isKilled ? Verdict.Killed : Verdict.Again, test.Name);
            _candidates.Remember(mutant, test);
            return !isSpoilt;
        }

        Write(_candidates.IsKept(mutant) ? Verdict.Alone : isReached ? Verdict.Survived : Verdict.NoCoverage, "");
        return true;
    }

    private bool Fails(Mutant mutant, TestCoverage test)
    {
        _watch.Start(test.Name, TimeSpan.FromMilliseconds(3000 + (20 * test.Milliseconds)));
        _switch.EmptyCaches();
        _switch.Activate(mutant.Id);
        bool fails = _tests.Run(test.Test) is not null;
        _switch.Off();
        _watch.Stop();
        return fails;
    }

    private void Write(string status, string by) => JsonLines.Append(_resultsFile, new Verdict(_current!.Key, status, by));
}
