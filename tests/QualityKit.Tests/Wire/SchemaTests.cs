using System.Text.Json;
using QualityKit.Wire;
using Xunit;

namespace QualityKit.Tests.Wire;

public sealed class SchemaTests
{
    /// <summary>Set it to 1 to write the schemas again after the tables changed.</summary>
    private const string Rewrite = "QUALITYKIT_WRITE_SCHEMAS";

    [Theory]
    [InlineData("form-1.json")]
    [InlineData("answers-1.json")]
    public void The_published_schema_says_what_reading_checks(string file)
    {
        string path = RepositoryFile.Path("docs/schemas/" + file);
        string schema = file == "form-1.json" ? FormJson.Schema : AnswerSheetJson.Schema;
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            File.WriteAllText(path, schema);
        }

        Assert.Equal(File.ReadAllText(path), schema);
    }

    [Fact]
    public void The_forms_among_the_vectors_use_every_member_of_the_schema()
    {
        string[] files = ["full-form.json", "second-form.json"];
        HashSet<string> used = [.. files.SelectMany(file => Names(Parse(File.ReadAllText(RepositoryFile.Path("tests/vectors/json/" + file))), isSchema: false))];

        // The only version of the rules is the default, so a canonical form never names it.
        string[] unused = [.. Names(Parse(FormJson.Schema), isSchema: true).Except(used).Except(["semantics"])];
        Assert.Empty(unused);
    }

    private static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> Names(JsonElement json, bool isSchema) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Names(member.Value, isSchema)
            .Concat(!isSchema ? [member.Name] : member.Name == "properties" ? member.Value.EnumerateObject().Select(property => property.Name) : [])),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Names(item, isSchema)),
        _ => [],
    };
}
