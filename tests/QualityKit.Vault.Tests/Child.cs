using System.Diagnostics;

namespace QualityKit.Vault.Tests;

/// <summary>This assembly as a process of its own.</summary>
internal static class Child
{
    private static readonly string Own = typeof(Child).Assembly.Location;

    public static string[] Command(params string[] arguments) => [Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", Own, .. arguments];

    public static Process Start(IEnumerable<string> command)
    {
        var start = new ProcessStartInfo(command.First(), command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // The files that the runtime makes for itself are nobody's business here, and would count against a limit on files.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }

    public static async Task<(int Code, string Output, string Errors)> Run(IEnumerable<string> command)
    {
        using Process process = Start(command);
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output.Trim(), await errors);
    }
}
