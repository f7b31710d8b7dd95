using QualityKit.Forms;
using QualityKit.Reference;
using QualityKit.Rescoring;
using QualityKit.Tests.Scoring;
using QualityKit.Wire;

namespace QualityKit.Tests.Rescoring;

/// <summary>Two generated forms, whose keys are alike, with evaluations of the first.</summary>
internal sealed record GeneratedWhatIf
{
    public required long Seed { get; init; }

    public required WhatIf WhatIf { get; init; }

    public required IReadOnlyList<WhatIfCase> Cases { get; init; }

    public static IEnumerable<GeneratedWhatIf> Many(int usual, int cases) =>
        Pairs(GeneratedCases.Many(usual)).Select(pair => Of(pair.First, pair.Second, cases)).OfType<GeneratedWhatIf>();

    private static IEnumerable<(GeneratedCase First, GeneratedCase Second)> Pairs(IEnumerable<GeneratedCase> cases)
    {
        GeneratedCase? first = null;
        foreach (GeneratedCase next in cases)
        {
            if (first is not null)
            {
                yield return (first, next);
            }

            first = next;
        }
    }

    // Null for forms of bonus questions alone, which nobody can publish.
    private static GeneratedWhatIf? Of(GeneratedCase first, GeneratedCase second, int cases)
    {
        if (!FormJson.ReadPublished(first.Form).TryGetValue(out EvaluationForm? before) || !FormJson.ReadPublished(second.Form).TryGetValue(out EvaluationForm? after))
        {
            return null;
        }

        var sheets = new RandomSheets(before, (int)(first.Seed % int.MaxValue));
        return new()
        {
            Seed = first.Seed,
            WhatIf = WhatIf.Between(before, after),
            Cases = [.. Enumerable.Range(0, cases).Select(number => new WhatIfCase
            {
                Id = $"e{(number * 7919L) % 1_000}",
                Subject = number % 4 == 0 ? null : $"agent {number % 3}",
                Answers = sheets.Next(),
            })],
        };
    }
}
