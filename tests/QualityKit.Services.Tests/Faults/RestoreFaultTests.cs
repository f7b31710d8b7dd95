using QualityKit.Auditing;
using QualityKit.Interactions;
using QualityKit.Retention;
using QualityKit.Services.Tests.Services;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;
using QualityKit.Validation;
using Xunit.Abstractions;

namespace QualityKit.Services.Tests.Faults;

/// <summary>Reconciling is many commits: with every call of storage failing, the same command again repeats what is lacking, once, and lifts the refusal last.</summary>
public sealed class RestoreFaultTests(ITestOutputHelper output) : IClassFixture<Databases>
{
    private const int MostRetries = 3;

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whatever_call_fails_reconciling_again_repeats_what_is_lacking_once(string store)
    {
        int runs = await FaultSweep.RunAsync([Fault.Before, Fault.After, Fault.Twice], (faults, _) => ReconciledAsync(store, faults), CancellationToken.None);

        output.WriteLine($"{store}: {runs} runs");
        Assert.True(runs > 60);
    }

    private static async Task ReconciledAsync(string store, FaultSchedule faults)
    {
        await using Center center = await Center.OpenAsync(store, outside: Outside.Both);
        foreach (string call in new[] { "call-1", "call-2", "call-3" })
        {
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call(call), command: new CommandId($"report {call}"));
        }

        await center.Sealing.RunOnceAsync(CancellationToken.None);
        List<CreateDocument> copy = await center.BackUpAsync();
        await center.Retention.DeleteAsync(Center.Ada, new("call-1"));
        await center.Holds.PlaceAsync(Center.Ada, new() { Id = new("h-1"), Reason = "case", Owner = new("legal"), PlacedAt = DateTimeOffset.UnixEpoch, Interactions = [new("call-2")] });
        center.Time.Advance(TimeSpan.FromMinutes(5));
        await center.Sealing.RunOnceAsync(CancellationToken.None);
        await center.RestoreAsync(copy);

        await RetryAsync(center, center.With(faults));

        Assert.Null(await center.Interactions.FindAsync(Center.Tenant, new("call-1"), CancellationToken.None));
        Assert.NotNull(await center.Interactions.FindAsync(Center.Tenant, new("call-2"), CancellationToken.None));
        Assert.Equal("h-1", Assert.Single((await center.Holds.ListAsync(Center.Ada)).Holds).Id.Value);
        Assert.Equal([new InteractionId("call-1")], center.Target.Deleted);
        Assert.False((await center.Restores.LookAsync(Center.Ada)).IsRestored);
        Assert.Equal(1, (await center.Sealing.RunOnceAsync(CancellationToken.None)).Seals);
        AuditReport audit = await center.Audit.VerifyAsync(Center.Tenant, CancellationToken.None);
        Assert.Empty(audit.Issues.Where(issue => issue.Severity == Severity.Error));
    }

    // Until it is through nothing else is deleted.
    private static async Task RetryAsync(Center center, Center caller)
    {
        for (int retry = 0; ; retry++)
        {
            try
            {
                RestoreReport report = await caller.Restores.ReconcileAfterRestoreAsync(Center.Ada, new CommandId("reconcile"));
                Assert.False(report.IsRestored);
                return;
            }
            catch (StorageUnavailableException) when (retry < MostRetries)
            {
                bool isLifted = !(await center.Restores.LookAsync(Center.Ada)).IsRestored;
                if (!isLifted)
                {
                    await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Retention.DeleteAsync(Center.Ada, new("call-3")));
                }
            }
        }
    }
}
