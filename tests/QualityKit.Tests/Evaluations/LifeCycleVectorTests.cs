using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Reference.LifeCycle;
using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Evaluations;

/// <summary>Lives that were written down before, in <c>tests/vectors/evaluations</c>: a case, and what becomes of each step.</summary>
public sealed class LifeCycleVectorTests
{
    private static readonly string Folder = RepositoryFile.Path("tests/vectors/evaluations");

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vector_lives_as_it_was_worked_out_by_hand(string name) => AssertAsExpected(name, LifeCycleRun.Of(Case(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_specification_agrees_with_every_vector(string name) => AssertAsExpected(name, ReferenceLifeCycle.Run(Case(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_vector_names_its_rule(string name) => Assert.Matches("^E[0-9]+: .+\\.$", Text(name, "provenance.txt").TrimEnd());

    // A vector states what it is about; what it does not mention may be anything.
    private static void AssertAsExpected(string name, JsonArray results)
    {
        JsonArray expected = JsonNode.Parse(Text(name, "expected.json"))!.AsArray();
        Assert.Equal(expected.Count, results.Count);
        Assert.All(expected.Zip(results), (pair, step) =>
            Assert.All(pair.First!.AsObject(), member => Assert.True(
                JsonNode.DeepEquals(member.Value, pair.Second![member.Key]),
                $"{name}, step {step}: `{member.Key}` is {pair.Second![member.Key]?.ToJsonString()}, not {member.Value?.ToJsonString()}")));
    }

    private static JsonElement Case(string name) => JsonDocument.Parse(Text(name, "case.json")).RootElement;

    private static string Text(string name, string file) => File.ReadAllText(Path.Combine(Folder, name, file));
}
