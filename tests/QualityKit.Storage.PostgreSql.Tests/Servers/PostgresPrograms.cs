using System.Diagnostics;

namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>The programs of the newest PostgreSQL on this machine, run as an ordinary user: a server refuses to be root.</summary>
internal static class PostgresPrograms
{
    private const string RequiredBy = "QUALITYKIT_REQUIRE_SERVERS";

    public static string? Folder { get; } = Find();

    /// <summary>Why tests that need a server are left out; null where they run, or where they must and so fail.</summary>
    public static string? LeftOutBecause =>
        Folder is not null || Environment.GetEnvironmentVariable(RequiredBy) == "1" ? null : "no PostgreSQL server is installed: eng/install-test-needs brings one";

    private static bool IsRoot => Environment.UserName == "root";

    private static string User { get; } = HasUser("postgres") ? "postgres" : "nobody";

    /// <summary>A folder that the server's user owns.</summary>
    public static string NewFolder()
    {
        string folder = Directory.CreateTempSubdirectory("qualitykit-pg-").FullName;
        Own(folder);
        return folder;
    }

    /// <summary>Gives a folder to the server's user.</summary>
    public static void Own(string folder)
    {
        if (IsRoot)
        {
            Run("chown", [User, folder]);
        }
    }

    /// <summary>Runs a program of PostgreSQL to its end.</summary>
    public static void RunTool(string tool, params string[] arguments)
    {
        string program = Path.Combine(Folder ?? throw new InvalidOperationException("no PostgreSQL server is installed"), tool);
        if (IsRoot)
        {
            Run("setpriv", [$"--reuid={User}", $"--regid={GroupOf(User)}", "--clear-groups", program, .. arguments]);
        }
        else
        {
            Run(program, arguments);
        }
    }

    private static string GroupOf(string user) => File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(parts => parts[0] == user)[3];

    private static bool HasUser(string name) => File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith(name + ":", StringComparison.Ordinal));

    private static string? Find()
    {
        string[] installed = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        IEnumerable<string> folders = installed
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out int version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "initdb")));
    }

    private static void Run(string program, IEnumerable<string> arguments)
    {
        // The server that pg_ctl starts inherits the pipes, so they are not waited for to end.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }
}
