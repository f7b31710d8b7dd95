using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Methods;

public sealed class VendorPageTests
{
    private const string Begin = "<!-- profiles: QUALITYKIT_WRITE_VENDORS=1 writes them from VendorProfile.All -->\n";
    private const string End = "<!-- end of profiles -->\n";

    [Fact]
    public void The_page_prints_every_profile_as_it_is_in_code()
    {
        string path = RepositoryFile.Path("docs/vendors.md");
        string page = File.ReadAllText(path);
        int start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= Begin.Length && end >= start, "docs/vendors.md has no place for the profiles");
        if (Environment.GetEnvironmentVariable("QUALITYKIT_WRITE_VENDORS") == "1")
        {
            page = page[..start] + VendorPage.Render() + page[end..];
            File.WriteAllText(path, page);
            end = page.IndexOf(End, StringComparison.Ordinal);
        }

        Assert.Equal(VendorPage.Render(), page[start..end]);
    }
}
