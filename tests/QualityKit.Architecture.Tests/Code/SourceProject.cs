using System.Xml.Linq;

namespace QualityKit.Architecture.Tests.Code;

/// <summary>A project under src, as its project file describes it.</summary>
public sealed record SourceProject
{
    public required string Name { get; init; }

    /// <summary>The folder, relative to the root of the repository.</summary>
    public required string Folder { get; init; }

    public required string RootNamespace { get; init; }

    public required IReadOnlyList<string> References { get; init; }

    public required IReadOnlyList<string> Friends { get; init; }

    public required IReadOnlyList<string> Usings { get; init; }

    /// <summary>The C# files of the project, relative to the root of the repository.</summary>
    public IEnumerable<string> Files() =>
        Directory.GetFiles(Repository.FullPath(Folder), "*.cs", SearchOption.AllDirectories)
            .Select(Repository.Relative)
            .Where(file => !IsBuildOutput(file))
            .Order(StringComparer.Ordinal);

    public static SourceProject Load(string projectFile)
    {
        XDocument document = XDocument.Load(projectFile);
        string name = Path.GetFileNameWithoutExtension(projectFile);
        return new SourceProject
        {
            Name = name,
            Folder = Repository.Relative(Path.GetDirectoryName(projectFile)!),
            RootNamespace = document.Descendants("RootNamespace").FirstOrDefault()?.Value ?? name,
            References = [.. Included(document, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            Friends = Included(document, "InternalsVisibleTo"),
            Usings = Included(document, "Using"),
        };
    }

    private static List<string> Included(XDocument document, string item) =>
        [.. document.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>()];

    private bool IsBuildOutput(string file) =>
        file.StartsWith($"{Folder}/bin/", StringComparison.Ordinal) || file.StartsWith($"{Folder}/obj/", StringComparison.Ordinal);
}
