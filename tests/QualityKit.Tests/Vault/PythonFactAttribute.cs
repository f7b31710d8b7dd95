using System.Diagnostics;

namespace QualityKit.Tests.Vault;

/// <summary>Needs Debian's Python with its cryptography; leaves itself out where that is missing, unless QUALITYKIT_REQUIRE_SERVERS says that it must be there.</summary>
internal sealed class PythonFactAttribute : FactAttribute
{
    public const string Program = "/usr/bin/python3";

    private static readonly Lazy<bool> IsMissing = new(() =>
    {
        if (!File.Exists(Program))
        {
            return true;
        }

        using Process process = Process.Start(new ProcessStartInfo(Program, ["-c", "import cryptography"]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode != 0;
    });

    public PythonFactAttribute()
    {
        if (IsMissing.Value && Environment.GetEnvironmentVariable("QUALITYKIT_REQUIRE_SERVERS") != "1")
        {
            Skip = "python3-cryptography is not installed; eng/install-test-needs installs it";
        }
    }
}
