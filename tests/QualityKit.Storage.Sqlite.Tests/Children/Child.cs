using System.Diagnostics;
using System.Reflection;

namespace QualityKit.Storage.Sqlite.Tests.Children;

/// <summary>This program as a process of its own, which can be killed. It says what it did line by line.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private Child(ProcessStartInfo start) => _process = Process.Start(start)!;

    public int Id => _process.Id;

    /// <summary>Starts a role of <see cref="Roles"/>.</summary>
    public static Child Start(params string[] role) => StartBehind([], role);

    /// <summary>Starts a role behind a program that watches or limits it.</summary>
    public static Child StartBehind(string[] command, params string[] role)
    {
        string[] all = [.. command, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Assembly.GetExecutingAssembly().Location, .. role];
        var start = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // Files that the runtime makes for itself are nobody's business here, and would be counted as writes.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new Child(start);
    }

    /// <summary>The next line that it says; null when it is over.</summary>
    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    /// <summary>Waits for a line that must come.</summary>
    public async Task ExpectAsync(string line)
    {
        string? said = await ReadLineAsync();
        if (said != line)
        {
            throw new InvalidOperationException($"the child said `{said}`, not `{line}`: {await ErrorsAsync()}");
        }
    }

    public async Task SayAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>SIGKILL: nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>All lines that it said, and its exit code.</returns>
    public async Task<(string[] Lines, int Code)> EndAsync()
    {
        string said = await _process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (said.Split('\n', StringSplitOptions.RemoveEmptyEntries), _process.ExitCode);
    }

    public async Task<string> ErrorsAsync() => _process.HasExited ? await _process.StandardError.ReadToEndAsync() : "(it still runs)";

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
