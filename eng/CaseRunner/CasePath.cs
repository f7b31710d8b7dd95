namespace QualityKit.CaseRunner;

/// <summary>The case files that a path stands for.</summary>
internal static class CasePath
{
    /// <summary>The file itself, or of a folder every JSON file in it, its manifest first.</summary>
    /// <exception cref="UnreadableFileException">There is no such path, or a folder has no case file.</exception>
    public static IReadOnlyList<string> Expand(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new UnreadableFileException(path, 1, "there is no such file or folder");
        }

        string[] files =
        [
            .. Directory.GetFiles(path, "*.json")
                .OrderByDescending(file => Path.GetFileName(file) == "manifest.json")
                .ThenBy(file => file, StringComparer.Ordinal),
        ];
        return files.Length > 0 ? files : throw new UnreadableFileException(path, 1, "the folder has no case file");
    }
}
