using System.Reflection;
using QualityKit.Access;
using QualityKit.Encryption;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.People;
using QualityKit.Privacy;
using QualityKit.Services.Tests.Recordings;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Faults;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Services;

/// <summary>Whatever a service denies is in the log: who, when, what, why.</summary>
public sealed class DenialTests : IClassFixture<Databases>
{
    private static readonly Actor Otto = Center.Actor("otto", new Role { Key = "nobody" });
    private static readonly EvaluationId Evaluation = Center.New().IdIn(Center.Tenant);
    private static readonly CalibrationSessionId OtherSession = Sessions.New(default, "other").IdIn(Center.Tenant);
    private static readonly JobId Job = new(DerivedIds.Job(Center.Tenant, new("job")));
    private static readonly DataSubject Anna = new DataSubject.Agent { Person = new("anna") };

    // Lists leave out what the actor may not see; AllowedAsync says what they may, and ForAsync what they are shown: none denies anything.
    private static readonly string[] DenyNothing =
    [
        "FormService.ListAsync", "EvaluationService.ListAsync", "EvaluationService.AllowedAsync", "InteractionService.SearchAsync", "DisclosureService.ForAsync",
        "CalibrationService.ListAsync", "RecordingService.SearchAsync",
    ];

    /// <summary>Every other operation, the thing that the log names, and the permission.</summary>
    private static readonly Dictionary<string, (Func<Center, Task> Try, string Thing, Permission Permission)> Operations = new()
    {
        ["FormService.GetAsync"] = (center => center.Forms.GetAsync(Otto, Center.Draft.Key), $"form/{Center.Draft.Key}", Permission.ViewForms),
        ["FormService.GetDraftAsync"] = (center => center.Forms.GetDraftAsync(Otto, Center.Draft.Key), $"form/{Center.Draft.Key}", Permission.EditForms),
        ["FormService.SaveDraftAsync"] = (center => center.Forms.SaveDraftAsync(Otto, Center.Draft), $"form/{Center.Draft.Key}", Permission.EditForms),
        ["FormService.DiscardDraftAsync"] = (center => center.Forms.DiscardDraftAsync(Otto, Center.Draft.Key, new("s")), $"form/{Center.Draft.Key}", Permission.DeleteForms),
        ["FormService.PublishAsync"] = (center => center.Forms.PublishAsync(Otto, Center.Draft), $"form/{Center.Draft.Key}", Permission.PublishForms),
        ["FormService.ArchiveAsync"] = (center => center.Forms.ArchiveAsync(Otto, Center.Draft.Key), $"form/{Center.Draft.Key}", Permission.PublishForms),
        ["FormService.RestoreAsync"] = (center => center.Forms.RestoreAsync(Otto, Center.Draft.Key), $"form/{Center.Draft.Key}", Permission.PublishForms),
        ["EvaluationService.CreateAsync"] = (async center => await center.Evaluations.CreateAsync(Otto, (await center.PublishAsync()).Id, Center.New("other")), $"evaluation/{Center.New("other").IdIn(Center.Tenant)}", Permission.CreateEvaluations),
        ["EvaluationService.ImportAsync"] = (async center => await center.Evaluations.ImportAsync(Otto, (await center.PublishAsync()).Id, LifeTests.Imported("x")), $"evaluation/{LifeTests.Imported("x").IdIn(Center.Tenant)}", Permission.ImportEvaluations),
        ["EvaluationService.ApplyAsync"] = Of((evaluations, actor) => evaluations.ApplyAsync(actor, Evaluation, new StartEvaluation { Id = CommandId.New() }), Permission.StartEvaluations),
        ["EvaluationService.ApplyToAllAsync"] = (async center =>
        {
            SelectionOutcome outcome = await center.Evaluations.ApplyToAllAsync(Otto, [Evaluation], new ReleaseEvaluation { Id = CommandId.New(), When = ReleaseTime.Now }).SingleAsync();
            throw outcome.Failure!;
        }, $"evaluation/{Evaluation}", Permission.ReleaseEvaluations),
        ["EvaluationService.AnnounceDueAsync"] = (async center =>
        {
            center.Time.Advance(TimeSpan.FromDays(30));
            await center.Evaluations.AnnounceDueAsync(Otto);
        }, $"evaluation/{Center.New("due").IdIn(Center.Tenant)}", Permission.AnnounceEvaluations),
        ["EvaluationService.GetAsync"] = Of((evaluations, actor) => evaluations.GetAsync(actor, Evaluation), Permission.ViewEvaluations),
        ["EvaluationService.GetDraftAsync"] = Of((evaluations, actor) => evaluations.GetDraftAsync(actor, Evaluation), Permission.SaveDrafts),
        ["EvaluationService.AssignAsync"] = Of((evaluations, actor) => evaluations.AssignAsync(actor, Evaluation, new("erik")), Permission.AssignEvaluations),
        ["EvaluationService.StartAsync"] = Of((evaluations, actor) => evaluations.StartAsync(actor, Evaluation), Permission.StartEvaluations),
        ["EvaluationService.SaveDraftAsync"] = Of((evaluations, actor) => evaluations.SaveDraftAsync(actor, Evaluation, EvaluationAnswers.Of(Center.Good)), Permission.SaveDrafts),
        ["EvaluationService.SubmitAsync"] = Of((evaluations, actor) => evaluations.SubmitAsync(actor, Evaluation, Center.Good), Permission.SubmitEvaluations),
        ["EvaluationService.ConfirmAsync"] = Of((evaluations, actor) => evaluations.ConfirmAsync(actor, Evaluation), Permission.ConfirmEvaluations),
        ["EvaluationService.ReleaseAsync"] = Of((evaluations, actor) => evaluations.ReleaseAsync(actor, Evaluation), Permission.ReleaseEvaluations),
        ["EvaluationService.CommentAsync"] = Of((evaluations, actor) => evaluations.CommentAsync(actor, Evaluation, "Psst."), Permission.Comment),
        ["EvaluationService.AcknowledgeAsync"] = Of((evaluations, actor) => evaluations.AcknowledgeAsync(actor, Evaluation), Permission.AcknowledgeEvaluations),
        ["EvaluationService.CloseAsync"] = Of((evaluations, actor) => evaluations.CloseAsync(actor, Evaluation, "Left."), Permission.CloseAcknowledgements),
        ["EvaluationService.DisputeAsync"] = Of((evaluations, actor) => evaluations.DisputeAsync(actor, Evaluation, "No."), Permission.DisputeEvaluations),
        ["EvaluationService.AcceptDisputeAsync"] = Of((evaluations, actor) => evaluations.AcceptDisputeAsync(actor, Evaluation, EvaluationAnswers.Of(Center.Good)), Permission.AcceptDisputes),
        ["EvaluationService.DeclineDisputeAsync"] = Of((evaluations, actor) => evaluations.DeclineDisputeAsync(actor, Evaluation, "No."), Permission.DeclineDisputes),
        ["EvaluationService.RescoreAsync"] = Of((evaluations, actor) => evaluations.RescoreAsync(actor, Evaluation, EvaluationAnswers.Of(Center.Good), "Again."), Permission.RescoreEvaluations),
        ["EvaluationService.DeleteAsync"] = Of((evaluations, actor) => evaluations.DeleteAsync(actor, Evaluation, "asked"), Permission.DeleteEvaluations),
        ["CalibrationService.PlanAsync"] = (async center => await center.Calibrations.PlanAsync(Otto, Sessions.New((await center.PublishAsync()).Id, "other", ["eva"])), $"calibration/{OtherSession}", Permission.ManageCalibrations),
        ["CalibrationService.OpenAsync"] = OfSession((calibrations, session) => calibrations.OpenAsync(Otto, session), Permission.ManageCalibrations),
        ["CalibrationService.CancelAsync"] = OfSession((calibrations, session) => calibrations.CancelAsync(Otto, session, "asked"), Permission.ManageCalibrations),
        ["CalibrationService.CloseAsync"] = OfSession((calibrations, session) => calibrations.CloseAsync(Otto, session), Permission.LeadCalibrations),
        ["CalibrationService.ResolveAsync"] = OfSession((calibrations, session) => calibrations.ResolveAsync(Otto, session, Sessions.Agreed("c", "yes", "Heard.")), Permission.LeadCalibrations),
        ["CalibrationService.GetAsync"] = OfSession((calibrations, session) => calibrations.GetAsync(Otto, session), Permission.ViewCalibrations),
        ["CalibrationService.ReportAsync"] = OfSession((calibrations, session) => calibrations.ReportAsync(Otto, session), Permission.ViewCalibrations),
        ["InteractionService.ReportAsync"] = (center => center.Interactions.ReportAsync(Otto, Reported.Call()), "interaction/call-1", Permission.ReportInteractions),
        ["InteractionService.GetAsync"] = (center => center.Interactions.GetAsync(Otto, new("call-1")), "interaction/call-1", Permission.ViewInteractions),
        ["InteractionService.ReconcileAsync"] = (center => center.Interactions.ReconcileAsync(Otto, []), "list/interactions.media", Permission.ReportInteractions),
        ["TranscriptService.StoreAsync"] = (center => center.Transcripts.StoreAsync(Otto, Spoken.Talk()), "interaction/call-1", Permission.ReportInteractions),
        ["TranscriptService.GetAsync"] = (center => center.Transcripts.GetAsync(Otto, new("call-1"), Spoken.Id), "transcript/call-1/t-1", Permission.ViewInteractions),
        ["TranscriptService.ListAsync"] = (center => center.Transcripts.ListAsync(Otto, new("call-1")), "interaction/call-1", Permission.ViewInteractions),
        ["TranscriptService.RedactAsync"] = (center => center.Transcripts.RedactAsync(Otto, new("call-1"), Spoken.Id, [CardNumberRedactor.Instance]), "transcript/call-1/t-1", Permission.RedactInteractions),
        ["TranscriptService.DestroySealedAsync"] = (center => center.Transcripts.DestroySealedAsync(Otto), "tenant/acme", Permission.RedactInteractions),
        ["HoldService.PlaceAsync"] = (center => center.Holds.PlaceAsync(Otto, new() { Id = new("h-1"), Reason = "case", Owner = new("otto"), PlacedAt = Reported.Start, Interactions = [new("call-1")] }), "hold/h-1", Permission.ManageHolds),
        ["HoldService.ReleaseAsync"] = (center => center.Holds.ReleaseAsync(Otto, new("h-1")), "hold/h-1", Permission.ManageHolds),
        ["HoldService.ListAsync"] = (center => center.Holds.ListAsync(Otto), "list/holds", Permission.ManageHolds),
        ["RetentionService.SweepAsync"] = (center => center.Retention.SweepAsync(Otto), "tenant/acme", Permission.DeleteInteractions),
        ["RetentionService.RevokeAsync"] = (center => center.Retention.RevokeAsync(Otto, new("call-1")), "interaction/call-1", Permission.DeleteInteractions),
        ["RetentionService.DeleteAsync"] = (center => center.Retention.DeleteAsync(Otto, new("call-1")), "interaction/call-1", Permission.DeleteInteractions),
        ["JobService.PlanAsync"] = (center => center.Jobs.PlanAsync(Otto, new() { Action = JobAction.Delete }, new("other")), $"job/{DerivedIds.Job(Center.Tenant, new("other"))}", Permission.DeleteInteractions),
        ["JobService.PauseAsync"] = OfJob((jobs, job) => jobs.PauseAsync(Otto, job)),
        ["JobService.ResumeAsync"] = OfJob((jobs, job) => jobs.ResumeAsync(Otto, job)),
        ["JobService.CancelAsync"] = OfJob((jobs, job) => jobs.CancelAsync(Otto, job)),
        ["JobService.GetAsync"] = OfJob((jobs, job) => jobs.GetAsync(Otto, job)),
        ["JobService.ListAsync"] = (async center => await center.Jobs.ListAsync(Otto).CountAsync(), "list/jobs", Permission.ExportInteractions),
        ["RestoreService.DeclareRestoredAsync"] = (center => center.Restores.DeclareRestoredAsync(Otto), "restore/store", Permission.ReconcileRestores),
        ["RestoreService.LookAsync"] = (center => center.Restores.LookAsync(Otto), "restore/store", Permission.ReconcileRestores),
        ["RestoreService.ReconcileAfterRestoreAsync"] = (center => center.Restores.ReconcileAfterRestoreAsync(Otto), "restore/store", Permission.ReconcileRestores),
        ["SubjectService.PlanAsync"] = (center => center.Subjects.PlanAsync(Otto, Anna, SubjectRequestKind.Export), "agent/anna", Permission.HandleSubjectRequests),
        ["SubjectService.ExportAsync"] = (async center => await center.Subjects.ExportAsync(Otto, Anna).CountAsync(), "agent/anna", Permission.HandleSubjectRequests),
        ["SubjectService.EraseAsync"] = (center => center.Subjects.EraseAsync(Otto, Anna), "agent/anna", Permission.HandleSubjectRequests),
        ["RecordingService.StoreAsync"] = OfRecording((recordings, _) => recordings.StoreAsync(Otto, Stream.Null, Recorded.Of("rec-9")), Permission.StoreRecordings, "rec-9"),
        ["RecordingService.ImportAsync"] = OfRecording((recordings, _) => recordings.ImportAsync(Otto, CiphertextSource.Of(new byte[72]), ExportSecret.Passphrase("x"), Recorded.Of("rec-9")), Permission.StoreRecordings, "rec-9"),
        ["RecordingService.RecoverAsync"] = OfRecording((recordings, _) => recordings.RecoverAsync(Otto, new("a"), ExportSecret.Passphrase("x"), Recorded.Of("rec-9")), Permission.StoreRecordings, "rec-9"),
        ["RecordingService.RegisterAsync"] = OfRecording((recordings, _) => recordings.RegisterAsync(Otto, Recorded.Of("rec-9"), new() { Place = "archive", Key = "1" }), Permission.StoreRecordings, "rec-9"),
        ["RecordingService.MoveAsync"] = OfRecording((recordings, id) => recordings.MoveAsync(Otto, id), Permission.StoreRecordings),
        ["RecordingService.GetAsync"] = OfRecording((recordings, id) => recordings.GetAsync(Otto, id), Permission.ViewInteractions),
        ["RecordingService.OpenAsync"] = OfRecording((recordings, id) => recordings.OpenAsync(Otto, id, Recorded.Session), Permission.PlayRecordings),
        ["RecordingService.WaveformAsync"] = OfRecording((recordings, id) => recordings.WaveformAsync(Otto, id, Recorded.Session), Permission.PlayRecordings),
        ["RecordingService.MeasureAsync"] = OfRecording((recordings, id) => recordings.MeasureAsync(Otto, id, Recorded.Session), Permission.PlayRecordings),
        ["RecordingService.ExportAsync"] = OfRecording((recordings, id) => recordings.ExportAsync(Otto, id, [ExportRecipient.Passphrase("correct horse battery")], Stream.Null), Permission.ExportRecordings),
        ["RecordingService.DeleteAsync"] = OfRecording((recordings, id) => recordings.DeleteAsync(Otto, id), Permission.DeleteRecordings),
        ["RecordingService.GetDeletionAsync"] = OfRecording((recordings, id) => recordings.GetDeletionAsync(Otto, id), Permission.DeleteRecordings),
        ["RecordingService.RedactAsync"] = OfRecording((recordings, id) => recordings.RedactAsync(Otto, id, new RecordingRedaction { Ranges = [] }), Permission.RedactInteractions),
        ["RecordingService.ReencryptAsync"] = OfRecording((recordings, id) => recordings.ReencryptAsync(Otto, id), Permission.ReencryptRecordings),
        ["RecordingService.VerifyAsync"] = OfRecording((recordings, id) => recordings.VerifyAsync(Otto, id), Permission.VerifyRecordings),
        ["RecordingService.ListAsync"] = (center => center.Recordings.ListAsync(Otto, new("call-1")), "interaction/call-1", Permission.ViewInteractions),
        ["RecordingService.ScrubAsync"] = (center => center.Recordings.ScrubAsync(Otto, TimeSpan.FromDays(1)), "list/recordings.due", Permission.VerifyRecordings),
        ["RecordingService.OrphansAsync"] = (center => center.Recordings.OrphansAsync(Otto), "list/recordings.orphans", Permission.VerifyRecordings),
        ["DisclosureService.GetAsync"] = (center => center.Disclosure.GetAsync(Otto), "disclosure/policy", Permission.ManageDisclosure),
        ["DisclosureService.ProposeAsync"] = (center => center.Disclosure.ProposeAsync(Otto, new()), "disclosure/policy", Permission.ManageDisclosure),
        ["DisclosureService.ApproveAsync"] = (center => center.Disclosure.ApproveAsync(Otto, "p"), "disclosure/policy", Permission.ManageDisclosure),
        ["DisclosureService.WithdrawAsync"] = (center => center.Disclosure.WithdrawAsync(Otto, "p"), "disclosure/policy", Permission.ManageDisclosure),
        ["KeyRingService.GetAsync"] = OfKeys((keys, _) => keys.GetAsync(Otto)),
        ["KeyRingService.ProgressAsync"] = OfKeys((keys, _) => keys.ProgressAsync(Otto)),
        ["KeyRingService.RotateAsync"] = OfKeys((keys, key) => keys.RotateAsync(Otto, key)),
        ["KeyRingService.ActivateAsync"] = OfKeys((keys, key) => keys.ActivateAsync(Otto, key)),
        ["KeyRingService.CompromiseAsync"] = OfKeys((keys, key) => keys.CompromiseAsync(Otto, key)),
        ["KeyRingService.ReinstateAsync"] = OfKeys((keys, key) => keys.ReinstateAsync(Otto, key)),
        ["KeyRingService.RotateRootAsync"] = OfKeys((keys, _) => keys.RotateRootAsync(Otto)),
        ["KeyRingService.DropRootAsync"] = OfKeys((keys, _) => keys.DropRootAsync(Otto, "main")),
        ["KeyRingService.RewrapAsync"] = OfKeys((keys, _) => keys.RewrapAsync(Otto)),
        ["KeyRingService.ProveAsync"] = OfKeys((keys, key) => keys.ProveAsync(Otto, key)),
        ["KeyRingService.RetireAsync"] = OfKeys((keys, key) => keys.RetireAsync(Otto, key)),
        ["KeyRingService.RequestDestructionAsync"] = OfKeys((keys, key) => keys.RequestDestructionAsync(Otto, key)),
        ["KeyRingService.ApproveDestructionAsync"] = (center => center.KeyRings.ApproveDestructionAsync(Otto, new("k"), "proof"), "key-ring/ring", Permission.ApproveKeyDestruction),
        ["KeyRingService.CancelDestructionAsync"] = OfKeys((keys, key) => keys.CancelDestructionAsync(Otto, key)),
        ["KeyRingService.CompleteDestructionAsync"] = OfKeys((keys, key) => keys.CompleteDestructionAsync(Otto, key)),
        ["KeyRingService.RequestShredAsync"] = OfKeys((keys, _) => keys.RequestShredAsync(Otto, "why")),
        ["KeyRingService.ApproveShredAsync"] = (center => center.KeyRings.ApproveShredAsync(Otto, "reason"), "key-ring/ring", Permission.ApproveKeyDestruction),
        ["KeyRingService.CancelShredAsync"] = OfKeys((keys, _) => keys.CancelShredAsync(Otto)),
        ["KeyRingService.ShredTenantAsync"] = OfKeys((keys, _) => keys.ShredTenantAsync(Otto)),
        ["AccessLogService.ListAsync"] = (center => center.Access.ListAsync(Otto, new()), "list/access-log", Permission.ViewAudit),
    };

    public static TheoryData<string> Stores => StoreNames.All;

    [Fact]
    public void Every_operation_of_every_service_is_tried()
    {
        string[] operations =
        [
            .. typeof(FormService).Assembly.GetExportedTypes()
                .Where(type => type.Namespace == "QualityKit.Services" && type.Name.EndsWith("Service", StringComparison.Ordinal))
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Actor)))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
                .Distinct(),
        ];

        Assert.Equal(operations.Order(StringComparer.Ordinal), Operations.Keys.Concat(DenyNothing).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whatever_is_denied_is_in_the_log_once_with_who_when_what_and_why(string store)
    {
        await using Center center = await FilledAsync(store);
        foreach ((string name, (Func<Center, Task> attempt, string thing, Permission permission)) in Operations)
        {
            int before = (await EntriesAsync(center, new())).Count;

            AccessDeniedException denied = await Assert.ThrowsAsync<AccessDeniedException>(() => attempt(center));

            List<AccessLogEntry> entries = await EntriesAsync(center, new());
            Assert.True(entries.Count == before + 1, $"{name} left {entries.Count - before} entries");
            AccessLogEntry entry = entries.MaxBy(one => one.At)!;
            entry = entries.Where(one => one.At == entry.At).Single(one => $"{one.Kind}/{one.Thing}" == thing && one.Permission == permission.ToString());
            Assert.Equal((AccessLogAct.Denied, "otto", AccessCodes.DeniedPermission, center.Time.GetUtcNow(), true), (entry.Act, entry.Actor.Value, entry.Code, entry.At, entry.IsAuthentic));
            Assert.Equal(permission, denied.Decision.Permission);
            center.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_denial_that_cannot_be_written_stays_a_denial_and_is_written_later_once(string store)
    {
        await using Center center = await FilledAsync(store);
        foreach (Fault fault in new[] { Fault.Before(1).On("CommitAsync"), Fault.After(1).On("CommitAsync"), Fault.Twice(1).On("CommitAsync") })
        {
            int before = (await EntriesAsync(center, new() { OnlyDenials = true })).Count;
            Center caller = center.With(new FaultSchedule(fault));

            await Assert.ThrowsAsync<AccessDeniedException>(() => caller.Evaluations.GetAsync(Otto, Evaluation));
            Assert.Equal(fault.Kind == FaultKind.Duplicate ? 0 : 1, caller.Log.Waiting);
            await caller.Log.FlushAsync(CancellationToken.None);

            Assert.Equal(0, caller.Log.Waiting);
            Assert.Equal(before + 1, (await EntriesAsync(center, new() { OnlyDenials = true })).Count);
        }

        Assert.Equal([1210, 1210], center.Lines.All.Select(line => line.Id));
        Assert.Contains($"otto Denied evaluation/{Evaluation}, ViewEvaluations access.denied.permission", center.Lines.All[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_too_many_wait_the_line_for_the_host_is_what_is_left_of_a_denial()
    {
        await using Center center = await FilledAsync(StoreNames.InMemory);
        Center caller = center.With(new FaultSchedule(Fault.Before(1).On("CommitAsync").Lasting()), new() { MostWaiting = 2, Reads = ReadLogging.Off });

        for (int number = 0; number < 3; number++)
        {
            await caller.Log.DeniedAsync(Otto, ("form", "f"), Denied(), CancellationToken.None);
        }

        Assert.Equal(2, caller.Log.Waiting);
        Assert.Equal([1210, 1210, 1211], center.Lines.All.Select(line => line.Id));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => caller.Log.FlushAsync(CancellationToken.None).AsTask());
        Assert.Equal(2, caller.Log.Waiting);
    }

    [Fact]
    public async Task A_caller_who_gives_up_takes_no_denial_with_them()
    {
        await using Center center = await FilledAsync(StoreNames.InMemory);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var log = new AccessLog(new Patient(center.Documents), Center.Keys, center.Time, center.Lines, new());

        await log.DeniedAsync(Otto, ("form", "f"), Denied(), stop.Token);

        Assert.Equal(1, log.Waiting);
        await log.FlushAsync(CancellationToken.None);
        Assert.Single(await EntriesAsync(center, new() { OnlyDenials = true }));
    }

    [Fact]
    public async Task What_cannot_be_an_id_is_not_kept()
    {
        await using Center center = await Center.OpenAsync();

        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Interactions.ReportAsync(Otto, Reported.Call("call\nof Anna Berg")));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Interactions.ReportAsync(Otto, Reported.Call(new string('x', 600))));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Interactions.ReportAsync(Otto with { Id = new("otto\0") }, Reported.Call()));

        Assert.Equal(["call-1", "invalid", "invalid"], (await EntriesAsync(center, new())).Select(entry => entry.Thing).Order());
        Assert.Single(await EntriesAsync(center, new() { Person = new("invalid") }));
    }

    internal static async Task<List<AccessLogEntry>> EntriesAsync(Center center, AccessLogQuery query)
    {
        var entries = new List<AccessLogEntry>();
        string? next = null;
        do
        {
            AccessLogPage page = await center.Access.ListAsync(Center.Ada, query, next, 7);
            entries.AddRange(page.Entries);
            next = page.Next;
        }
        while (next is not null);
        return entries;
    }

    private static AccessDecision Denied() => new() { Permission = Permission.EditForms, IsAllowed = false, Code = AccessCodes.DeniedPermission };

    private static (Func<Center, Task> Try, string Thing, Permission Permission) Of(Func<EvaluationService, Actor, Task> attempt, Permission permission) =>
        (center => attempt(center.Evaluations, Otto), $"evaluation/{Evaluation}", permission);

    private static (Func<Center, Task> Try, string Thing, Permission Permission) OfSession(Func<CalibrationService, CalibrationSessionId, Task> attempt, Permission permission) =>
        (center => attempt(center.Calibrations, Sessions.Id), $"calibration/{Sessions.Id}", permission);

    private static (Func<Center, Task> Try, string Thing, Permission Permission) OfKeys(Func<KeyRingService, Keys.RingKeyId, Task> attempt) =>
        (center => attempt(center.KeyRings, new("k")), "key-ring/ring", Permission.ManageKeys);

    private static (Func<Center, Task> Try, string Thing, Permission Permission) OfJob(Func<JobService, JobId, Task> attempt) =>
        (center => attempt(center.Jobs, Job), $"job/{Job}", Permission.ArchiveInteractions);

    private static (Func<Center, Task> Try, string Thing, Permission Permission) OfRecording(
        Func<RecordingService, RecordingId, Task> attempt, Permission permission, string id = "rec-1") => (center => attempt(center.Recordings, Recorded.Id), $"recording/{id}", permission);

    private static async Task<Center> FilledAsync(string store)
    {
        Center center = await Center.OpenAsync(store);
        await center.ReleasedAsync();
        await center.CreateAsync(Center.New("due") with { Deadlines = new() { RemindAt = center.Time.GetUtcNow().AddDays(20) } });
        await center.Forms.SaveDraftAsync(Center.Dora, Center.Draft);
        await center.Interactions.ReportAsync(Center.Bot, Reported.Call());
        await Recorded.StoreAsync(center, Recorded.Bytes(10));
        await Sessions.PlannedAsync(center, "eva");
        await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Archive }, new("job"));
        return center;
    }

    /// <summary>A store that lets a caller give up.</summary>
    private sealed class Patient(IDocumentStore store) : IDocumentStore
    {
        public DocumentCapabilities Capabilities => store.Capabilities;

        public ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => store.ReadAsync(tenant, key, cancellationToken);

        public ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken) => store.QueryAsync(tenant, query, cancellationToken);

        public ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken) => store.CountAsync(tenant, query, limit, cancellationToken);

        public ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return store.CommitAsync(batch, cancellationToken);
        }
    }
}
