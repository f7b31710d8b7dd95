using QualityKit.Analysis;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using Xunit.Abstractions;

namespace QualityKit.Tests.Analysis;

public sealed class LargeFormTests(ITestOutputHelper output)
{
    public static TheoryData<string> Methods => ["default", "genesys cloud", "question weights"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_extremes_and_every_warning_of_a_form_of_200_questions_are_decided(string method)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        FormAnalysis analysis = FormAnalysis.Of(LargeForms.ScoredBy(Named(method)));
        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
        output.WriteLine($"{analysis.Lowest} {analysis.Highest} {analysis.LowestRaw} {analysis.HighestRaw}");
        output.WriteLine(string.Join('\n', analysis.Issues));
        output.WriteLine($"ranges {analysis.Shares.Count(share => share.IsRangeDecided)}, changes {analysis.Shares.Count(share => share.Change.IsDecided)}, shares {analysis.Shares.Count(share => share.Share is not null)}");
        output.WriteLine(string.Join('\n', analysis.Shares.Where(share => !share.Change.IsDecided).Take(12).Select(share => $"{share.Key} {share.Change.Largest} {share.Change.Bound}")));

        Assert.Equal(Score.Percent(0), analysis.Lowest.Score);
        Assert.Equal(Score.Percent(100), analysis.Highest.Score);
        Assert.All(
            new[] { analysis.Lowest, analysis.Highest, analysis.LowestRaw, analysis.HighestRaw },
            extreme => Assert.True(extreme.IsDecided, extreme.ToString()));
        Assert.Empty(analysis.NotDecided);
    }

    private static ScoringMethod Named(string method) => method switch
    {
        "default" => ScoringMethod.Default,
        "genesys cloud" => LargeForms.GenesysCloud,
        _ => LargeForms.QuestionWeights,
    };
}
