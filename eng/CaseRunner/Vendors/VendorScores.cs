using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Vendors;

/// <summary>Compares what a case expects of a form, its sections and its questions with a scorecard.</summary>
internal sealed class VendorScores(Scorecard card, Comparison comparison)
{
    /// <summary>A score: an object with <c>exact</c>, <c>percent</c> or <c>notApplicable</c>, a fraction, a percentage, or null for none.</summary>
    public static void Compare(string what, JsonElement expected, Fraction? share, Comparison comparison)
    {
        if (expected.ValueKind == JsonValueKind.String && expected.GetString()!.Contains('/', StringComparison.Ordinal))
        {
            comparison.Exact(what, expected, share);
            return;
        }

        if (expected.ValueKind != JsonValueKind.Object)
        {
            comparison.Percent($"{what} percent", expected, share);
            return;
        }

        expected.OnlyHas($"expected score of {what}", "exact", "percent", "notApplicable");
        if (expected.Value("notApplicable") is { } notApplicable)
        {
            comparison.Flag($"{what} notApplicable", notApplicable, share is null);
        }

        if (expected.Value("exact") is { } exact)
        {
            comparison.Exact(what, exact, share);
        }

        if (expected.Value("percent") is { } percent)
        {
            comparison.Percent($"{what} percent", percent, share);
        }
    }

    public void Compare(string name, JsonElement expected)
    {
        switch (name)
        {
            case "form": Compare("form", expected, card.Total?.Value, comparison); break;
            case "calculatedBeforeFail": Compare(name, expected, card.RawTotal?.Value, comparison); break;
            case "sections": CompareSections(expected); break;
            case "questions": CompareQuestions(expected); break;
            case "flags": CompareFlags(expected); break;
            case "passed": comparison.Flag(name, expected, Passed()); break;
            case "earnedPoints": comparison.Exact(name, expected, Earned()); break;
            case "maxBasePoints": comparison.Exact(name, expected, card.Possible); break;
            default: throw new UnsupportedCaseException($"the member `{name}` of the expected scores is not understood");
        }
    }

    private void CompareSections(JsonElement sections)
    {
        foreach (JsonProperty section in sections.EnumerateObject())
        {
            Compare($"section {section.Name}", section.Value, card.Group(FormKey.Of(section.Name)).Score?.Value, comparison);
        }
    }

    private void CompareQuestions(JsonElement questions)
    {
        foreach (JsonProperty expected in questions.EnumerateObject())
        {
            QuestionScore question = card.Question(FormKey.Of(expected.Name));
            expected.Value.OnlyHas($"expected scores of {expected.Name}", "appliedWeightPercent", "score", "earnedPoints", "maxBasePoints", "notApplicable");
            foreach (JsonProperty member in expected.Value.EnumerateObject())
            {
                CompareQuestion($"{expected.Name} {member.Name}", member.Name, member.Value, question);
            }
        }
    }

    private void CompareQuestion(string what, string name, JsonElement expected, QuestionScore question)
    {
        switch (name)
        {
            case "appliedWeightPercent": comparison.Percent(what, expected, question.AppliedWeight); break;
            case "earnedPoints": comparison.Exact(what, expected, question.Points); break;
            case "maxBasePoints": comparison.Exact(what, expected, question.Highest); break;
            case "notApplicable": comparison.Flag(what, expected, question.Points is null); break;
            default: Compare(what, expected, question.Value, comparison); break;
        }
    }

    private void CompareFlags(JsonElement flags)
    {
        flags.OnlyHas("expected flags", "autoFailForm", "autoFailSections");
        if (flags.Value("autoFailForm") is { } form)
        {
            comparison.Flag("autoFailForm", form, card.Failures.Any(failure => failure.Group is null));
        }

        if (flags.Value("autoFailSections") is { } sections)
        {
            comparison.Names(
                "autoFailSections",
                sections.ToList().Select(section => FormKey.Of(section.ToText())),
                card.Groups.Where(group => group.HasFailed).Select(group => group.Key));
        }
    }

    private bool? Passed() => card.Outcome switch
    {
        Outcome.Passed => true,
        Outcome.Failed => false,
        _ => null,
    };

    private Fraction Earned() => card.Questions.Aggregate(Fraction.Zero, (sum, question) => sum + (question.Points ?? Fraction.Zero));
}
