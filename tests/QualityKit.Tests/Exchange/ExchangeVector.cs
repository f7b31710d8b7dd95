using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Exchange;
using QualityKit.Tests.Wire;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Tests.Exchange;

/// <summary>A document of another product, and what importing it gives. The folder is named after its format.</summary>
internal sealed record ExchangeVector(string Name)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Root => RepositoryFile.Path("tests/vectors/exchange");

    public static IEnumerable<string> Names => Directory.GetDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public ExchangeFormat Format => ExchangeFormat.Named(Name);

    public string Source => File.ReadAllText(Path.Combine(Root, Name, "source.json"));

    private string ExpectedPath => Path.Combine(Root, Name, "expected.json");

    public JsonNode Expected => JsonNode.Parse(File.ReadAllText(ExpectedPath))!;

    public Validated<FormImport> Import() => Format.Import(Source);

    /// <summary>What an import gave, as the vectors write it.</summary>
    public static JsonObject Result(Validated<FormImport> import) => new()
    {
        ["issues"] = new JsonArray([.. import.Issues.Select(issue => JsonValue.Create(issue.ToString()))]),
        ["draft"] = import.TryGetValue(out FormImport? read) ? JsonNode.Parse(FormJson.WriteText(read.Draft)) : null,
        ["parts"] = new JsonArray([.. (read?.Parts ?? []).Select(part => JsonValue.Create(Describe(part)))]),
    };

    /// <summary>Writes what importing gives now, for a person to look at before it is committed.</summary>
    public void Rewrite()
    {
        JsonObject written = Result(Import());
        written.Insert(0, "provenance", File.Exists(ExpectedPath) ? Expected["provenance"]!.DeepClone() : "");
        File.WriteAllText(ExpectedPath, written.ToJsonString(Indented) + "\n", new UTF8Encoding(false));
    }

    private static string Describe(ImportedPart part) =>
        $"{part.Kind} {part.Pointer} [{string.Join(' ', part.SourceIds)}] {part.QuestionKey}{(part.QuestionKey is null ? "" : "/")}{part.Key}";
}
