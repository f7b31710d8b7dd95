using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.Privacy;
using QualityKit.Retention;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Validation;

namespace QualityKit.Services.Tests.Services;

public sealed class RestoreServiceTests : IClassFixture<Databases>
{
    private const int Ten = 10;

    public static TheoryData<string> Stores => StoreNames.All;

    public static TheoryData<string, string> StoresAndOutside
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string store in StoreNames.All)
            {
                data.Add(store, "anchor");
                data.Add(store, "witness");
                data.Add(store, "both");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(StoresAndOutside))]
    public async Task In_a_restored_store_nothing_is_deleted_everything_is_read_and_health_says_so(string store, string outside)
    {
        await using Center center = await Center.OpenAsync(store, outside: Of(outside));
        await RestoredAsync(center);

        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Retention.SweepAsync(Center.Bot));
        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Retention.SweepAsync(Center.Ada, isConfirmed: true));
        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Retention.DeleteAsync(Center.Ada, new("gone-0")));
        SweepsRun background = await center.Sweeps.RunOnceAsync(CancellationToken.None);
        HealthReport health = await HealthAsync(center);

        Assert.Equal((0, 1), (background.Deleted, background.TenantsFailed));
        Assert.Equal(Ten, center.Target.Deleted.Count);
        Assert.NotNull(await center.Interactions.GetAsync(Center.Mona, new("gone-0")));
        Assert.Equal(1, health.TenantsRestored);
        Assert.Contains(HealthProblem.Restored, health.Problems);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task After_reconciling_what_was_deleted_is_deleted_and_what_was_held_is_held(string store)
    {
        await using Center center = await Center.OpenAsync(store, outside: Outside.Both);
        await RestoredAsync(center);

        RestoreReport looked = await center.Restores.LookAsync(Center.Ada);
        RestoreReport reconciled = await center.Restores.ReconcileAfterRestoreAsync(Center.Ada, new("reconcile"));
        RestoreReport again = await center.Restores.ReconcileAfterRestoreAsync(Center.Ada, new("reconcile"));

        Assert.Equal((true, Ten, Ten, 1), (looked.IsRestored, looked.Deletions.Length, looked.HoldsPlaced.Length, looked.HoldsReleased.Length));
        Assert.NotEmpty(looked.LostSeals);
        Assert.Equal((false, Ten, Ten, 1), (reconciled.IsRestored, reconciled.Deletions.Length, reconciled.HoldsPlaced.Length, reconciled.HoldsReleased.Length));
        Assert.Equal((false, 0, 0), (again.IsRestored, again.Deletions.Length, again.HoldsPlaced.Length));
        Assert.Empty((await HealthAsync(center)).Problems.Where(problem => problem == HealthProblem.Restored));

        // The sweep that follows deletes nothing that is held, and what was deleted stays so.
        center.Time.Advance(TimeSpan.FromHours(72));
        await center.Sealing.ConfirmClockAsync(Center.Tenant, Center.Ada.Id, CancellationToken.None);
        SweepReport swept = await center.Retention.SweepAsync(Center.Bot);
        Assert.Equal((SweepPause.None, Ten, 0), (swept.Pause, swept.Held.Length, swept.Deleted.Length));
        Assert.Equal("late", Assert.Single(swept.Marked).Value);
        for (int call = 0; call < Ten; call++)
        {
            await Assert.ThrowsAsync<ValidationFailedException>(() => center.Interactions.ReportAsync(Center.Bot, Reported.Call($"gone-{call}")));
        }

        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_audit_goes_on_behind_the_seals_that_are_lost_and_says_so_for_ever(string store)
    {
        await using Center center = await Center.OpenAsync(store, outside: new(new InMemoryAuditAnchor()));
        await RestoredAsync(center);
        SealingRun refused = await SealAsync(center);
        RestoreReport report = await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);
        SealingRun sealing = await SealAsync(center);
        SealingRun next = await SealAsync(center);

        AuditReport audit = await center.Audit.VerifyAsync(Center.Tenant, CancellationToken.None);

        Assert.Equal(SealRefusal.OtherThanAnchored, refused.Refused[Center.Tenant]);
        Assert.Equal((true, false, 0), (report.HasAnchor, report.HasWitness, report.Deletions.Length));
        Assert.Equal((1, 1), (sealing.Seals, next.Seals));
        Assert.Empty(audit.Issues.Where(issue => issue.Severity == Severity.Error));
        Assert.Equal(IssueCodes.AuditSealsLost, Assert.Single(audit.Issues, issue => issue.Code != IssueCodes.AuditSealUnsigned && issue.Code != IssueCodes.AuditSealGap).Code);
    }

    [Fact]
    public async Task The_same_backup_restored_again_is_found_again()
    {
        await using Center center = await Center.OpenAsync(outside: Outside.Both);
        List<CreateDocument> copy = await RestoredAsync(center);
        await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);
        await SealAsync(center);
        await center.RestoreAsync(copy);

        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Retention.SweepAsync(Center.Bot));
        RestoreReport report = await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);

        Assert.Equal((Ten, Ten), (report.Deletions.Length, report.HoldsPlaced.Length));
        Assert.Equal(1, (await SealAsync(center)).Seals);
        Assert.Empty((await center.Audit.VerifyAsync(Center.Tenant, CancellationToken.None)).Issues.Where(issue => issue.Severity == Severity.Error));
    }

    [Fact]
    public async Task A_hold_that_is_placed_now_keeps_what_was_deleted_before()
    {
        await using Center center = await Center.OpenAsync(outside: Outside.Both);
        await RestoredAsync(center);
        await center.Holds.PlaceAsync(Center.Ada, HoldOn("gone-3", "new"));

        RestoreReport report = await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);

        Assert.Equal("gone-3", Assert.Single(report.Held).Value);
        Assert.NotNull(await center.Interactions.GetAsync(Center.Mona, new("gone-3")));
        Assert.Equal(Ten + 1, (await center.Holds.ListAsync(Center.Ada)).Holds.Length);
    }

    [Fact]
    public async Task A_hold_that_is_placed_before_anything_else_does_not_hide_that_the_store_went_back()
    {
        await using Center center = await Center.OpenAsync(outside: new(Witness: new InMemoryKeepingWitness()));
        await RestoredAsync(center);

        await center.Holds.PlaceAsync(Center.Ada, HoldOn("late", "first"));

        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Retention.SweepAsync(Center.Bot));
    }

    [Fact]
    public async Task Who_died_before_the_witness_was_told_tells_it_again()
    {
        var witness = new FailingWitness();
        await using Center center = await Center.OpenAsync(outside: new(new InMemoryAuditAnchor(), witness));
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("asked-again"));
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("never-asked-again"));
        witness.IsDown = true;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => center.Retention.DeleteAsync(Center.Ada, new("asked-again"), new("delete")));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => center.Retention.DeleteAsync(Center.Ada, new("never-asked-again")));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => center.Holds.PlaceAsync(Center.Ada, HoldOn("x", "hold"), new("place")));
        witness.IsDown = false;
        await center.Retention.DeleteAsync(Center.Ada, new("asked-again"), new("delete"));
        int told = await witness.CountAsync();
        await SealAsync(center);

        Assert.Equal((1, 3), (told, await witness.CountAsync()));
        Assert.False((await center.Restores.LookAsync(Center.Ada)).IsRestored);
    }

    [Fact]
    public async Task While_the_anchor_cannot_be_asked_holds_are_placed_and_nothing_is_deleted()
    {
        await using Center center = await Center.OpenAsync(outside: new(new SilentAnchor()));
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());

        await Assert.ThrowsAsync<StorageUnavailableException>(() => center.Retention.DeleteAsync(Center.Ada, new("call-1")));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => center.Retention.SweepAsync(Center.Bot));
        HoldPlacement placed = await center.Holds.PlaceAsync(Center.Ada, HoldOn("call-1", "h-1"));

        Assert.Equal("call-1", Assert.Single(placed.Held).Value);
        Assert.NotNull(await center.Interactions.GetAsync(Center.Mona, new("call-1")));
    }

    [Fact]
    public async Task A_receipt_that_was_not_made_with_the_key_does_nothing()
    {
        var witness = new InMemoryKeepingWitness();
        await using Center center = await Center.OpenAsync(outside: new(Witness: witness));
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());
        var forger = new AuditKey("key-1", Enumerable.Repeat((byte)9, 32).ToArray());
        var draft = new AuditDraft { Entity = new(Center.Tenant.Value, "interaction", "call-1"), At = Reported.Start, Actor = "eve", Action = KeepingFactCodes.Deleted, Command = "forged" };
        (AuditRecord record, _) = AuditChain.Append(AuditHead.Start(draft.Entity), draft, forger);
        await witness.RememberAsync(Center.Tenant, KeepingReceipt.Of(record, default, forger), CancellationToken.None);

        Assert.False((await center.Restores.LookAsync(Center.Ada)).IsRestored);
        await center.Restores.DeclareRestoredAsync(Center.Ada);
        RestoreReport report = await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);

        Assert.Equal((1, 0), (report.UntrustedReceipts, report.Deletions.Length));
        Assert.NotNull(await center.Interactions.GetAsync(Center.Mona, new("call-1")));
    }

    [Fact]
    public async Task A_person_can_say_that_the_store_was_restored()
    {
        await using Center center = await Center.OpenAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());

        await center.Restores.DeclareRestoredAsync(Center.Ada, new("declare"));
        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Retention.DeleteAsync(Center.Ada, new("call-1")));
        RestoreReport report = await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);
        await center.Restores.DeclareRestoredAsync(Center.Ada, new("declare"));
        await center.Retention.DeleteAsync(Center.Ada, new("call-1"));

        Assert.Equal((false, false, false), (report.HasAnchor, report.HasWitness, report.IsRestored));
        Assert.NotNull(report.DetectedAt);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    // A hold that the backup does not know may be on any of it.
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_said_is_neither_erased_nor_redacted_before_it_is_reconciled(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());
        await center.Transcripts.StoreAsync(Center.Bot, Spoken.Talk());
        await center.Restores.DeclareRestoredAsync(Center.Ada);
        List<string> before = await center.ContentAsync();
        var customer = new DataSubject.Customer { Attribute = "phone", Value = AttributeValue.Of("+45 12 34 56 78") };

        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Subjects.EraseAsync(Center.Ada, customer));
        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Transcripts.RedactAsync(Center.Bot, new("call-1"), Spoken.Id, [CardNumberRedactor.Instance]));
        await Assert.ThrowsAsync<RestoreDetectedException>(() => center.Transcripts.DestroySealedAsync(Center.Bot));
        Assert.Equal(before, await center.ContentAsync());

        await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);
        Assert.NotEmpty((await center.Subjects.EraseAsync(Center.Ada, customer)).Erased);
    }

    [Fact]
    public async Task Bulk_deletions_wait_until_it_is_reconciled_and_exports_do_not()
    {
        await using Center center = await Center.OpenAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());
        await center.Restores.DeclareRestoredAsync(Center.Ada);
        JobId export = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export });
        JobId archive = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Archive });
        JobId delete = await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete });

        for (int run = 0; run < 3; run++)
        {
            await center.Jobs.RunOnceAsync(CancellationToken.None);
        }

        Assert.Equal(
            (JobStatus.Finished, JobStatus.Ready, JobStatus.Ready),
            ((await center.Jobs.GetAsync(Center.Ada, export)).Status, (await center.Jobs.GetAsync(Center.Ada, archive)).Status, (await center.Jobs.GetAsync(Center.Ada, delete)).Status));
        await center.Restores.ReconcileAfterRestoreAsync(Center.Ada);
        await center.Jobs.RunOnceAsync(CancellationToken.None);
        Assert.Equal(JobStatus.Finished, (await center.Jobs.GetAsync(Center.Ada, delete)).Status);
    }

    [Fact]
    public async Task A_restore_that_is_found_while_a_sweep_deletes_stops_it()
    {
        await using Center center = await Center.OpenAsync();
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call(), Reported.Keep(1));
        await center.Retention.SweepAsync(Center.Bot);
        center.Time.Advance(TimeSpan.FromHours(72));
        center.Target.Meanwhile = () => center.Restores.DeclareRestoredAsync(Center.Ada, new("declare"));

        SweepReport report = await center.Retention.SweepAsync(Center.Bot);

        Assert.Equal("call-1", Assert.Single(report.Left).Value);
        Assert.NotNull(await center.Interactions.GetAsync(Center.Mona, new("call-1")));
    }

    [Fact]
    public async Task A_store_that_did_not_go_back_is_never_said_to_have()
    {
        await using Center center = await Center.OpenAsync(outside: Outside.Both);
        bool isOver = false;
        Task sealing = Task.Run(async () =>
        {
            for (int seal = 0; seal < 40; seal++)
            {
                center.Time.Advance(TimeSpan.FromMinutes(5));
                await center.Sealing.RunOnceAsync(CancellationToken.None);
            }

            isOver = true;
        });
        for (int call = 0; !Volatile.Read(ref isOver); call++)
        {
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call($"call-{call}"));
            await center.Retention.DeleteAsync(Center.Ada, new($"call-{call}"));
            Assert.False((await center.Restores.LookAsync(Center.Ada)).IsRestored);
        }

        await sealing;
        Assert.Empty((await center.Restores.ReconcileAfterRestoreAsync(Center.Ada)).LostSeals);
        Assert.DoesNotContain(await center.ContentAsync(), line => line.StartsWith("restores", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_those_with_the_right_reconcile()
    {
        await using Center center = await Center.OpenAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Restores.LookAsync(Center.Mona));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Restores.DeclareRestoredAsync(Center.Bot));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Restores.ReconcileAfterRestoreAsync(Center.Mona));
        Assert.False((await center.Restores.ReconcileAfterRestoreAsync(Center.Ada)).IsRestored);
    }

    // A backup; then ten are deleted, ten are held, one hold is released; then the backup is restored.
    private static async Task<List<CreateDocument>> RestoredAsync(Center center)
    {
        for (int call = 0; call < Ten; call++)
        {
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call($"gone-{call}"), Reported.Keep(1));
            await center.Interactions.ReportAsync(Center.Bot, Reported.Call($"held-{call}"), Reported.Keep(1));
        }

        await center.Interactions.ReportAsync(Center.Bot, Reported.Call("late"), Reported.Keep(4));
        await center.Holds.PlaceAsync(Center.Ada, HoldOn("late", "old"));
        await SealAsync(center);
        List<CreateDocument> copy = await center.BackUpAsync();
        for (int call = 0; call < Ten; call++)
        {
            await center.Retention.DeleteAsync(Center.Ada, new($"gone-{call}"));
            await center.Holds.PlaceAsync(Center.Ada, HoldOn($"held-{call}", $"h-{call}"));
        }

        await center.Holds.ReleaseAsync(Center.Ada, new("old"));
        await SealAsync(center);
        await SealAsync(center);
        await center.RestoreAsync(copy);
        return copy;
    }

    private static async Task<SealingRun> SealAsync(Center center)
    {
        SealingRun run = await center.Sealing.RunOnceAsync(CancellationToken.None);
        center.Time.Advance(TimeSpan.FromMinutes(5));
        return run;
    }

    private static Outside Of(string who) => who switch
    {
        "anchor" => new(new InMemoryAuditAnchor()),
        "witness" => new(Witness: new InMemoryKeepingWitness()),
        _ => Outside.Both,
    };

    private static LegalHold HoldOn(string interaction, string id) => new()
    {
        Id = new(id),
        Reason = "case",
        Owner = new("legal"),
        PlacedAt = Reported.Start,
        Interactions = [new(interaction)],
    };

    private static async Task<HealthReport> HealthAsync(Center center) =>
        await new HealthService(center.Documents, center.Maintenance, new(), new(), center.Time).ReadAsync(CancellationToken.None);

    private sealed class SilentAnchor : IAuditAnchor
    {
        public ValueTask AnchorAsync(string tenant, AnchoredSeal seal, CancellationToken cancellationToken) => throw new StorageUnavailableException("down");

        public IAsyncEnumerable<AnchoredSeal> ReadAsync(string tenant, long from, CancellationToken cancellationToken) => throw new StorageUnavailableException("down");
    }
}
