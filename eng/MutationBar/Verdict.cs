namespace QualityKit.MutationBar;

/// <summary>What a report says about one folder.</summary>
/// <param name="Counts">How many mutants met which end.</param>
/// <param name="IsDistrusted">Whether the run itself is in doubt, so that its counts mean nothing.</param>
internal sealed record Verdict(Counts Counts, string Summary, IReadOnlyList<string> Problems, bool IsDistrusted)
{
    public const string CanaryFile = "MutationCanary.cs";

    /// <summary>
    /// Judges a folder. Of a whole folder the list of equivalents is judged too; of some changed files it cannot be.
    /// </summary>
    public static Verdict On(Subject subject, IReadOnlyList<Mutant> mutants, Bars bars, IReadOnlyList<EquivalentMutant> equivalents)
    {
        List<Mutant> counted = [.. mutants.Where(mutant => mutant.Counts && mutant.File != CanaryFile)];
        // Two mutants of one line can look the same; each counts.
        ILookup<bool, Mutant> alive = counted.Where(mutant => mutant.Lives)
            .ToLookup(mutant => equivalents.Any(entry => entry.Matches(subject.ProjectFolder, mutant)));
        List<Mutant> excused = [.. alive[true]];
        List<Mutant> living = [.. alive[false]];
        int bar = bars.Of(subject.Folder);
        int judged = counted.Count - excused.Count;

        List<string> problems = [.. CanaryProblems(mutants)];
        if (counted.Count > 0 && counted.All(mutant => mutant.Lives))
        {
            problems.Add("no mutant was killed: the tests of this folder did not run, or check nothing");
        }

        bool isDistrusted = problems.Count > 0;
        problems.AddRange(EquivalentProblems(subject, counted, excused, bars, equivalents));

        if (living.Count > Bars.Share(judged, 100 - bar))
        {
            problems.Add($"{living.Count} of {judged} mutants live; the bar of {subject.Folder} is {bar} %:");
            problems.AddRange(living.Select(mutant => $"  {subject.ProjectFolder}/{mutant.File}({mutant.LineNumber}) {mutant.Status}: {mutant.Line}  ->  {OneLine(mutant.Replacement)}"));
        }

        string score = judged == 0 ? "nothing to mutate" : $"{100.0 * (judged - living.Count) / judged:0.00} % of {judged} mutants killed";
        Counts counts = new(counted.Count, counted.Count(mutant => mutant.Status == "Killed"), counted.Count(mutant => mutant.Status == "Timeout"), excused.Count, living.Count);
        return new Verdict(counts, $"{subject.Folder}: {score}, {excused.Count} equivalent, bar {bar} %", problems, isDistrusted);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> CanaryProblems(IReadOnlyList<Mutant> mutants)
    {
        List<Mutant> canary = [.. mutants.Where(mutant => mutant.File == CanaryFile && mutant.Counts)];
        if (!canary.Any(mutant => mutant.Line.Contains("IsOverTen", StringComparison.Ordinal))
            || canary.Any(mutant => mutant.Lives == mutant.Line.Contains("IsOverTen", StringComparison.Ordinal)))
        {
            yield return "the canary was not judged rightly, so this run proves nothing: "
                + string.Join("; ", canary.Select(mutant => $"{mutant.Replacement} {mutant.Status}"));
        }
    }

    private static IEnumerable<string> EquivalentProblems(
        Subject subject, List<Mutant> counted, List<Mutant> excused, Bars bars, IReadOnlyList<EquivalentMutant> equivalents)
    {
        string folder = $"{subject.ProjectFolder}/{subject.Folder}/";
        List<EquivalentMutant> own = [.. equivalents.Where(entry => entry.File.StartsWith(folder, StringComparison.Ordinal))];
        foreach (EquivalentMutant entry in own.Where(entry => string.IsNullOrWhiteSpace(entry.Reason)))
        {
            yield return $"an equivalent mutant without a reason: {entry.File}: {entry.Line}";
        }

        if (!subject.IsWhole)
        {
            yield break;
        }

        foreach (EquivalentMutant entry in own.Where(entry => !excused.Any(mutant => entry.Matches(subject.ProjectFolder, mutant))))
        {
            yield return $"an equivalent mutant that no longer lives; delete the entry: {entry.File}: {entry.Line}  ->  {entry.Replacement}";
        }

        if (excused.Count > Bars.Share(counted.Count, bars.EquivalentLimit))
        {
            yield return $"{excused.Count} of {counted.Count} mutants are listed as equivalent, more than {bars.EquivalentLimit} %";
        }
    }
}
