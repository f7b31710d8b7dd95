using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Forms;

public sealed class LimitsPageTests
{
    [Fact]
    public void The_page_prints_every_limit_as_it_is_in_code() => PrintedPage.AssertShows("docs/vendors.md", "limits", LimitsPage.Render());
}
