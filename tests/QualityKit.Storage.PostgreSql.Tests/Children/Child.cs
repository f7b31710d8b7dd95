using System.Collections.Concurrent;
using System.Diagnostics;

namespace QualityKit.Storage.PostgreSql.Tests.Children;

/// <summary>This assembly as a process of its own, which can be killed.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    public Child(params string[] arguments)
    {
        _process = new Process { StartInfo = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardInput = true } };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                _lines.Enqueue(text);
                Said?.Invoke(text);
            }
        };
        _process.Start();
        _process.BeginOutputReadLine();
    }

    /// <summary>Hears every line as it comes.</summary>
    public event Action<string>? Said;

    /// <summary>Every line so far; all of them once it has ended.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    public bool HasEnded => _process.HasExited;

    public void Say(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits until it says something.</summary>
    public Task Hear(string line) => HearSome(line, 1);

    /// <summary>Waits until so many lines begin like this.</summary>
    public async Task HearSome(string start, int count)
    {
        for (int wait = 0; _lines.Count(line => line.StartsWith(start, StringComparison.Ordinal)) < count; wait++)
        {
            Assert.True(wait < 6000 && !_process.HasExited, $"a child never said {start}");
            await Task.Delay(5);
        }
    }

    /// <summary>Waits for its end, which must be a good one.</summary>
    public async Task End()
    {
        await _process.WaitForExitAsync();
        Assert.Equal(0, _process.ExitCode);
    }

    /// <summary>Kills it with -9, and waits until all that it said has been heard.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
