using System.Diagnostics;
using System.Diagnostics.Metrics;
using QualityKit.Services;
using QualityKit.Testing.Faults;

namespace QualityKit.Tests.Services;

public sealed class HealthTests
{
    [Fact]
    public async Task It_says_how_long_events_and_entries_have_waited_over_all_tenants()
    {
        await using var node = new Node();
        await node.Happen("acme", "1", "a");
        node.Clock.Advance(TimeSpan.FromMinutes(1));
        await node.Happen("other", "1", "a");

        HealthReport report = await node.Get<HealthService>().ReadAsync(default);

        Assert.Equal(("in memory", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), 0), (report.Store, report.OutboxLag, report.UnsealedFor, report.TenantsWithDeadLetters));
        Assert.Equal([HealthProblem.NotDurable, HealthProblem.OutboxLate], report.Problems.AsEnumerable());

        node.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains(HealthProblem.SealsLate, (await node.Get<HealthService>().ReadAsync(default)).Problems);
        await node.Drain();
        await node.Sealing.RunOnceAsync(default);
        report = await node.Get<HealthService>().ReadAsync(default);
        Assert.Equal((null, null), (report.OutboxLag, report.UnsealedFor));
        Assert.Equal([HealthProblem.NotDurable], report.Problems.AsEnumerable());
    }

    [Fact]
    public async Task Dead_letters_count_by_tenant()
    {
        await using var node = new Node(options => options.Outbox.Attempts = 1);
        node.Board.Before = (_, _, _) => throw new InvalidOperationException("no");
        await node.Happen("acme", "1", "a");
        await node.Happen("acme", "2", "a");
        await node.Happen("other", "1", "a");
        await node.Drain();

        HealthReport report = await node.Get<HealthService>().ReadAsync(default);

        Assert.Equal((2, null), (report.TenantsWithDeadLetters, report.OutboxLag));
        Assert.Contains(HealthProblem.DeadLetters, report.Problems);
    }

    [Fact]
    public async Task Storage_that_is_out_of_reach_is_a_problem_and_no_exception()
    {
        await using var node = new Node(faults: new FaultSchedule(Fault.Before(1)));

        Assert.Contains(HealthProblem.StorageUnreachable, (await node.Get<HealthService>().ReadAsync(default)).Problems);
    }

    [Fact]
    public async Task Calls_are_counted_by_handler_and_outcome_and_traced()
    {
        using var listener = new MeterListener();
        var counted = new List<string>();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument is { Meter.Name: QualityKitDiagnostics.MeterName, Name: "qualitykit.outbox.calls" })
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            lock (counted)
            {
                counted.Add(string.Join(' ', tags.ToArray().Select(tag => $"{tag.Value}")));
            }
        });
        listener.Start();
        var traced = new List<string>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == QualityKitDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (traced)
                {
                    traced.Add($"{activity.OperationName} {activity.GetTagItem("handler")} {activity.Status}");
                }
            },
        };
        ActivitySource.AddActivityListener(activities);
        await using var node = new Node();
        node.Board.Before = (handler, _, _) => handler == "second" ? throw new InvalidOperationException("no") : default;
        await node.Happen("acme", "1", "a");

        await node.Drain();

        Assert.Contains("first done", counted);
        Assert.Contains("second failed", counted);
        Assert.Contains("qualitykit.outbox.call first Ok", traced);
        Assert.Contains("qualitykit.outbox.call second Error", traced);
    }
}
