using System.Diagnostics;
using System.Text.RegularExpressions;

namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>Traces a child's system calls, and kills it at one of them.</summary>
internal static partial class Strace
{
    public static readonly string[] Calls = ["mkdir", "pwrite64", "fsync", "renameat2", "link", "unlink"];

    private static readonly Lazy<string?> Refusal = new(Probe);

    /// <summary>Why tests that trace are left out; null where they run, or where they must and so fail.</summary>
    public static string? LeftOutBecause =>
        Refusal.Value is { } reason && Environment.GetEnvironmentVariable("QUALITYKIT_REQUIRE_SERVERS") != "1" ? $"nothing can be traced here: {reason}" : null;

    /// <summary>The calls of a child that can change something below a folder, or that tell its parent, in order.</summary>
    public static async Task<(List<string> Calls, string Output)> Trace(string folder, params string[] arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            (_, string output, string errors) = await Child.Run(["strace", "-f", "-y", "-s", "32", "-o", file, "-e", $"trace={string.Join(',', Calls)},write", .. Child.Command(arguments)]);
            List<string> calls = [.. Joined(File.ReadLines(file)).Where(line => (line.Contains(folder) || line.Contains("\"stored") || line.Contains("\"deleted")) && !Failed().IsMatch(line))];
            Assert.True(calls.Count > 0, errors);
            return (calls, output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Kills a child as it makes the n-th call of a name in one thread, perhaps on a file system that cannot rename without overwriting.</summary>
    /// <returns>Whether it died of that; if not, it made fewer.</returns>
    public static async Task<bool> KillAt(string call, int number, bool canRename, params string[] arguments)
    {
        string[] withoutRename = canRename ? [] : ["-e", "inject=renameat2:error=EINVAL"];
        (int code, string said, string errors) = await Child.Run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", $"trace={call},renameat2", .. withoutRename, "-e", $"inject={call}:signal=SIGKILL:when={number}", .. Child.Command(arguments)]);
        Assert.True(code is 137 or 0, $"{code} {said} {errors}");
        return code == 137;
    }

    /// <summary>A call that another thread interrupted is two lines: `&lt;unfinished ...>` and `resumed`. The end is what counts.</summary>
    private static IEnumerable<string> Joined(IEnumerable<string> lines)
    {
        var open = new Dictionary<string, string>();
        foreach (string line in lines)
        {
            string thread = line.Split(' ', 2)[0];
            if (line.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                open[thread] = line[..^"<unfinished ...>".Length];
            }
            else
            {
                yield return Resumed().IsMatch(line) && open.Remove(thread, out string? start) ? start + Resumed().Replace(line, "") : line;
            }
        }
    }

    private static string? Probe()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("strace", ["-f", "-o", "/dev/null", "-e", "inject=fsync:signal=SIGKILL:when=1", "true"]) { RedirectStandardError = true })!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : errors.Trim();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }

    [GeneratedRegex(@"^\d+ +<\.\.\. \w+ resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"= -1 E\w+")]
    private static partial Regex Failed();
}
