using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace QualityKit.Tests.Scoring;

/// <summary>Forms and answers whose scorecards were written down before.</summary>
public sealed partial class ScoringVectorTests
{
    public static TheoryData<string> Names => [.. ScoringVector.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vector_scores_as_it_was_worked_out_by_hand(string name) => Assert.Null(ScoringVector.Read(name).Difference());

    [Fact]
    [Trait("Size", "Large")]
    public void Every_generated_vector_scores_as_the_specification_said() =>
        Assert.Empty(ScoringVector.Generated().AsParallel().AsOrdered().Select(vector => vector.Difference()).OfType<string>().Take(3));

    [Fact]
    public void The_specification_agrees_with_every_vector() =>
        Assert.All(ScoringVector.Names.Select(ScoringVector.Read), vector => Assert.True(JsonNode.DeepEquals(vector.Expected, vector.Specified()), vector.Name));

    [Fact]
    public void Every_vector_names_its_rule_and_says_how_its_number_came_about() =>
        Assert.All(ScoringVector.Names, name => Assert.Matches($"^S{int.Parse(name[1..3])}[:,].+\\.$", ScoringVector.Provenance(name)));

    [Fact]
    public void Every_rule_of_counting_has_vectors() =>
        Assert.Subset(
            ScoringVector.Names.Select(name => RuleNumber().Match(name).Value).ToHashSet(),
            Enumerable.Range(1, 19).Select(rule => $"s{rule:00}").ToHashSet());

    [GeneratedRegex("^s[0-9]{2}")]
    private static partial Regex RuleNumber();
}
