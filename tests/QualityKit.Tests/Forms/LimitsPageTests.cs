using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Forms;

public sealed class LimitsPageTests
{
    private const string Begin = "<!-- limits: QUALITYKIT_WRITE_LIMITS=1 writes them from FormLimits -->\n";
    private const string End = "<!-- end of limits -->\n";

    [Fact]
    public void The_page_prints_every_limit_as_it_is_in_code()
    {
        string path = RepositoryFile.Path("docs/vendors.md");
        string page = File.ReadAllText(path);
        int start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= Begin.Length && end >= start, "docs/vendors.md has no place for the limits");
        if (Environment.GetEnvironmentVariable("QUALITYKIT_WRITE_LIMITS") == "1")
        {
            page = page[..start] + LimitsPage.Render() + page[end..];
            File.WriteAllText(path, page);
            end = page.IndexOf(End, StringComparison.Ordinal);
        }

        Assert.Equal(LimitsPage.Render(), page[start..end]);
    }
}
