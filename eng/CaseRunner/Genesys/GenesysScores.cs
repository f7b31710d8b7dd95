using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Genesys;

/// <summary>Compares the scores that a case expects of the form and its groups with a scorecard.</summary>
internal sealed class GenesysScores(Scorecard card, Scorecard rawCritical, Comparison comparison)
{
    public void CompareForm(JsonElement expected)
    {
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            CompareForm(member.Name, member.Value);
        }
    }

    public void CompareGroups(JsonElement groups)
    {
        foreach (JsonElement group in groups.ToList())
        {
            int place = (int)group.RequiredDecimal("group");
            GroupScore score = card.Group(GenesysForm.GroupKey(place));
            foreach (JsonProperty member in group.EnumerateObject().Where(member => member.Name != "group"))
            {
                CompareGroup(score, $"group {place} {member.Name}", member.Name, member.Value);
            }
        }
    }

    private void CompareForm(string name, JsonElement expected)
    {
        switch (name)
        {
            case "totalPercent": comparison.Percent(name, expected, card.RawTotal?.Value); break;
            case "finalPercent": comparison.Percent(name, expected, card.Total?.Value); break;
            case "criticalPercentWeighted": comparison.Percent(name, expected, card.Critical?.Value); break;
            case "criticalPercentRaw": comparison.Percent(name, expected, rawCritical.Critical?.Value); break;
            case "nonCriticalPercentWeighted": comparison.Percent(name, expected, card.NonCritical?.Value); break;
            case "nonCriticalPercentRaw": comparison.Percent(name, expected, rawCritical.NonCritical?.Value); break;
            case "displayPercent2dp": comparison.Same(name, Shown(expected), card.RawTotal?.ToString(Rounding.Default) ?? "none"); break;
            case "rawScore": comparison.Number(name, expected, Points(_ => true)); break;
            case "rawMax": comparison.Number(name, expected, Highest(_ => true)); break;
            case "rawCritical": comparison.Number(name, expected, Points(IsCritical)); break;
            case "rawCriticalMax": comparison.Number(name, expected, Highest(IsCritical)); break;
            case "anyFailedKill": comparison.Flag(name, expected, card.Failures.Any(failure => failure.Cause == FailureCause.Fatal)); break;
            case "groupScores": CompareGroups(expected); break;
            default: throw new UnsupportedCaseException($"the member `{name}` of the expected scores is not understood");
        }
    }

    // The scorecard gives what a group adds to the total and the possible points of the form: their product is the weighted points of the group.
    // Where nothing counts the cases print 0 of 0.
    private void CompareGroup(GroupScore score, string what, string name, JsonElement expected)
    {
        var inside = score.Group.Items.Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        bool IsInside(QuestionScore question) => inside.Contains(question.Key);
        switch (name)
        {
            case "markedNA": comparison.Flag(what, expected, score.State is GroupState.NotApplicable or GroupState.Hidden); break;
            case "systemMarkedNA": comparison.Flag(what, expected, score.State == GroupState.Hidden); break;
            case "raw": comparison.Number(what, expected, Points(IsInside)); break;
            case "rawMax": comparison.Number(what, expected, Highest(IsInside)); break;
            case "critRaw": comparison.Number(what, expected, Points(question => IsInside(question) && IsCritical(question))); break;
            case "critRawMax": comparison.Number(what, expected, Highest(question => IsInside(question) && IsCritical(question))); break;
            case "total": comparison.Number(what, expected, (score.Contribution?.Value ?? Fraction.Zero) * card.Possible); break;
            case "max": comparison.Number(what, expected, (score.AppliedWeight ?? Fraction.Zero) * card.Possible); break;
            default: throw new UnsupportedCaseException($"the member `{name}` of a group's scores is not understood");
        }
    }

    private static string Shown(JsonElement percent) =>
        percent.ValueKind == JsonValueKind.Null ? "none" : Score.Percent(percent.ToDecimal()).ToString(Rounding.Default);

    private static bool IsCritical(QuestionScore question) => question.Question is ScoredQuestion { IsCritical: true };

    private Fraction Points(Func<QuestionScore, bool> counts) => Sum(counts, question => question.Points);

    private Fraction Highest(Func<QuestionScore, bool> counts) => Sum(counts, question => question.Highest);

    private Fraction Sum(Func<QuestionScore, bool> counts, Func<QuestionScore, Fraction?> number) =>
        card.Questions.Where(question => question.Points is not null && counts(question))
            .Aggregate(Fraction.Zero, (sum, question) => sum + (number(question) ?? Fraction.Zero));
}
