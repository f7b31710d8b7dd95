using System.Diagnostics;

namespace QualityKit.Architecture.Tests.Code;

/// <summary>The repository that the tests were built from. Paths are relative to its root and use slashes.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The committed files, and those that are new and not ignored.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    /// <summary>The projects under src.</summary>
    public static IReadOnlyList<SourceProject> Projects { get; } =
        [.. Directory.GetFiles(FullPath("src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(SourceProject.Load)];

    public static string FullPath(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(FullPath(relative));

    public static string Relative(string fullPath) => Path.GetRelativePath(Root, fullPath).Replace('\\', '/');

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QualityKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("QualityKit.sln was not found above the test's folder.");
    }

    private static List<string> ListFiles()
    {
        ProcessStartInfo start = new("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using Process git = Process.Start(start)!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode != 0)
        {
            throw new InvalidOperationException("git could not list the files of the repository.");
        }

        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(FullPath(file)))];
    }
}
