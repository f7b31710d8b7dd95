using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;
using Xunit.Abstractions;

namespace QualityKit.Services.Tests.Faults;

/// <summary>A bulk job is many commits: with every call of storage failing, another node goes on with it, does nothing twice, leaves nothing out, and counts each interaction once.</summary>
public sealed class JobFaultTests(ITestOutputHelper output) : IClassFixture<Databases>
{
    private const int MostRuns = 6;

    public static TheoryData<string, JobAction> Jobs
    {
        get
        {
            var data = new TheoryData<string, JobAction>();
            foreach (string store in StoreNames.All)
            {
                data.Add(store, JobAction.Archive);
                data.Add(store, JobAction.Delete);
                data.Add(store, JobAction.Export);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task Whatever_call_fails_a_job_that_another_node_goes_on_with_does_and_counts_each_once(string store, JobAction action)
    {
        int runs = await FaultSweep.RunAsync([Fault.Before, Fault.After, Fault.Twice], (faults, _) => DoneAsync(store, action, faults), CancellationToken.None);

        output.WriteLine($"{action} over {store}: {runs} runs");
        Assert.True(runs > 60);
    }

    private static async Task DoneAsync(string store, JobAction action, FaultSchedule faults)
    {
        await using Center center = await Center.OpenAsync(store);
        foreach (string call in new[] { "call-1", "call-2", "call-3" })
        {
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call(call), Reported.Keep(1), new CommandId($"report {call}"));
        }

        await center.Holds.PlaceAsync(Center.Ada, new() { Id = new("h-1"), Reason = "case", Owner = new("legal"), PlacedAt = DateTimeOffset.UnixEpoch, Interactions = [new("call-2")] }, new CommandId("place"));
        JobId job = await center.Jobs.PlanAsync(Center.Ada, new() { Action = action }, new("plan"));

        await RunAsync(center, center.With(faults), job);

        BulkJob done = await center.Jobs.GetAsync(Center.Ada, job);
        bool respectsHolds = action != JobAction.Export;
        Assert.Equal((JobStatus.Finished, respectsHolds ? 2 : 3, 0, respectsHolds ? 1 : 0), (done.Status, done.Counts.Processed, done.Counts.Failed, done.Counts.Skipped));
        InteractionId[] told = [.. center.JobTarget.Done.Values.Select(one => one.Interaction).Concat(center.Target.Deleted).OrderBy(id => id.Value)];
        Assert.Equal(respectsHolds ? [new("call-1"), new("call-3")] : [new InteractionId("call-1"), new("call-2"), new("call-3")], told);
        Assert.Equal(action == JobAction.Delete, await center.Interactions.FindAsync(Center.Tenant, new("call-1"), CancellationToken.None) is null);
        Assert.NotNull(await center.Interactions.FindAsync(Center.Tenant, new("call-2"), CancellationToken.None));
        Assert.True((await center.VerifyAsync()).Issues.IsEmpty);
    }

    // The node whose call failed is gone; another one goes on when the lease of the first has ended.
    private static async Task RunAsync(Center center, Center faulty, JobId job)
    {
        try
        {
            await faulty.Jobs.RunOnceAsync(CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // Storage could not say who has something to do.
        }

        for (int run = 0; run < MostRuns && !(await center.Jobs.GetAsync(Center.Ada, job)).IsOver; run++)
        {
            center.Time.Advance(TimeSpan.FromMinutes(11));
            await center.Jobs.RunOnceAsync(CancellationToken.None);
        }
    }
}
