namespace QualityKit.Packages.Tests;

/// <summary>Every package of src, packed once into a folder of its own.</summary>
public sealed class PackedFixture : IDisposable
{
    public PackedFixture()
    {
        Feed = Path.Combine(Work, "feed");
        foreach (string project in Projects())
        {
            Tool.Run(Root, "dotnet", "pack", project, "-c", "Release", "-o", Feed, "-v", "q");
        }
    }

    public static string Root { get; } = FindRoot();

    /// <summary>The ids of the packages: the names of the projects.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Projects().Select(project => Path.GetFileNameWithoutExtension(project))];

    /// <summary>A temporary folder, outside the repository so that none of its settings apply.</summary>
    public string Work { get; } = Directory.CreateTempSubdirectory("qualitykit-packages-").FullName;

    public string Feed { get; }

    public string File(string id, string extension) => Directory.GetFiles(Feed, $"{id}.*{extension}")
        .Single(file => char.IsAsciiDigit(Path.GetFileName(file)[id.Length + 1]));

    public void Dispose() => Directory.Delete(Work, recursive: true);

    private static IEnumerable<string> Projects() =>
        Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "QualityKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("QualityKit.sln was not found above the test's folder.");
    }
}
