using System.Text.Json;
using QualityKit.MutationBar;

const string ResultsFile = "eng/mutation-results.json";
if (args is not [var reportFile, var projectFolder, var folder, "whole" or "changed", var command])
{
    Console.Error.WriteLine("usage: MutationBar REPORT PROJECT_FOLDER FOLDER whole|changed COMMAND");
    return 2;
}

JsonSerializerOptions web = new(JsonSerializerDefaults.Web) { WriteIndented = true };
Bars bars = JsonSerializer.Deserialize<Bars>(File.ReadAllText("eng/mutation-bars.json"), web)!;
EquivalentMutant[] equivalents = JsonSerializer.Deserialize<EquivalentMutant[]>(File.ReadAllText("eng/equivalent-mutants.json"), web)!;

Verdict verdict = Verdict.On(
    new Subject(projectFolder, folder, args[3] == "whole"), MutationReport.Read(File.ReadAllText(reportFile)), bars, equivalents);
Console.WriteLine(verdict.Summary);
foreach (string problem in verdict.Problems)
{
    Console.WriteLine($"  {problem}");
}

// A run that cannot be trusted leaves the page as it is.
if (args[3] == "whole" && !verdict.IsDistrusted)
{
    FolderResult[] before = JsonSerializer.Deserialize<FolderResult[]>(File.ReadAllText(ResultsFile), web)!;
    IReadOnlyList<FolderResult> results = ResultsPage.With(
        before, new FolderResult($"{projectFolder}/{folder}", verdict.Counts, DateOnly.FromDateTime(DateTime.UtcNow), command));
    File.WriteAllText(ResultsFile, JsonSerializer.Serialize(results, web) + "\n");
    File.WriteAllText("docs/mutation.md", ResultsPage.Render(results, bars));
}

return verdict.Problems.Count == 0 ? 0 : 1;
