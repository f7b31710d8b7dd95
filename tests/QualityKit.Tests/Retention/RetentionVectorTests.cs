using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Reference.Retention;
using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Retention;

/// <summary>Cases that were worked out by hand, in <c>tests/vectors/retention</c>.</summary>
public sealed class RetentionVectorTests
{
    private static readonly string Folder = RepositoryFile.Path("tests/vectors/retention");

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vector_comes_out_as_it_was_worked_out_by_hand(string name) => AssertAsExpected(name, RetentionRun.Of(Case(name)), mayLack: false);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_specification_agrees_with_every_vector(string name) => AssertAsExpected(name, ReferenceRetention.Run(Case(name)), mayLack: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_vector_names_its_rule(string name) => Assert.Matches("^R[0-9]+: .+\\.$", Text(name, "provenance.txt").TrimEnd());

    private static void AssertAsExpected(string name, JsonObject got, bool mayLack) =>
        Assert.All(JsonNode.Parse(Text(name, "expected.json"))!.AsObject(), member => Assert.True(
            (mayLack && !got.ContainsKey(member.Key)) || JsonNode.DeepEquals(member.Value, got[member.Key]),
            $"{name}: `{member.Key}` is {got[member.Key]?.ToJsonString()}, not {member.Value?.ToJsonString()}"));

    private static JsonElement Case(string name) => JsonDocument.Parse(Text(name, "case.json")).RootElement;

    private static string Text(string name, string file) => File.ReadAllText(Path.Combine(Folder, name, file));
}
