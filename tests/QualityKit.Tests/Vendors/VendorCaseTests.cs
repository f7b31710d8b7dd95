using QualityKit.CaseRunner;

namespace QualityKit.Tests.Vendors;

public sealed class VendorCaseTests
{
    private static readonly Dictionary<string, Case> Cases = CasePath.Expand(Path.Combine(AppContext.BaseDirectory, "vectors", "vendors"))
        .SelectMany(file => CaseFile.Read(file).Cases)
        .ToDictionary(published => published.Id, StringComparer.Ordinal);

    public static TheoryData<string> SettledCases() => [.. Cases.Values.Where(published => !published.IsOpen).Select(published => published.Id)];

    [Theory]
    [MemberData(nameof(SettledCases))]
    public void A_vendor_case_gives_the_numbers_it_prints(string id) =>
        Assert.Equal($"pass {id}", CaseJudge.Judge(Cases[id]).ToString());

    [Theory]
    [InlineData("s-cap-open", "ScoringMethod.CapAtFull = true gives form 1, form percent 100.0000")]
    [InlineData("co-open", "AnsweredOption.Match = Exactly gives satisfied false")]
    [InlineData("g-critical-open", "ScoringMethod.Critical = Raw gives 50")]
    public void An_open_case_names_the_setting_that_gives_its_reading(string id, string setting) =>
        Assert.Equal($"switch {id}: {setting}", CaseJudge.Judge(Cases[id]).ToString());
}
