using System.Diagnostics;

namespace QualityKit.Vault.Tests;

/// <summary>A test that traces a child; left out, and said to be, where nothing can be traced, unless the environment demands it.</summary>
internal sealed class StraceFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Refusal = new(Probe);

    public StraceFactAttribute() =>
        Skip = Refusal.Value is { } reason && Environment.GetEnvironmentVariable("QUALITYKIT_REQUIRE_SERVERS") != "1" ? $"nothing can be traced here: {reason}" : null;

    private static string? Probe()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : errors.Trim();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
