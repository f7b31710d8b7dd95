using QualityKit.Analysis;
using QualityKit.Forms;
using QualityKit.Reference;
using QualityKit.Tests.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;
using Xunit.Abstractions;

namespace QualityKit.Tests.Analysis;

/// <summary>Generated forms of up to five questions, analysed and looked at sheet by sheet.</summary>
public sealed class BruteForceTests(ITestOutputHelper output)
{
    private const int Cases = 400;
    private const int MostQuestions = 5;
    private const int MostSheets = 3000;

    [Fact]
    public void An_analysis_says_what_all_answer_sheets_say_and_decides_everything() =>
        Compare(new AnalysisLimits { SheetsPerStatement = 1_000_000 }, mustDecide: true);

    [Fact]
    public void Under_a_low_limit_an_analysis_says_less_and_nothing_false() =>
        Compare(new AnalysisLimits { SheetsPerStatement = 20 }, mustDecide: false);

    // 24 ways to answer what the condition looks at: within 20 nobody can tell that it never holds, and so nothing about what it hides.
    [Fact]
    public void Nothing_is_decided_about_what_may_be_hidden()
    {
        Condition never = When.All(
            When.Answered("a", "1"), When.Not(When.Answered("a", "1", "2")), When.Answered("b", "yes"), When.Answered("c", "yes"), When.Answered("d", "yes"));
        EvaluationForm form = EvaluationForm.Draft("F").Group("Main", 1, Ask.Range("a", "A?", 1, 3), Ask.YesNo("b", "B?"), Ask.YesNo("c", "C?"), Ask.YesNo("d", "D?"))
            .Group(Ask.Group("Hidden", 1, Ask.YesNo("e", "E?") with { IsFatal = true, VisibleWhen = When.All(When.Answered("a", "1"), When.Answered("a", "2")) }) with { VisibleWhen = never })
            .Publish().Value;

        string differences = Differences(form, new AnalysisLimits { SheetsPerStatement = 20 }, mustDecide: false)!;

        Assert.True(differences.Length == 0, differences);
        Assert.Contains("/groups/1", FormAnalysis.Of(form, new AnalysisLimits { SheetsPerStatement = 20 }).NotDecided.Select(check => check.Pointer));
    }

    private void Compare(AnalysisLimits limits, bool mustDecide)
    {
        string seed = $"QUALITYKIT_SEED={GeneratedCases.Seed}";
        output.WriteLine(seed);
        var found = Forms().AsParallel().AsOrdered().Select(form => Differences(form, limits, mustDecide)).ToList();
        var differences = found.OfType<string>().Where(text => text.Length > 0).Take(5).ToList();
        output.WriteLine($"{found.Count(text => text is not null)} of {found.Count} forms were looked at");
        Assert.True(differences.Count == 0, $"{seed}{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
        Assert.True(found.Count(text => text is not null) > found.Count / 4);
    }

    private static IEnumerable<EvaluationForm> Forms() => GeneratedCases.Many(Cases)
        .Select(generated => CaseGenerator.Generate(generated.Seed, 1 + (int)((ulong)generated.Seed % MostQuestions)))
        .Select(generated => FormJson.Read(generated.Form).Value.Publish())
        .Where(form => form.IsValid)
        .Select(form => form.Value);

    // Null: too many sheets to look at.
    private static string? Differences(EvaluationForm form, AnalysisLimits limits, bool mustDecide)
    {
        if (BruteForce.TryAll(form, MostSheets) is not { } all)
        {
            return null;
        }

        FormAnalysis analysis = FormAnalysis.Of(form, limits);
        IReadOnlyList<string> differences = BruteForceComparison.Differences(analysis, all);
        string open = mustDecide && !analysis.IsDecided ? $"not decided: {string.Join(", ", analysis.NotDecided)} {analysis.Lowest} {analysis.Highest} {analysis.LowestRaw} {analysis.HighestRaw}" : "";
        return differences.Count == 0 && open.Length == 0 ? "" : $"{System.Text.Encoding.UTF8.GetString(form.CanonicalBytes.AsSpan())}\n{open}\n{string.Join("\n", differences)}\n";
    }
}
