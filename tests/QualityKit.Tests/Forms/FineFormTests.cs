namespace QualityKit.Tests.Forms;

public sealed class FineFormTests
{
    public static TheoryData<string> Names => [.. FineForms.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_that_is_right_has_no_issue_at_all(string name) => Assert.Empty(FineForms.All[name].Check());
}
