using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Exchange;
using QualityKit.Forms;
using QualityKit.Tests.Wire;
using QualityKit.Wire;

namespace QualityKit.Tests.Exchange;

/// <summary>A form of <c>tests/vectors/exchange-forms</c>, and what exporting it gives: a file for each format beside it.</summary>
internal sealed record ExportedForm(string Name)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Root => RepositoryFile.Path("tests/vectors/exchange-forms");

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Root, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => !name.Contains('.', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public string Json => File.ReadAllText(Path.Combine(Root, Name + ".json"));

    public EvaluationForm Form => FormJson.ReadPublished(Json).Value;

    public JsonNode Expected(ExchangeFormat format) => JsonNode.Parse(File.ReadAllText(PathOf(format)))!;

    public static JsonObject Result(FormExport export) => new()
    {
        ["losses"] = new JsonArray([.. export.Losses.Select(loss => JsonValue.Create(loss.ToString()))]),
        ["document"] = JsonNode.Parse(export.Text),
    };

    /// <summary>Writes what exporting gives now, for a person to look at before it is committed.</summary>
    public void Rewrite(ExchangeFormat format) =>
        File.WriteAllText(PathOf(format), Result(format.Export(Form)).ToJsonString(Indented) + "\n", new UTF8Encoding(false));

    private string PathOf(ExchangeFormat format) => Path.Combine(Root, $"{Name}.{format.Name}.json");
}
