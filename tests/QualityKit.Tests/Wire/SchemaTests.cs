using System.Text;
using System.Text.Json;
using QualityKit.Validation;
using QualityKit.Wire;
using Xunit;

namespace QualityKit.Tests.Wire;

public sealed class SchemaTests
{
    /// <summary>Set it to 1 to write the schemas again after the tables changed.</summary>
    private const string Rewrite = "QUALITYKIT_WRITE_SCHEMAS";

    /// <summary>What is not JSON, or what a schema has no words for: duplicates, digits, days of the calendar.</summary>
    private static readonly HashSet<string> OnlyReadingFinds =
    [
        IssueCodes.JsonMalformed, IssueCodes.JsonNotUtf8, IssueCodes.JsonNotUnicode, IssueCodes.JsonTooDeep,
        IssueCodes.JsonDuplicateMember, IssueCodes.JsonNumberNotExact, IssueCodes.JsonBadDate,
    ];

    [Theory]
    [InlineData("form-1.json")]
    [InlineData("answers-1.json")]
    [InlineData("what-if-1.json")]
    [InlineData("interaction-1.json")]
    [InlineData("transcript-1.json")]
    public void The_published_schema_says_what_reading_checks(string file)
    {
        string path = RepositoryFile.Path("docs/schemas/" + file);
        string schema = file switch
        {
            "form-1.json" => FormJson.Schema,
            "answers-1.json" => AnswerSheetJson.Schema,
            "interaction-1.json" => InteractionJson.Schema,
            "transcript-1.json" => TranscriptJson.Schema,
            _ => WhatIfTallyJson.Schema,
        };
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            File.WriteAllText(path, schema);
        }

        Assert.Equal(File.ReadAllText(path), schema);
    }

    [Fact]
    public void The_forms_among_the_vectors_use_every_member_of_the_schema()
    {
        // Ways to keep questions exclude each other, so each has a form.
        string[] files =
        [
            "json/full-form.json", "json/second-form.json", "scoring/s10-keep-lowest/form.json", "scoring/s10-keep-middle/form.json",
            "scoring/s10-keep-most-frequent/form.json",
        ];
        HashSet<string> used = [.. files.SelectMany(file => Names(Parse(File.ReadAllText(RepositoryFile.Path("tests/vectors/" + file))), isSchema: false))];

        // The only version of the rules is the default, so a canonical form never names it.
        string[] unused = [.. Names(Parse(FormJson.Schema), isSchema: true).Except(used).Except(["semantics"])];
        Assert.Empty(unused);
    }

    [Theory]
    [MemberData(nameof(JsonVectorTests.Cases), MemberType = typeof(JsonVectorTests))]
    public void The_schema_refuses_what_reading_refuses(string name)
    {
        string folder = RepositoryFile.Path("tests/vectors/json/" + name);
        JsonElement expected = Parse(File.ReadAllBytes(Path.Combine(folder, "issues.json")));
        string[] codes = [.. expected.GetProperty("issues").EnumerateArray().Select(issue => issue.GetProperty("code").GetString()!)];
        if (codes.Length > 0 && codes.All(OnlyReadingFinds.Contains))
        {
            return;
        }

        var schema = new JsonSchemaSubset(Parse(expected.GetProperty("reads").GetString() == "form" ? FormJson.Schema : AnswerSheetJson.Schema));

        Assert.Equal(codes.Length == 0, schema.Accepts(Parse(File.ReadAllBytes(Path.Combine(folder, "input.json")))));
    }

    [Fact]
    [Trait("Size", "Large")]
    public void The_schema_accepts_every_form_that_is_written()
    {
        var schema = new JsonSchemaSubset(Parse(FormJson.Schema));
        for (int seed = 20260729; seed < 20260729 + 300; seed++)
        {
            Assert.True(schema.Accepts(Parse(FormJson.Write(new DraftGenerator(seed).Form()))), $"seed {seed}");
        }
    }

    private static JsonElement Parse(byte[] json) => Parse(new UTF8Encoding().GetString(json).TrimStart('\ufeff'));

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
