using QualityKit.Analysis;
using QualityKit.Methods;

namespace QualityKit.Tests.Analysis;

public sealed class LargeFormTests
{
    public static TheoryData<string> Methods => ["default", "genesys cloud", "question weights"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_extremes_and_every_warning_of_a_form_of_200_questions_are_decided(string method)
    {
        FormAnalysis analysis = FormAnalysis.Of(LargeForms.ScoredBy(Named(method)));

        Assert.Equal(Score.Percent(0), analysis.Lowest.Score);
        Assert.Equal(Score.Percent(100), analysis.Highest.Score);
        Assert.All(
            new[] { analysis.Lowest, analysis.Highest, analysis.LowestRaw, analysis.HighestRaw },
            extreme => Assert.True(extreme.IsDecided, extreme.ToString()));
        Assert.Empty(analysis.NotDecided);
        Assert.All(analysis.Shares, share => Assert.True(share is { CanBeVisible: true, Share: not null, Change.Largest: not null }, share.Key));
    }

    private static ScoringMethod Named(string method) => method switch
    {
        "default" => ScoringMethod.Default,
        "genesys cloud" => LargeForms.GenesysCloud,
        _ => LargeForms.QuestionWeights,
    };
}
