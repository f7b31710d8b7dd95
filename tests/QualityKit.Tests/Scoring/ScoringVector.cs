using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Reference;
using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Scoring;

/// <summary>A form, answers and the scorecard that they must give, from <c>tests/vectors/scoring</c>.</summary>
internal sealed record ScoringVector(string Name, string Form, string Answers, JsonObject Expected)
{
    public static string Folder { get; } = RepositoryFile.Path("tests/vectors/scoring");

    public static string GeneratedFile { get; } = Path.Combine(Folder, "generated.jsonl");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public bool IsPreview => Expected["provisional"]!.GetValue<bool>();

    public static ScoringVector Read(string name) =>
        new(name, TextOf(name, "form.json"), TextOf(name, "answers.json"), JsonNode.Parse(TextOf(name, "expected.json"))!.AsObject());

    public static string Provenance(string name) => TextOf(name, "provenance.txt").TrimEnd();

    public static IEnumerable<ScoringVector> Generated() => File.ReadLines(GeneratedFile).Select(line =>
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement vector = document.RootElement;
        return new ScoringVector(
            $"seed {vector.GetProperty("seed")}",
            vector.GetProperty("form").GetRawText(),
            vector.GetProperty("answers").GetRawText(),
            JsonObject.Create(vector.GetProperty("expected").Clone())!);
    });

    /// <summary>Where the library differs; null when nowhere.</summary>
    public string? Difference() => LibraryScore.Difference(Expected, Form, Answers, IsPreview);

    /// <summary>The scorecard of the executable specification.</summary>
    public JsonObject Specified() =>
        ReferenceScorer.Score(JsonDocument.Parse(Form).RootElement, JsonDocument.Parse(Answers).RootElement, IsPreview);

    private static string TextOf(string name, string file) => File.ReadAllText(Path.Combine(Folder, name, file));
}
