using System.Diagnostics;
using System.Reflection;
using QualityKit.MutantRunner;

const int MostNamed = 10;

switch (args)
{
    // Makes the mutated assembly quicker.
    case ["quicken", var mutated, var target]:
        QuickSwitch.Install(mutated, target);
        return 0;

    // Which test reaches what. With a folder: its own tests only.
    case ["cover", var tests, var mutated, var report, var coverage, .. var own]:
        TextWriter console = Console.Out;
        Console.SetOut(TextWriter.Null);
        IReadOnlyList<string> failed = Coverage.Capture(tests, mutated, new Report(report).Count, coverage, own.FirstOrDefault());
        Console.SetOut(console);
        foreach (string test in failed.Take(MostNamed))
        {
            Console.WriteLine($"  sits out, since it fails though no mutant is active: {test.Split('\n')[0]}");
        }

        if (failed.Count > MostNamed)
        {
            Console.WriteLine($"  and {failed.Count - MostNamed} more");
        }

        return 0;

    // Tries what is not killed yet: `try` with the quick tests among those whose coverage is known; `judge` with all of them,
    // so that the verdicts are the last, and are written into Stryker's report.
    case ["try" or "judge", var tests, var mutated, var report, var coverage, var results, var output, .. var files]:
        Job job = new(tests, mutated, report, coverage, results, files);
        string self = typeof(Job).Assembly.Location;
        string[] host = ["exec", "--depsfile", Path.ChangeExtension(tests, "deps.json"), "--runtimeconfig", Path.ChangeExtension(tests, "runtimeconfig.json"), self];
        Supervisor supervisor = new(job, [.. host, "work", args[0], .. args[1..6], string.Join(';', files)], [.. host, "passes", tests, mutated, report]);
        supervisor.TryAll();
        if (args[0] == "judge")
        {
            supervisor.TryAlone();
            new Report(report).Write(output, files, job.Verdicts());
        }

        return 0;

    // Whether a test passes in a process of its own where no mutant is active.
    case ["passes", var tests, var mutated, var report, var name]:
        Console.SetOut(TextWriter.Null);
        new Thread(EndWithTheSupervisor) { IsBackground = true }.Start();
        _ = new MutantSwitch(Assembly.LoadFrom(mutated), new Report(report).Count);
        TestCases cases = TestCases.Of(Assembly.LoadFrom(tests));
        return cases.Ids.Where(id => cases.NameOf(id) == name).All(id => cases.Run(id) is null) ? 0 : 3;

    // One process of it. With a key: that mutant alone, without the tests that are named after it.
    case ["work", var round, var tests, var mutated, var report, var coverage, var results, var files, .. var alone]:
        Console.SetOut(TextWriter.Null);
        new Thread(EndWithTheSupervisor) { IsBackground = true }.Start();
        Job task = new(tests, mutated, report, coverage, results, files.Split(';'));
        IReadOnlyList<Mutant> mutants = task.Mutants();
        Candidates candidates = new(JsonLines.Read<TestCoverage>(coverage), mutants, onlyQuick: round == "try");
        if (alone is [var key, .. var without])
        {
            Mutant mutant = mutants.Single(mutant => mutant.Key == key);
            candidates.Remember(mutants, task.Verdicts());
            new Worker(task, candidates, mutant).TryAlone(mutant, without);
            return 0;
        }

        return new Worker(task, candidates, null).Try([.. task.Undecided(mutants)]) ? 0 : 3;

    default:
        Console.Error.WriteLine("usage: see eng/mutation");
        return 2;
}

static void EndWithTheSupervisor()
{
    Console.In.ReadToEnd();
    Process.GetCurrentProcess().Kill();
}
