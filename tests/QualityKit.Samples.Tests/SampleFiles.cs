using BatchScoring.Commands;

namespace QualityKit.Samples.Tests;

/// <summary>Files with chats: the one that ships, and the real corpus where it lies beside the repository or where QUALITYKIT_STAR says.</summary>
public static class SampleFiles
{
    public static string Shipped => Source.Shipped;

    public static TheoryData<string> All
    {
        get
        {
            var files = new TheoryData<string> { Shipped };
            if (Corpus is { } corpus)
            {
                files.Add(corpus);
            }

            return files;
        }
    }

    private static string? Corpus =>
        new[] { Environment.GetEnvironmentVariable("QUALITYKIT_STAR"), BesideTheRepository() }.FirstOrDefault(File.Exists);

    private static string BesideTheRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QualityKit.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? "", "..", "shared", "data", "star", "dialogues.jsonl.gz");
    }
}
