using System.IO.Compression;
using System.Text.Json;

namespace QualityKit.Tests.Vault;

/// <summary>Vectors of others, where a machine has them: the folder that QUALITYKIT_CASES_FOLDER names, or <c>../shared/cases</c> beside the repository.</summary>
internal static class SharedCases
{
    /// <summary>A file of theirs; null where there is none.</summary>
    public static string? Find(string relative)
    {
        string folder = Environment.GetEnvironmentVariable("QUALITYKIT_CASES_FOLDER") ?? Path.Combine(Wire.RepositoryFile.Path(".."), "shared", "cases");
        string path = Path.Combine(folder, relative);
        return File.Exists(path) ? path : null;
    }

    /// <summary>All tests of a Wycheproof file, with the group of each; none where there is no file.</summary>
    public static IEnumerable<(JsonElement Group, JsonElement Test)> Wycheproof(string relative)
    {
        if (Find(relative) is not { } path)
        {
            return [];
        }

        JsonElement root = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
        return root.GetProperty("testGroups").EnumerateArray().SelectMany(group => group.GetProperty("tests").EnumerateArray().Select(test => (group, test)));
    }

    public static byte[] Hex(JsonElement element, string member) => Convert.FromHexString(element.GetProperty(member).GetString()!);

    public static byte[] Inflated(byte[] compressed)
    {
        using var inflate = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var all = new MemoryStream();
        inflate.CopyTo(all);
        return all.ToArray();
    }
}
