using System.Text.Json.Nodes;
using Xunit;

namespace QualityKit.Reference.Tests;

public sealed class GeneratorTests
{
    [Fact]
    public void The_same_seed_gives_the_same_case() =>
        Assert.Equal(CaseGenerator.Many(1000, 200), CaseGenerator.Many(1000, 200));

    [Fact]
    public void A_seed_means_the_same_wherever_it_is_in_a_row() =>
        Assert.Equal(CaseGenerator.Many(0, 10).Last(), CaseGenerator.Generate(9));

    [Fact]
    public void Generated_forms_may_be_published()
    {
        foreach (var generated in CaseGenerator.Many(0, 1500))
        {
            Assert.Equal([], PublishingRules.Broken(JsonNode.Parse(generated.Form)!.AsObject()).Select(problem => $"{problem}: {generated}"));
        }
    }

    [Fact]
    public void Every_state_of_questions_and_groups_comes_up()
    {
        var cards = CaseGenerator.Many(0, 600).Select(Scored.Of).ToList();
        var questionStates = cards.SelectMany(card => card.Questions).Select(line => line["state"]!.GetValue<string>());
        var groupStates = cards.SelectMany(card => card.Groups).Select(line => line["state"]!.GetValue<string>());
        Assert.Equal(
            ["answered", "dropped", "excluded", "filled", "hidden", "neutral", "notApplicable", "unanswered"],
            questionStates.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["hidden", "noScore", "notApplicable", "scored"], groupStates.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_form_has_no_more_questions_than_its_size() =>
        Assert.All(Enumerable.Range(1, 30), size => Assert.InRange(Scored.Of(CaseGenerator.Generate(5, size)).Questions.Count(), 1, size));
}
