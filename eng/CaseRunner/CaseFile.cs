using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Json;

namespace QualityKit.CaseRunner;

/// <summary>A file of cases.</summary>
internal sealed class CaseFile
{
    private readonly JsonElement _root;

    private CaseFile(string path, JsonElement root)
    {
        _root = root;
        Folder = Path.GetDirectoryName(path) ?? "";
        Format = root switch
        {
            _ when root.Member("testGroups") is not null || IsOfRecordings(root) => CaseFormat.Recordings,
            _ when root.Member("comparison") is not null => CaseFormat.Statistics,
            _ when root.Member("alaw") is not null && root.Member("ulaw") is not null => CaseFormat.Companding,
            _ when root.Member("fields") is not null => CaseFormat.Vendors,
            _ when root.Member("schema") is { ValueKind: JsonValueKind.Object } => CaseFormat.Genesys,
            _ => CaseFormat.Other,
        };
        Cases = root.Member("testGroups") is { ValueKind: JsonValueKind.Array } groups
            ? [.. groups.EnumerateArray().SelectMany(group => group.List("tests").Select(test => new Case(this, test, $"{Path.GetFileName(path)}#{test.OptionalText("tcId")}") { Group = group }))]
            : root.Member("cases") is { ValueKind: JsonValueKind.Array } cases
            ? [.. cases.EnumerateArray().Select((element, position) => new Case(this, element, IdOf(element, path, position)))]
            : [new Case(this, root, Path.GetFileName(path))];
    }

    public CaseFormat Format { get; }

    /// <summary>Where the file lies, for what its cases name beside it.</summary>
    public string Folder { get; }

    /// <summary>The file as it was read.</summary>
    public JsonElement Root => _root;

    /// <summary>The cases; a file without a list of them is one case that nobody understands yet.</summary>
    public ImmutableArray<Case> Cases { get; }

    /// <exception cref="UnreadableFileException">The file cannot be opened, or is not a JSON object.</exception>
    public static CaseFile Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new CaseFile(path, document.RootElement.Clone())
                : throw new UnreadableFileException(path, 1, "a case file is a JSON object");
        }
        catch (JsonException problem)
        {
            throw new UnreadableFileException(path, (problem.LineNumber ?? 0) + 1, problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException(path, 1, problem.Message);
        }
    }

    /// <summary>A form that several cases share; null when there is none of that name.</summary>
    public JsonElement? Form(string id) => _root.Member("forms")?.Member(id);

    private static bool IsOfRecordings(JsonElement root) =>
        root.Member("format") is { ValueKind: JsonValueKind.String } format && format.GetString()!.StartsWith("recording-cases/", StringComparison.Ordinal);

    private static string IdOf(JsonElement element, string path, int position) =>
        element.ValueKind == JsonValueKind.Object && element.OptionalText("id") is { } id ? id : $"{Path.GetFileName(path)}#{position + 1}";
}
