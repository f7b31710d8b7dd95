using System.Diagnostics;

namespace QualityKit.Storage.Sqlite.Tests.Faults;

/// <summary>Debian's strace, which can kill a process at its n-th system call, or let the call fail.</summary>
internal static class Strace
{
    private static readonly Lazy<bool> Works = new(Try);

    public static bool IsMissing => !Works.Value;

    /// <summary>The command that does something to the n-th call.</summary>
    /// <param name="call">The system call.</param>
    /// <param name="effect">What happens: <c>signal=SIGKILL</c> before it has an effect, or <c>error=ENOSPC</c> instead of one.</param>
    /// <param name="number">Which, from 1.</param>
    /// <param name="log">Where strace writes what it saw.</param>
    public static string[] At(string call, string effect, int number, string log) =>
        ["strace", "-f", "-qq", "-o", log, "-e", $"trace={call}", "-e", $"inject={call}:{effect}:when={number}"];

    private static bool Try()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
