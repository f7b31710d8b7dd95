using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace QualityKit.MutantRunner;

/// <summary>The report that Stryker wrote: it names the mutants that it compiled, and is the form in which results are told.</summary>
internal sealed class Report
{
    private readonly JsonNode _root;
    private readonly string _projectFolder;

    public Report(string path)
    {
        _root = JsonNode.Parse(File.ReadAllText(path))!;
        _projectFolder = (string?)_root["projectRoot"] ?? "";
    }

    /// <summary>Above the number of every mutant, compiled or not.</summary>
    public int Count => _root["files"]!.AsObject().SelectMany(file => file.Value!["mutants"]!.AsArray()).Max(mutant => int.Parse((string)mutant!["id"]!, null)) + 1;

    /// <summary>The mutants of some files that can be tried.</summary>
    public IReadOnlyList<Mutant> Mutants(IReadOnlyCollection<string> files) =>
        [.. Nodes(files).Where(entry => CanBeTried(entry.Node)).Select(entry => entry.Mutant)];

    /// <summary>Writes the report of some files, with the verdicts.</summary>
    public void Write(string path, IReadOnlyCollection<string> files, IReadOnlyDictionary<string, Verdict> verdicts)
    {
        foreach ((Mutant mutant, JsonNode node) in Nodes(files).Where(entry => CanBeTried(entry.Node)))
        {
            Verdict verdict = verdicts[mutant.Key];
            node["status"] = verdict.Status;
            node["statusReason"] = verdict.By;
        }

        JsonObject all = _root["files"]!.AsObject();
        foreach (string name in all.Select(entry => entry.Key).Where(name => !files.Any(file => IsIn(Relative(name), file))).ToList())
        {
            all.Remove(name);
        }

        File.WriteAllText(path, _root.ToJsonString());
    }

    private static bool CanBeTried(JsonNode mutant) => (string)mutant["status"]! is not ("CompileError" or "Ignored");

    // A name that ends with a slash means a folder.
    private static bool IsIn(string file, string name) => name.EndsWith('/') ? file.StartsWith(name, StringComparison.Ordinal) : file == name;

    private string Relative(string name) =>
        (Path.IsPathRooted(name) ? Path.GetRelativePath(_projectFolder, name) : name).Replace('\\', '/');

    private IEnumerable<(Mutant Mutant, JsonNode Node)> Nodes(IReadOnlyCollection<string> files)
    {
        foreach ((string name, JsonNode? content) in _root["files"]!.AsObject())
        {
            string file = Relative(name);
            if (!files.Any(wanted => IsIn(file, wanted)))
            {
                continue;
            }

            string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((string)content!["source"]!)))[..16];
            Dictionary<string, int> seen = [];
            foreach (JsonNode? mutant in content["mutants"]!.AsArray())
            {
                JsonNode start = mutant!["location"]!["start"]!;
                string key = $"{file}:{(int)start["line"]!}:{(int)start["column"]!}:{(string)mutant["mutatorName"]!}:{(string?)mutant["replacement"]}:{hash}";
                // Two mutants of one place can look the same.
                int twin = seen[key] = seen.GetValueOrDefault(key) + 1;
                yield return (new Mutant(int.Parse((string)mutant["id"]!, null), $"{key}:{twin}", file, (int)start["line"]!), mutant);
            }
        }
    }
}
