namespace BatchScoring.Commands;

/// <summary>Opens the files of the command line, with a sentence when it cannot be done.</summary>
internal static class Files
{
    public static byte[] Read(string path) => Try(path, "read", File.ReadAllBytes);

    public static FileStream Open(string path) =>
        Try(path, "read", name => new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));

    public static FileStream Create(string path) =>
        Try(path, "written", name => new FileStream(name, FileMode.Create, FileAccess.Write));

    private static T Try<T>(string path, string verb, Func<string, T> open)
    {
        try
        {
            return Directory.Exists(path) ? throw new UsageException($"`{path}` is a directory") : open(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"`{path}` cannot be {verb}: there is no such {(e is FileNotFoundException ? "file" : "directory")}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"`{path}` cannot be {verb}: {e.Message}");
        }
    }
}
