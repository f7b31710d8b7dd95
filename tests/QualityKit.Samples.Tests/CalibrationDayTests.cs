using System.Diagnostics;

namespace QualityKit.Samples.Tests;

public sealed class CalibrationDayTests
{
    [Fact]
    public void It_calibrates_the_chats_of_the_sample_and_finds_the_lenient_and_the_strict_evaluator()
    {
        (int code, string output, string error) = Run();
        Assert.True(code == 0, error);
        Assert.Contains("5 evaluators and an expert", output, StringComparison.Ordinal);
        Assert.Contains("evaluators agree on", output, StringComparison.Ordinal);
        Assert.Matches("cia: .*the bias of -", output.ReplaceLineEndings(" "));
        Assert.Contains("totals.icc", output, StringComparison.Ordinal);
        Assert.Contains("One session through the services: 2 chats, 12 evaluations asked for, 0 evaluators missing", output, StringComparison.Ordinal);
        Assert.Contains("What goes with a request that was done", output, StringComparison.Ordinal);
        Assert.Equal(output, Run().Output);
    }

    [Fact]
    public void It_writes_every_table()
    {
        using var folder = new TemporaryFolder();
        (int code, string _, string error) = Run("--sessions", "5", "--csv", folder.Path("tables"));
        Assert.True(code == 0, error);
        Assert.Equal(6, Directory.GetFiles(folder.Path("tables"), "calibration.*.csv").Length);
        Assert.Equal(1 + (5 * 5), File.ReadAllLines(folder.Path("tables/calibration.recordingSummary.csv")).Length);
    }

    [Fact]
    public void A_file_that_is_not_there_and_an_option_that_is_none_are_told()
    {
        Assert.Equal(1, Run("no-such-file").Code);
        (int code, string _, string error) = Run("--nothing");
        Assert.Equal(2, code);
        Assert.StartsWith("usage:", error, StringComparison.Ordinal);
    }

    // tests/QualityKit.Samples.Tests/bin/CONFIGURATION/FRAMEWORK
    private static string Program()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        DirectoryInfo root = framework.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "samples", "Calibration", "bin", framework.Parent!.Name, framework.Name, "CalibrationDay.dll");
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
