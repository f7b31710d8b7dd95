using System.Diagnostics;
using System.Reflection;

namespace QualityKit.MutantRunner;

/// <summary>Finds out which test reaches which mutant, and how long it takes.</summary>
internal static class Coverage
{
    // Such a test is run once: what it reaches only in its first run is little beside the rest.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds the coverage of every test that the file does not know, and gives those that fail though no mutant is active: they can judge none.
    /// </summary>
    public static IReadOnlyList<string> Capture(string testAssembly, string mutatedAssembly, int count, string coverageFile, string? ownFolder)
    {
        HashSet<string> known = [.. JsonLines.Read<TestCoverage>(coverageFile).Select(test => test.Test)];
        MutantSwitch mutants = new(Assembly.LoadFrom(mutatedAssembly), count);
        TestCases tests = TestCases.Of(Assembly.LoadFrom(testAssembly));
        List<string> failed = [];
        bool IsWanted(string test) =>
            !known.Contains(test) && (ownFolder is null || $"{tests.ClassOf(test)}.".Contains($".Tests.{ownFolder}.", StringComparison.Ordinal) || tests.ClassOf(test).EndsWith("CanaryTests", StringComparison.Ordinal));
        foreach (string test in tests.Ids.Where(IsWanted).OrderBy(tests.ClassOf, StringComparer.Ordinal))
        {
            (int[] first, TimeSpan duration, string? failure) = Run(test);
            int[] always = first;
            if (duration < Slow && failure is null)
            {
                (always, duration, failure) = Run(test);
            }

            if (failure is null)
            {
                JsonLines.Append(coverageFile, new TestCoverage(test, tests.NameOf(test), tests.ClassOf(test), duration.TotalMilliseconds, [.. first.Except(always)], always));
            }
            else
            {
                failed.Add($"{tests.NameOf(test)}: {failure}");
            }
        }

        return failed;

        (int[] Covered, TimeSpan Duration, string? Failure) Run(string test)
        {
            string? failure = null;
            mutants.EmptyCaches();
            long start = Stopwatch.GetTimestamp();
            int[] covered = mutants.Covered(() => failure = tests.Run(test));
            return (covered, Stopwatch.GetElapsedTime(start), failure);
        }
    }
}
