using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Methods;

public sealed class VendorPageTests
{
    [Fact]
    public void The_page_prints_every_profile_as_it_is_in_code() => PrintedPage.AssertShows("docs/vendors.md", "profiles", VendorPage.Render());
}
