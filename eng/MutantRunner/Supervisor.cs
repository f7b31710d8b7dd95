using System.Diagnostics;

namespace QualityKit.MutantRunner;

/// <summary>Has workers try the mutants of a job, and starts another one whenever a mutant took the process with it.</summary>
/// <param name="work">The command that tries mutants; after it the key of one, and the names of tests that cannot judge it.</param>
/// <param name="passes">The command that says whether a test passes without a mutant; after it the test's name.</param>
internal sealed class Supervisor(Job job, string[] work, string[] passes)
{
    private const int StartsWithoutProgress = 3;
    private const string Ended = "the process ended";

    private readonly IReadOnlyList<Mutant> _mutants = job.Mutants();
    private readonly HashSet<string> _sound = [];
    private long _lastWord = Stopwatch.GetTimestamp();

    /// <summary>Tries every mutant that the file of results has no verdict on.</summary>
    public void TryAll()
    {
        int idle = 0;
        for (int left = job.Undecided(_mutants).Count(); left > 0;)
        {
            int exit = Start(work);
            BuryTheDead();
            int now = job.Undecided(_mutants).Count();
            idle = now < left ? 0 : idle + 1;
            left = now;
            if (idle == StartsWithoutProgress)
            {
                throw new InvalidOperationException($"the worker ended {StartsWithoutProgress} times (with {exit}) and judged nothing");
            }

            Tell();
        }
    }

    /// <summary>Tries the mutants that must be active from the start of a process, each in its own.</summary>
    public void TryAlone()
    {
        Dictionary<string, Verdict> verdicts = job.Verdicts();
        foreach (Mutant mutant in _mutants.Where(mutant => verdicts[mutant.Key].Status == Verdict.Alone))
        {
            TryAlone(mutant);
            Tell();
        }
    }

    // The test that failed must pass in a process of its own where no mutant is active: else it proves nothing, and the others are asked.
    private void TryAlone(Mutant mutant)
    {
        List<string> without = [];
        while (true)
        {
            Start([.. work, mutant.Key, .. without]);
            Verdict verdict = job.Verdicts()[mutant.Key];
            if (verdict.Status is Verdict.Alone or Verdict.Begun)
            {
                JsonLines.Append(job.ResultsFile, new Verdict(mutant.Key, Verdict.Killed, Ended));
            }

            if (verdict.Status != Verdict.Killed || _sound.Contains(verdict.By))
            {
                return;
            }

            if (Start([.. passes, verdict.By]) == 0)
            {
                _sound.Add(verdict.By);
                return;
            }

            Console.WriteLine($"  sits out, since it fails in a process of its own though no mutant is active: {verdict.By}");
            without.Add(verdict.By);
        }
    }

    private static int Start(string[] arguments)
    {
        using Process worker = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            // What allocates without end fails with an exception, before the machine has to swap.
            Environment = { ["DOTNET_GCHeapHardLimit"] = "0x80000000" },
            // The worker ends when this pipe does, so that none is left behind.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        worker.OutputDataReceived += static (_, _) => { };
        worker.ErrorDataReceived += static (_, _) => { };
        worker.BeginOutputReadLine();
        worker.BeginErrorReadLine();
        worker.WaitForExit();
        return worker.ExitCode;
    }

    // A stack that overflows, say, ends the process: no test can fail more clearly.
    private void BuryTheDead()
    {
        foreach (Verdict verdict in job.Verdicts().Values.Where(verdict => verdict.Status == Verdict.Begun).ToList())
        {
            JsonLines.Append(job.ResultsFile, verdict with { Status = Verdict.Killed, By = Ended });
        }
    }

    private void Tell()
    {
        if (Stopwatch.GetElapsedTime(_lastWord) > TimeSpan.FromMinutes(1))
        {
            _lastWord = Stopwatch.GetTimestamp();
            Dictionary<string, Verdict> verdicts = job.Verdicts();
            Console.WriteLine($"  {verdicts.Count} of {_mutants.Count} tried, {verdicts.Values.Count(verdict => verdict.IsKill)} killed");
        }
    }
}
