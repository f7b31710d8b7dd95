namespace QualityKit.CaseRunner;

/// <summary>Runs the files named on the command line and prints one line a case.</summary>
internal static class CommandLine
{
    private const int AllPassed = 0;
    private const int SomeFailed = 1;
    private const int Unreadable = 2;

    public static int Run(string[] paths, TextWriter output, TextWriter errors)
    {
        if (paths.Length == 0)
        {
            errors.WriteLine("usage: CaseRunner PATH... (a case file, or a folder of case files)");
            return Unreadable;
        }

        var results = new List<CaseResult>();
        bool couldReadAll = true;
        foreach (string path in paths)
        {
            try
            {
                foreach (CaseResult result in ResultsOf(path))
                {
                    output.WriteLine(result);
                    results.Add(result);
                }
            }
            catch (UnreadableFileException problem)
            {
                errors.WriteLine(problem.Message);
                couldReadAll = false;
            }
        }

        output.WriteLine(Summary(results));
        return !couldReadAll ? Unreadable : Count(results, CaseOutcome.Fail) > 0 ? SomeFailed : AllPassed;
    }

    private static IEnumerable<CaseResult> ResultsOf(string path)
    {
        // All files of a folder are read before the first case runs, so that an unreadable one is not found half way.
        CaseFile[] files = [.. CasePath.Expand(path).Select(CaseFile.Read)];
        return files.SelectMany(file => file.Cases).Select(CaseJudge.Judge);
    }

    private static string Summary(List<CaseResult> results) =>
        $"{Count(results, CaseOutcome.Pass)} passed, {Count(results, CaseOutcome.Fail)} failed, "
        + $"{Count(results, CaseOutcome.Switch)} switches, {Count(results, CaseOutcome.Unsupported)} unsupported";

    private static int Count(List<CaseResult> results, CaseOutcome outcome) => results.Count(result => result.Outcome == outcome);
}
