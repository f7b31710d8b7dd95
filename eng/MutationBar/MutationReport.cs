using System.Text.Json;

namespace QualityKit.MutationBar;

/// <summary>Reads the report in the mutation-testing schema that Stryker writes.</summary>
internal static class MutationReport
{
    public static IReadOnlyList<Mutant> Read(string json)
    {
        using JsonDocument report = JsonDocument.Parse(json);
        string root = report.RootElement.TryGetProperty("projectRoot", out JsonElement element) ? element.GetString()! : "";
        return [.. report.RootElement.GetProperty("files").EnumerateObject().SelectMany(file => Mutants(Relative(root, file.Name), file.Value))];
    }

    private static IEnumerable<Mutant> Mutants(string file, JsonElement content)
    {
        string[] lines = content.GetProperty("source").GetString()!.ReplaceLineEndings("\n").Split('\n');
        foreach (JsonElement mutant in content.GetProperty("mutants").EnumerateArray())
        {
            int line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
            yield return new Mutant(
                file,
                line,
                lines[line - 1].Trim(),
                mutant.TryGetProperty("replacement", out JsonElement text) ? text.GetString()! : "",
                mutant.GetProperty("status").GetString()!);
        }
    }

    private static string Relative(string root, string file) =>
        (Path.IsPathRooted(file) ? Path.GetRelativePath(root, file) : file).Replace('\\', '/');
}
