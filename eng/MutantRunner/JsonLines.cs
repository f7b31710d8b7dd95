using System.Text.Json;

namespace QualityKit.MutantRunner;

/// <summary>A file with a JSON value a line, written as the values come: what a process left when it died is there.</summary>
internal static class JsonLines
{
    public static IEnumerable<T> Read<T>(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        foreach (string line in File.ReadLines(path))
        {
            yield return JsonSerializer.Deserialize<T>(line)!;
        }
    }

    public static void Append<T>(string path, T value) => File.AppendAllText(path, JsonSerializer.Serialize(value) + "\n");
}
