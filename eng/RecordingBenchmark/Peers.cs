using System.Diagnostics;
using System.Globalization;

namespace QualityKit.RecordingBenchmark;

/// <summary>Programs beside us.</summary>
internal static class Peers
{
    /// <summary>Whether a program is installed.</summary>
    public static bool Has(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Bytes a second of AES-256-GCM in openssl, blocks of 16 KiB, by the processor's clock.</summary>
    public static double OpenSslSpeed()
    {
        string said = Run("openssl", "speed", "-seconds", "1", "-bytes", "16384", "-evp", "aes-256-gcm");
        string last = said.Split('\n').Last(line => line.StartsWith("AES-256-GCM", StringComparison.OrdinalIgnoreCase));
        return double.Parse(last.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].TrimEnd('k'), CultureInfo.InvariantCulture) * 1000;
    }

    /// <summary>Runs a program to its end and gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
    }
}
