using System.Diagnostics;
using Xunit;

namespace QualityKit.Packages.Tests;

/// <summary>Runs a command and fails the test with its output if it fails.</summary>
internal static class Tool
{
    public static string Run(string folder, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The test host's own MSBuild settings are not for the SDK that runs here.
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"`{program} {string.Join(' ', arguments)}` failed:\n{output}\n{errors.GetAwaiter().GetResult()}");
        return output;
    }
}
