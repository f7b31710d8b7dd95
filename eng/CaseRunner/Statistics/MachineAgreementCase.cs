using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Statistics;

namespace QualityKit.CaseRunner.Statistics;

/// <summary>How often a machine's answers equal a person's, per question and over all answers.</summary>
internal static class MachineAgreementCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "questions");
        var all = new List<int>();
        var comparison = new Comparison();
        foreach (JsonProperty question in published.Input.RequiredMember("questions").EnumerateObject())
        {
            int[] counts = [.. question.Value.ToList().SelectMany(same => same.ToDecimal() == 1 ? new[] { 0, 2 } : [1, 1])];
            all.AddRange(counts);
            Percent(comparison, question.Name, published.Expected.RequiredMember(question.Name), counts);
        }

        Percent(comparison, "overall", published.Expected.RequiredMember("overall"), [.. all]);
        return comparison;
    }

    // A source prints percentages to four decimals.
    private static void Percent(Comparison comparison, string what, JsonElement expected, int[] counts)
    {
        Estimate share = Agreement.Percent(UnitCounts.Of(RatingScale.YesNo, counts));
        comparison.Rounded(what, expected, share.Value is { } value ? Methods.Fraction.From(100 * value) : null);
    }
}
