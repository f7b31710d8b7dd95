using System.Runtime.CompilerServices;

namespace QualityKit.Tests.Wire;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
internal static class RepositoryFile
{
    public static string Path(string relative) => System.IO.Path.Combine(Root(), relative);

    private static string Root([CallerFilePath] string source = "")
    {
        IEnumerable<string?> starts = [System.IO.Path.GetDirectoryName(source), AppContext.BaseDirectory];
        return starts.Where(Directory.Exists).SelectMany(WithParents).First(folder => File.Exists(System.IO.Path.Combine(folder, "QualityKit.sln")));
    }

    private static IEnumerable<string> WithParents(string? folder)
    {
        for (DirectoryInfo? at = new(folder!); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
