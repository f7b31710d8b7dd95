namespace QualityKit.Tests.Forms;

public sealed class FineFormTests
{
    private static readonly string[] Large = ["a chain", "10000 questions"];

    public static TheoryData<string> Names => [.. FineForms.All.Keys.Except(Large)];

    public static TheoryData<string> LargeNames => [.. Large];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_that_is_right_has_no_issue_at_all(string name) => Assert.Empty(FineForms.All[name].Check());

    [Theory]
    [MemberData(nameof(LargeNames))]
    [Trait("Size", "Large")]
    public void A_large_form_that_is_right_has_no_issue_at_all(string name) => Assert.Empty(FineForms.All[name].Check());
}
