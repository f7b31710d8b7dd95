namespace QualityKit.Tests.Wire;

/// <summary>Parts of pages that are printed from the code: between <c>&lt;!-- name: ... --&gt;</c> and <c>&lt;!-- end of name --&gt;</c>. <c>QUALITYKIT_WRITE_PAGES=1</c> writes them anew.</summary>
internal static class PrintedPage
{
    /// <summary>Fails unless a page has the part as it is printed today.</summary>
    public static void AssertShows(string file, string name, string printed)
    {
        string path = RepositoryFile.Path(file);
        string page = File.ReadAllText(path);
        int begin = page.IndexOf($"<!-- {name}: ", StringComparison.Ordinal);
        int end = page.IndexOf($"<!-- end of {name} -->\n", StringComparison.Ordinal);
        Assert.True(begin >= 0 && end > begin, $"{file} has no place for the {name}");
        int start = page.IndexOf('\n', begin) + 1;
        if (Environment.GetEnvironmentVariable("QUALITYKIT_WRITE_PAGES") == "1")
        {
            File.WriteAllText(path, page[..start] + printed + page[end..]);
            return;
        }

        Assert.Equal(printed, page[start..end]);
    }
}
