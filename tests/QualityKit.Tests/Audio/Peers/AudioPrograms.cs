using System.Diagnostics;

namespace QualityKit.Tests.Audio.Peers;

/// <summary>sox, ffmpeg and espeak-ng: other people's readers, writers and voices.</summary>
internal static class AudioPrograms
{
    private static readonly string[] Needed = ["sox", "ffmpeg", "espeak-ng"];

    /// <summary>Why tests that need them are left out; null where they run, or where they must and so fail.</summary>
    public static string? LeftOutBecause { get; } =
        Environment.GetEnvironmentVariable("QUALITYKIT_REQUIRE_SERVERS") != "1" && Needed.FirstOrDefault(program => !IsThere(program)) is { } missing
            ? $"{missing} is not installed: eng/install-test-needs brings it"
            : null;

    /// <summary>Runs a program to its end; gives what it wrote, and what it said.</summary>
    public static (byte[] Output, string Said) Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        using var output = new MemoryStream();
        Task<string> said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        string words = said.GetAwaiter().GetResult();
        return process.ExitCode == 0 ? (output.ToArray(), words) : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {words}");
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
