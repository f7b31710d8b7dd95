using System.Text.Json;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;
using QualityKit.Testing.Documents;
using QualityKit.Testing.Tests.Documents;
using QualityKit.Testing.Tests.Matrix;
using QualityKit.Testing.Time;

namespace QualityKit.Testing.Tests.Conformance;

public class ConformanceRunTests
{
    private static readonly DocumentCapabilities Capabilities = new() { Name = "in memory", IsDurable = false, IsShared = false };

    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_run_in_which_nothing_ran_fails()
    {
        var run = new ConformanceRun("nothing", 1, _time);
        run.LeaveOut(DocumentStoreKit.WhyLeftOut(Capabilities));

        Assert.Contains("no case of `nothing` ran", Assert.Throws<ConformanceException>(run.Report.ExpectSomethingRan).Message, StringComparison.Ordinal);
        Assert.Throws<ConformanceException>(run.Report.ExpectAllPassed);
    }

    [Fact]
    public async Task A_run_notes_what_passed_what_failed_and_what_was_left_out()
    {
        WrongProvider wrong = WrongStores.All.First();
        var run = new ConformanceRun("Wrong store", 7, _time);
        run.LeaveOut(DocumentStoreKit.WhyLeftOut(Capabilities));
        run.LeaveOut(DocumentStoreKit.WhyLeftOut(Capabilities));

        ConformanceReport report = await run.RunAllAsync([.. wrong.Cases(new ConformanceOptions { Seed = 7 }).Take(10)]);

        Assert.Equal(10, report.Results.Length);
        Assert.Equal(10, report.Passed + report.Failed);
        Assert.Contains(report.Results, result => result.Name == wrong.Caught && result.Failure is not null);
        Assert.Equal(DocumentStoreKit.LeftOut(Capabilities), report.LeftOut.Select(omitted => omitted.Name));
        report.ExpectSomethingRan();
        Assert.Contains(wrong.Caught, Assert.Throws<ConformanceException>(report.ExpectAllPassed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_fails_is_noted_and_thrown()
    {
        WrongProvider wrong = WrongStores.All.First();
        var run = new ConformanceRun("wrong", 1, _time);

        await Assert.ThrowsAsync<ConformanceException>(() => run.RunAsync(wrong.Cases(new ConformanceOptions()).Single(promise => promise.Name == wrong.Caught)));

        Assert.Equal(1, run.Report.Failed);
    }

    [Fact]
    public async Task A_report_is_written_for_people_and_for_programs()
    {
        var run = new ConformanceRun("In memory/2", 7, _time);
        run.LeaveOut([new OmittedCase { Name = "never", Reason = "too \"hard\"" }]);
        await run.RunAllAsync([.. DocumentStoreKit.Cases(Capabilities, () => new InMemoryHarness()).Take(2)]);
        string folder = Directory.CreateTempSubdirectory("qualitykit-").FullName;
        try
        {
            await run.Report.WriteAsync(folder);

            string text = await File.ReadAllTextAsync(Path.Combine(folder, "in-memory-2.txt"));
            Assert.StartsWith("In memory/2: 2 passed, 0 failed, 1 left out; seed 7\n", text, StringComparison.Ordinal);
            Assert.Contains("left out  never: too \"hard\"", text, StringComparison.Ordinal);
            JsonElement json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "in-memory-2.json"))).RootElement;
            Assert.Equal(7, json.GetProperty("seed").GetInt64());
            Assert.Equal("a created document is read as it was written", json.GetProperty("cases")[0].GetProperty("name").GetString());
            Assert.Equal(JsonValueKind.Null, json.GetProperty("cases")[0].GetProperty("failure").ValueKind);
            Assert.Equal("too \"hard\"", json.GetProperty("leftOut")[0].GetProperty("reason").GetString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
