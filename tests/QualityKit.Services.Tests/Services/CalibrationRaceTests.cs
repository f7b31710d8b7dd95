using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Services;

/// <summary>Large sessions, sessions that are interrupted, and people who do different things to one at the same time.</summary>
public sealed class CalibrationRaceTests : IClassFixture<Databases>
{
    public static TheoryData<string> Stores => StoreNames.All;

    [Fact]
    public async Task A_session_of_thousands_of_evaluations_that_is_stopped_again_and_again_makes_each_once()
    {
        await using Center center = await Center.OpenAsync();
        string[] evaluators = [.. Enumerable.Range(0, 40).Select(one => $"e-{one}")];
        CalibrationSessionId session = await center.Calibrations.PlanAsync(Center.Paul, Sessions.New((await center.PublishAsync()).Id, "plan", evaluators) with
        {
            Items = [.. Enumerable.Range(0, 60).Select(call => Sessions.Item($"call-{call}", call % 2 == 0 ? "anna" : "bo"))],
        });

        int stops = 0;
        foreach (int made in new[] { 1, 500, 1700 })
        {
            using var stop = new CancellationTokenSource();
            var stopping = new CalibrationService(
                new StoppingStore(center.Documents, made, stop), center.People, new SharedAccessPolicy(Access.AccessPolicy.Standard), Center.Keys, center.Time);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopping.OpenAsync(Center.Paul, session, new CommandId("open"), stop.Token));
            stops++;
        }

        CalibrationReceipt opened = await center.Calibrations.OpenAsync(Center.Paul, session, new CommandId("open"));
        CalibrationDetails details = await center.Calibrations.GetAsync(Center.Paul, session);

        Assert.Equal(3, stops);
        Assert.Equal(2460, opened.Asked);
        Assert.Equal(2460, details.Progress.Count(one => one.Status == EvaluationStatus.Pending));
        Assert.Equal(2460, (await center.ContentAsync()).Count(line => line.StartsWith("evaluations/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Somebody_else_can_finish_what_was_interrupted()
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.PlannedAsync(center, "eva", "erik");
        using var stop = new CancellationTokenSource();
        var stopping = new CalibrationService(new StoppingStore(center.Documents, 2, stop), center.People, new SharedAccessPolicy(Access.AccessPolicy.Standard), Center.Keys, center.Time);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopping.OpenAsync(Center.Paul, session, new CommandId("open"), stop.Token));
        Assert.Contains((await center.Calibrations.GetAsync(Center.Paul, session)).Progress, one => one.Status is null);

        await center.Calibrations.OpenAsync(Center.Mona, session, new CommandId("mine"));

        Assert.DoesNotContain((await center.Calibrations.GetAsync(Center.Paul, session)).Progress, one => one.Status is null);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Everyone_submits_at_once_and_nobody_is_in_anybodys_way(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        string[] evaluators = [.. Enumerable.Range(0, 20).Select(one => $"e-{one}")];
        CalibrationSessionId session = await Sessions.OpenedAsync(center, evaluators);

        await Task.WhenAll(evaluators.SelectMany(person => new[] { "call-1", "call-2" }.Select(call =>
            Task.Run(() => Sessions.SubmitAsync(center, Center.Actor(person, Roles.Evaluator), call, Center.Good)))));

        Assert.Equal(["xenia (2)"], (await center.Calibrations.CloseAsync(Center.Paul, session, despiteMissing: true)).Missing.Select(one => one.ToString()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whoever_submits_while_it_closes_is_in_the_report_or_is_told_that_it_is_too_late(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        string[] evaluators = [.. Enumerable.Range(0, 12).Select(one => $"e-{one:d2}")];
        CalibrationSessionId session = await Sessions.OpenedAsync(center, evaluators);

        Task<CalibrationReceipt> closing = Task.Run(async () =>
        {
            await Sessions.SubmitAsync(center, Center.Xenia, "call-1", Center.Good);
            return await center.Calibrations.CloseAsync(Center.Paul, session, despiteMissing: true);
        });
        string?[] taken = await Task.WhenAll(evaluators.Select(person => Task.Run(async () =>
        {
            try
            {
                await Sessions.SubmitAsync(center, Center.Actor(person, Roles.Evaluator), "call-1", Center.Good);
                return person;
            }
            catch (TransitionNotAllowedException)
            {
                return null;
            }
        })));
        await closing;
        SessionReport report = await center.Calibrations.ReportAsync(Center.Paul, session);

        Assert.Equal(taken.OfType<string>().Order(StringComparer.Ordinal), report.Report.Rounds[0].Round.Sheets.Select(sheet => sheet.Evaluator).Order(StringComparer.Ordinal));
        Assert.Equal(24 - taken.OfType<string>().Count() + 1, report.Session.Missing.Sum(one => one.Count));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Two_who_close_at_once_close_it_once(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        await Sessions.HalfDoneAsync(center);

        CalibrationReceipt?[] receipts = await Task.WhenAll(new[] { Center.Paul, Center.Mona, Center.Ada }.Select(actor => Task.Run(async () =>
        {
            try
            {
                return await center.Calibrations.CloseAsync(actor, Sessions.Id, despiteMissing: true);
            }
            catch (CalibrationNotAllowedException)
            {
                return null;
            }
        })));

        Assert.NotEmpty(receipts.OfType<CalibrationReceipt>());
        Assert.All(receipts.OfType<CalibrationReceipt>(), receipt => Assert.Equal(2, receipt.Missing.Length));
        Assert.Equal(["calibration.planned", "calibration.opened", "calibration.closed"], await Sessions.ToldAsync(center, "calibration", Sessions.Id.Value));
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task A_session_that_is_called_off_while_it_is_being_opened_asks_nobody_more()
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.PlannedAsync(center, "eva", "erik");
        var meddling = new CalibrationService(
            new StoppingStore(center.Documents, 2, null, () => center.Calibrations.CancelAsync(Center.Mona, session, "moved")), center.People, new SharedAccessPolicy(Access.AccessPolicy.Standard), Center.Keys, center.Time);

        await meddling.OpenAsync(Center.Paul, session, new CommandId("open"));

        CalibrationDetails details = await center.Calibrations.GetAsync(Center.Paul, session);
        Assert.Equal(CalibrationSessionStatus.Cancelled, details.Session.Status);
        Assert.Equal(0, details.Progress.Count(one => one.Status == EvaluationStatus.Pending));
        Assert.Contains(details.Progress, one => one.Status is null);
    }

    /// <summary>A store that does something once, after so many commits.</summary>
    private sealed class StoppingStore(IDocumentStore inner, int after, CancellationTokenSource? stop, Func<Task>? meddle = null) : IDocumentStore
    {
        private int _commits;

        public DocumentCapabilities Capabilities => inner.Capabilities;

        public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => inner.ReadAsync(tenant, key, cancellationToken);

        public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => inner.QueryAsync(tenant, query, cancellationToken);

        public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => inner.CountAsync(tenant, query, limit, cancellationToken);

        public async ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken)
        {
            CommitResult result = await inner.CommitAsync(batch, cancellationToken);
            if (++_commits == after)
            {
                stop?.Cancel();
                await (meddle?.Invoke() ?? Task.CompletedTask);
            }

            return result;
        }
    }
}
