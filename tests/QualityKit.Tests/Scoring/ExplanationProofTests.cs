using QualityKit.Reference;
using QualityKit.Scoring;
using QualityKit.Wire;
using Xunit.Abstractions;

namespace QualityKit.Tests.Scoring;

/// <summary>Every total can be worked out again from its explanation alone.</summary>
public sealed class ExplanationProofTests(ITestOutputHelper output)
{
    private const int Cases = 2000;

    [Fact]
    public void Every_vector_adds_up_from_its_explanation_alone() =>
        Assert.Empty(ScoringVector.Names.Select(ScoringVector.Read).Concat(ScoringVector.Generated()).AsParallel().AsOrdered()
            .Select(vector => Problem(vector.Name, vector.Form, vector.Answers, vector.Expected["provisional"]!.GetValue<bool>())).OfType<string>().Take(3));

    [Fact]
    public void Every_generated_case_adds_up_from_its_explanation_alone()
    {
        output.WriteLine($"QUALITYKIT_SEED={GeneratedCases.Seed}");
        Assert.Empty(GeneratedCases.Many(Cases).AsParallel().AsOrdered()
            .Select(generated => Problem($"seed {generated.Seed}", generated.Form, generated.Answers, isPreview: false)).OfType<string>().Take(3));
    }

    [Fact]
    public void An_explanation_that_does_not_add_up_is_caught()
    {
        byte[] right = ScorecardJson.Write(LibraryScore.Of(ScoringVector.Read("s08-stays-in-group").Form, ScoringVector.Read("s08-stays-in-group").Answers).Explanation());
        Assert.Empty(ExplanationProof.Of(right).Problems);
        string text = System.Text.Encoding.UTF8.GetString(right);
        byte[] wrong = System.Text.Encoding.UTF8.GetBytes(text.Replace("\"amount\":\"3/20\"", "\"amount\":\"1/20\"", StringComparison.Ordinal));
        Assert.NotEqual(right, wrong);
        Assert.NotEmpty(ExplanationProof.Of(wrong).Problems);
    }

    private static string? Problem(string name, string form, string answers, bool isPreview)
    {
        Scorecard card = LibraryScore.Of(form, answers, isPreview);
        ExplanationProof proof = ExplanationProof.Of(ScorecardJson.Write(card.Explanation()));
        string total = proof.Total?.ToString() ?? "none";
        string[] problems = [.. proof.Problems, .. total == (card.Total?.Value.ToString() ?? "none") ? Array.Empty<string>() : [$"the total is {card.Total}, not {total}"]];
        int counted = card.Total is null ? 0 : card.Questions.Count(question => question.Contribution is not null);
        return problems.Length == 0 && proof.Verified >= counted
            ? null
            : $"{name}: {proof.Verified} lines of {counted} verified\n{string.Join("\n", problems)}\nform {form}\nanswers {answers}\n{card.Explain()}";
    }
}
