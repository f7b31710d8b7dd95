using System.Text.Json;
using QualityKit.MutationBar;

if (args is not [var reportFile, var projectFolder, var folder, "whole" or "changed"])
{
    Console.Error.WriteLine("usage: MutationBar REPORT PROJECT_FOLDER FOLDER whole|changed");
    return 2;
}

JsonSerializerOptions web = new(JsonSerializerDefaults.Web);
Bars bars = JsonSerializer.Deserialize<Bars>(File.ReadAllText("eng/mutation-bars.json"), web)!;
EquivalentMutant[] equivalents = JsonSerializer.Deserialize<EquivalentMutant[]>(File.ReadAllText("eng/equivalent-mutants.json"), web)!;

Verdict verdict = Verdict.On(
    new Subject(projectFolder, folder, args[3] == "whole"), MutationReport.Read(File.ReadAllText(reportFile)), bars, equivalents);
Console.WriteLine(verdict.Summary);
foreach (string problem in verdict.Problems)
{
    Console.WriteLine($"  {problem}");
}

return verdict.Problems.Count == 0 ? 0 : 1;
