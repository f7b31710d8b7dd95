using System.Collections.Concurrent;
using QualityKit.Reference;

namespace QualityKit.Tests.Scoring;

/// <summary>What came of looking at a law in many generated cases.</summary>
internal sealed class LawReport
{
    private const int Cases = 1200;

    private static readonly ConcurrentDictionary<string, Lazy<LawReport>> Reports = new();

    private readonly ConcurrentDictionary<LawColumn, int> _held = new();
    private readonly ConcurrentDictionary<LawColumn, ConcurrentBag<string>> _broken = new();

    private LawReport(Law law)
    {
        LawColumn[] broken = [.. law.Broken.Select(cell => cell.Column)];
        GeneratedCases.Many(Cases).AsParallel().ForAll(generated => Look(law, broken, generated));
    }

    public static LawReport Of(Law law) => Reports.GetOrAdd(law.Name, _ => new(() => new LawReport(law))).Value;

    /// <summary>In how many cases with the combination or part the law held.</summary>
    public int Held(LawColumn column) => _held.GetValueOrDefault(column);

    /// <summary>The cases of the combination in which the law was broken.</summary>
    public IReadOnlyCollection<string> Broken(LawColumn column) => _broken.GetValueOrDefault(column) ?? [];

    private void Look(Law law, LawColumn[] broken, GeneratedCase generated)
    {
        var given = new LawCase(generated.Seed, generated.Form, generated.Answers);
        foreach (LawColumn part in broken)
        {
            given.TakeAway(part);
        }

        // Without the part that was taken away a form may no longer be one that can be published.
        if (!broken.Contains(given.Combination) && given.Score() is { } card && law.Look(given) is { } finding)
        {
            foreach (LawColumn column in given.Parts(card).Append(given.Combination))
            {
                if (finding == Law.Holds)
                {
                    _held.AddOrUpdate(column, 1, (_, count) => count + 1);
                }
                else
                {
                    _broken.GetOrAdd(column, _ => []).Add(finding);
                }
            }
        }
    }
}
