using QualityKit.Interactions;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;
using Xunit.Abstractions;

namespace QualityKit.Services.Tests.Faults;

/// <summary>A sweep is many commits: with every call of storage failing, it is finished when it runs again, and nothing that is held goes.</summary>
public sealed class SweepFaultTests(ITestOutputHelper output) : IClassFixture<Databases>
{
    private const int MostRetries = 3;

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whatever_call_fails_a_sweep_that_runs_again_deletes_what_is_due_and_nothing_that_is_held(string store)
    {
        int runs = await FaultSweep.RunAsync([Fault.Before, Fault.After, Fault.Twice], (faults, _) => SweptAsync(store, faults), CancellationToken.None);

        output.WriteLine($"{store}: {runs} runs");
        Assert.True(runs > 10);
    }

    private static async Task SweptAsync(string store, FaultSchedule faults)
    {
        await using Center center = await Center.OpenAsync(store);
        foreach (string call in new[] { "call-1", "call-2", "call-3" })
        {
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call(call), Reported.Keep(1), new CommandId($"report {call}"));
        }

        await center.Holds.PlaceAsync(Center.Ada, new() { Id = new("h-1"), Reason = "case", Owner = new("legal"), PlacedAt = DateTimeOffset.UnixEpoch, Interactions = [new("call-2")] }, new CommandId("place"));
        await center.Retention.SweepAsync(Center.Bot, command: new CommandId("mark"));
        center.Time.Advance(TimeSpan.FromHours(72));

        await RetryAsync(center.With(faults));

        Assert.Equal([new("call-1"), new InteractionId("call-3")], center.Target.Deleted.OrderBy(id => id.Value));
        Assert.Null(await center.Interactions.FindAsync(Center.Tenant, new("call-1"), CancellationToken.None));
        Assert.Null(await center.Interactions.FindAsync(Center.Tenant, new("call-3"), CancellationToken.None));
        Assert.NotNull(await center.Interactions.FindAsync(Center.Tenant, new("call-2"), CancellationToken.None));
        Assert.True((await center.VerifyAsync()).Issues.IsEmpty);
    }

    private static async Task RetryAsync(Center caller)
    {
        for (int retry = 0; ; retry++)
        {
            try
            {
                await caller.Retention.SweepAsync(Center.Bot, command: new CommandId("sweep"));
                return;
            }
            catch (StorageUnavailableException) when (retry < MostRetries)
            {
                // The same run again.
            }
        }
    }
}
