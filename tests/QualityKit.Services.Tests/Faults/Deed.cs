using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.People;
using QualityKit.Privacy;
using QualityKit.Retention;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Faults;

/// <summary>One thing that somebody asks of a service: what has to be there before, and what they ask, the same each time.</summary>
internal sealed record Deed(string Name, Func<Center, Task> Before, Func<Center, Task<object?>> Do)
{
    private static readonly CommandId Command = new("deed");

    private static readonly string[] Selected = ["sel-1", "sel-2", "sel-3"];

    /// <summary>Every operation that changes something.</summary>
    public static IReadOnlyList<Deed> All { get; } =
    [
        new("PublishAsync", Nothing, async center => (await center.Forms.PublishAsync(Center.Dora, Center.Draft, command: Command)).Id),
        new("PublishAsync of a stored draft", Nothing, async center =>
        {
            DocumentVersion state = (await center.Forms.GetDraftAsync(Center.Dora, Center.Draft.Key))?.State
                ?? await center.Forms.SaveDraftAsync(Center.Dora, Center.Draft, command: new CommandId("draft"));
            return (await center.Forms.PublishAsync(Center.Dora, Center.Draft, state, Command)).Id;
        }),
        new("PublishAsync of a second version", Published, async center => (await center.Forms.PublishAsync(Center.Dora, Center.Draft with { Name = "New" }, command: Command)).Id),
        new("FormService.SaveDraftAsync", Published, async center => (await center.Forms.SaveDraftAsync(Center.Dora, Center.Draft, command: Command)).Value.Length > 0),
        new("DiscardDraftAsync", DraftSaved, async center =>
        {
            await center.Forms.DiscardDraftAsync(Center.Dora, Center.Draft.Key, (await center.Forms.GetDraftAsync(Center.Dora, Center.Draft.Key))?.State ?? new("gone"), Command);
            return null;
        }),
        new("ArchiveAsync", Published, async center =>
        {
            await center.Forms.ArchiveAsync(Center.Dora, Center.Draft.Key, Command);
            return null;
        }),
        new("RestoreAsync", Archived, async center =>
        {
            await center.Forms.RestoreAsync(Center.Dora, Center.Draft.Key, Command);
            return null;
        }),
        new("CreateAsync", Published, async center => await center.Evaluations.CreateAsync(Center.Paul, await FormAsync(center), Center.New("deed"))),
        new("ImportAsync", Published, async center => await center.Evaluations.ImportAsync(Center.Bot, await FormAsync(center), Services.LifeTests.Imported("deed"))),
        Of(Created, Center.Paul, new AssignEvaluation { Id = Command, To = new("erik") }),
        Of(Created, Center.Eva, new StartEvaluation { Id = Command }),
        Of(Created, Center.Eva, new SaveDraft { Id = Command, Answers = EvaluationAnswers.Of(Center.Good) }),
        Of(Drafted, Center.Eva, new SaveDraft { Id = Command, Answers = EvaluationAnswers.Of(Center.Bad) }, " again"),
        Of(Created, Center.Bot, new SuggestAnswers { Id = Command, Suggestions = [new() { Question = "greeting", Machine = "bot/1", Evidence = [new() { Quote = "Hi." }] }], Salt = Center.Salt }),
        Of(Drafted, Center.Eva, new SubmitEvaluation { Id = Command, Answers = EvaluationAnswers.Of(Center.Bad), Salt = Center.Salt }),
        Of(ByMachine, Center.Mona, new ConfirmEvaluation { Id = Command }),
        Of(Submitted, Center.Eva, new ReleaseEvaluation { Id = Command, When = ReleaseTime.Now }),
        Of(Released, Center.Anna, new CommentOnEvaluation { Id = Command, Text = "Why?", Salt = Center.Salt }),
        Of(Released, Center.Anna, new AcknowledgeEvaluation { Id = Command, Comment = "Well.", Salt = Center.Salt }),
        Of(Left, Center.Sue, new CloseAcknowledgement { Id = Command, Reason = "Has left.", Salt = Center.Salt }),
        Of(Released, Center.Anna, new DisputeEvaluation { Id = Command, Reason = "No.", Salt = Center.Salt }),
        Of(Disputed, Center.Rita, new AcceptDispute { Id = Command, Answers = EvaluationAnswers.Of(Center.Good), Salt = Center.Salt }),
        Of(Disputed, Center.Rita, new DeclineDispute { Id = Command, Reason = "It is.", Salt = Center.Salt }),
        Of(Released, Center.Xenia, new RescoreEvaluation { Id = Command, Answers = EvaluationAnswers.Of(Center.Good), Reason = "Heard again.", Salt = Center.Salt }),
        Of(Released, Center.Mona, new DeleteEvaluation { Id = Command, Reason = "asked" }),
        Of(Due, Center.Bot, new AnnounceEvaluation { Id = Command }),
        new("PlanAsync", Published, async center => await center.Calibrations.PlanAsync(Center.Paul, Services.Sessions.New(await FormAsync(center), "deed"))),
        new("OpenAsync", Services.Sessions.PlannedAsync, async center => (await center.Calibrations.OpenAsync(Center.Paul, Services.Sessions.Id, Command)).ToString()),
        new("SubmitEvaluation in a session", Services.Sessions.OpenedAsync, async center => Print(await center.Evaluations.ApplyAsync(
            Center.Eva, Services.Sessions.EvaluationOf("call-1", "eva"), new SubmitEvaluation { Id = Command, Answers = EvaluationAnswers.Of(Center.Bad), Salt = Center.Salt }))),
        new("CloseAsync", Services.Sessions.HalfDoneAsync, async center => (await center.Calibrations.CloseAsync(Center.Paul, Services.Sessions.Id, despiteMissing: true, Command)).ToString()),
        new("CancelAsync", Services.Sessions.HalfDoneAsync, async center =>
        {
            await center.Calibrations.CancelAsync(Center.Paul, Services.Sessions.Id, "moved", Command);
            return null;
        }),
        new("ResolveAsync", Services.Sessions.ResolvedAsync, async center =>
        {
            await center.Calibrations.ResolveAsync(Center.Paul, Services.Sessions.Id, Services.Sessions.Agreed("deed", "no", "Not by name."));
            return null;
        }),
        new("ReportAsync", Nothing, async center => Print(await center.Interactions.ReportAsync(Center.Bot, Services.Reported.Call(), Services.Reported.Keep(90), Command))),
        new("ReportAsync of what is known", Reported, async center => Print(await center.Interactions.ReportAsync(Center.Bot, Services.Reported.Call(tier: "silver"), command: Command))),
        new("PlaceAsync", Reported, async center => string.Join(' ', (await center.Holds.PlaceAsync(Center.Ada, Hold, Command)).Held)),
        new("ReleaseAsync", Held, async center =>
        {
            await center.Holds.ReleaseAsync(Center.Ada, Hold.Id, Command);
            return null;
        }),
        new("RevokeAsync", Marked, async center =>
        {
            await center.Retention.RevokeAsync(Center.Bot, new("call-1"), Command);
            return null;
        }),
        new("DeleteAsync", Marked, async center =>
        {
            await center.Retention.DeleteAsync(Center.Ada, new("call-1"), Command);
            return null;
        }),
        new("EraseAsync", Reported, async center =>
        {
            await center.Subjects.EraseAsync(Center.Ada, new DataSubject.Customer { Attribute = "phone", Value = AttributeValue.Of("+45 12 34 56 78") }, Command);
            return null;
        }),
        new("JobService.PlanAsync", Nothing, async center => await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Archive }, Command)),
        new("JobService.PlanAsync of a deletion before exports", ExportsPlanned, async center => await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Delete }, Command)),
        new("PauseAsync", Planned, async center => await center.Jobs.PauseAsync(Center.Ada, await JobAsync(center), Command)),
        new("ResumeAsync", Paused, async center => await center.Jobs.ResumeAsync(Center.Ada, await JobAsync(center), Command)),
        new("JobService.CancelAsync", Planned, async center => await center.Jobs.CancelAsync(Center.Ada, await JobAsync(center), Command)),
        new("DeclareRestoredAsync", Reported, async center =>
        {
            await center.Restores.DeclareRestoredAsync(Center.Ada, Command);
            return null;
        }),
        new("ReconcileAfterRestoreAsync", Declared, async center => (await center.Restores.ReconcileAfterRestoreAsync(Center.Ada, Command)).IsRestored),
        new("StoreAsync", Reported, async center => Print(await center.Transcripts.StoreAsync(Center.Bot, Services.Spoken.Talk(), command: Command))),
        new("StoreAsync of a second version", Transcribed, async center => Print(await center.Transcripts.StoreAsync(Center.Bot, Services.Spoken.Talk("Again."), command: Command))),
        new("RedactAsync", Transcribed, async center => Print(await center.Transcripts.RedactAsync(Center.Bot, new("call-1"), Services.Spoken.Id, [CardNumberRedactor.Instance], Command))),
        new("RedactAsync under a hold", TranscribedAndHeld, async center => Print(await center.Transcripts.RedactAsync(Center.Bot, new("call-1"), Services.Spoken.Id, [CardNumberRedactor.Instance], Command))),
        new("DestroySealedAsync", Sealed, async center =>
        {
            await center.Transcripts.DestroySealedAsync(Center.Bot, Command);
            return null;
        }),
        new("EraseAsync with a transcript", Transcribed, async center =>
        {
            await center.Subjects.EraseAsync(Center.Ada, new DataSubject.Customer { Attribute = "phone", Value = AttributeValue.Of("+45 12 34 56 78") }, Command);
            return null;
        }),
        new("DeleteAsync with a transcript", Transcribed, async center =>
        {
            await center.Retention.DeleteAsync(Center.Ada, new("call-1"), Command);
            return null;
        }),
        new("ProposeAsync", Nothing, async center => Print(await center.Disclosure.ProposeAsync(Center.Ada, Council, Command))),
        new("ApproveAsync", Proposed, async center => Print(await center.Disclosure.ApproveAsync(Center.Abe, await ProposalAsync(center), Command))),
        new("WithdrawAsync", Proposed, async center => Print(await center.Disclosure.WithdrawAsync(Center.Abe, await ProposalAsync(center), Command))),
        new("ApplyToAllAsync", Selection, async center =>
        {
            var outcomes = new List<string>();
            EvaluationId[] all = [.. Selected.Select(command => Center.New(command).IdIn(Center.Tenant)), new("gone")];
            await foreach (SelectionOutcome outcome in center.Evaluations.ApplyToAllAsync(Center.Paul, all, new AssignEvaluation { Id = Command, To = new("erik") }))
            {
                outcomes.Add(outcome.ToString());
            }

            return string.Join('\n', outcomes);
        }),
    ];

    /// <summary>Whether it is more than one commit, each of which happens or not.</summary>
    public bool IsOfSeveralCommits => Name is "ApplyToAllAsync" or "PublishAsync of a stored draft" or "OpenAsync" or "CloseAsync" or "CancelAsync"
        or "EraseAsync with a transcript" or "DeleteAsync with a transcript";

    public override string ToString() => Name;

    private static Deed Of(Func<Center, Task> before, Actor actor, EvaluationCommand command, string how = "") => new(
        $"{command.Action}{how}", before, async center => Print(await center.Evaluations.ApplyAsync(actor, Center.New().IdIn(Center.Tenant), command)));

    private static LegalHold Hold => new()
    {
        Id = new("h-1"),
        Reason = "case",
        Owner = new("legal"),
        PlacedAt = DateTimeOffset.UnixEpoch,
        Query = new AttributePredicate.IsSet { Attribute = "tier" },
    };

    private static string Print(InteractionReceipt receipt) => $"{receipt.Interaction} {receipt.Decision.Due:O} {receipt.HasChanged}";

    private static Task<InteractionReceipt> Reported(Center center) => center.Interactions.ReportAsync(Center.Bot, Services.Reported.Call(), Services.Reported.Keep(1), new("report"));

    private static async Task Declared(Center center)
    {
        await Reported(center);
        await center.Restores.DeclareRestoredAsync(Center.Ada, new("declare"));
    }

    private static DisclosurePolicy Council => new() { Rules = [new() { Role = "supervisor", Naming = Naming.Pseudonym, ShowsTrends = false }], AggregateAfterMonths = 6 };

    private static string Print(DisclosureSettings settings) => $"{settings} {settings.ProposedBy} {settings.ApprovedBy} {settings.ApprovedAt:O} {settings.Policy.Rules.Length}";

    private static Task<DisclosureSettings> Proposed(Center center) => center.Disclosure.ProposeAsync(Center.Ada, Council, new("propose"));

    private static async Task<string> ProposalAsync(Center center) => (await center.Disclosure.GetAsync(Center.Ada)).Proposal?.Id ?? "gone";

    private static string Print(TranscriptReceipt receipt) => receipt.ToString();

    private static async Task Transcribed(Center center)
    {
        await Reported(center);
        await center.Transcripts.StoreAsync(Center.Bot, Services.Spoken.Talk(), command: new("transcribe"));
    }

    private static async Task TranscribedAndHeld(Center center)
    {
        await Transcribed(center);
        await center.Holds.PlaceAsync(Center.Ada, Hold, new("place"));
    }

    private static async Task Sealed(Center center)
    {
        await TranscribedAndHeld(center);
        await center.Transcripts.RedactAsync(Center.Bot, new("call-1"), Services.Spoken.Id, [CardNumberRedactor.Instance], new("redact"));
        await center.Holds.ReleaseAsync(Center.Ada, Hold.Id, new("release"));
    }

    private static async Task Held(Center center)
    {
        await Reported(center);
        await center.Holds.PlaceAsync(Center.Ada, Hold, new("place"));
    }

    private static async Task Marked(Center center)
    {
        await Reported(center);
        await center.Retention.SweepAsync(Center.Bot, command: new("mark"));
    }

    private static Task<JobId> Planned(Center center) => center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export, StartAt = Services.Reported.Start.AddDays(40) }, new("plan"));

    private static async Task ExportsPlanned(Center center)
    {
        await Planned(center);
        await center.Jobs.PlanAsync(Center.Ada, new() { Action = JobAction.Export, StartAt = Services.Reported.Start.AddDays(50) }, new("plan 2"));
    }

    private static async Task Paused(Center center) => await center.Jobs.PauseAsync(Center.Ada, await Planned(center), new("pause"));

    private static async Task<JobId> JobAsync(Center center)
    {
        await foreach (BulkJob job in center.Jobs.ListAsync(Center.Ada))
        {
            return job.Id;
        }

        throw new InvalidOperationException("no job was planned");
    }

    // What the answer says, with every fact to the last digit.
    private static string Print(EvaluationReceipt receipt) =>
        string.Join('\n', [$"{receipt}; {receipt.Scorecard}; {receipt.Difference}", .. receipt.Blocking.Select(issue => issue.ToString()),
            .. receipt.Facts.Select(fact => $"{fact.Code} {fact.Version} {fact.Actor} {fact.At:O} {string.Join(' ', fact.Details)}")]);

    private static async Task<FormVersionId> FormAsync(Center center) => (await center.Forms.GetAsync(Center.Dora, Center.Draft.Key)).Versions[0].Id;

    private static Task Nothing(Center center) => Task.CompletedTask;

    private static Task<EvaluationForm> Published(Center center) => center.PublishAsync();

    private static Task<DocumentVersion> DraftSaved(Center center) => center.Forms.SaveDraftAsync(Center.Dora, Center.Draft);

    private static async Task Archived(Center center)
    {
        await center.PublishAsync();
        await center.Forms.ArchiveAsync(Center.Dora, Center.Draft.Key, new CommandId("archive"));
    }

    private static Task Created(Center center) => center.CreateAsync();

    private static async Task Drafted(Center center)
    {
        EvaluationId evaluation = await center.CreateAsync();
        await center.Evaluations.SaveDraftAsync(Center.Eva, evaluation, EvaluationAnswers.Of(Center.Good), new CommandId("before"));
    }

    private static async Task ByMachine(Center center)
    {
        EvaluationId evaluation = await center.CreateAsync(Center.New(evaluator: "bot"));
        await Apply(center, Center.Bot, new SubmitEvaluation { Id = new("submit"), Answers = EvaluationAnswers.Of(Center.Good), Salt = Center.Salt }, evaluation);
    }

    private static async Task Submitted(Center center)
    {
        EvaluationId evaluation = await center.CreateAsync();
        await Apply(center, Center.Eva, new SubmitEvaluation { Id = new("submit"), Answers = EvaluationAnswers.Of(Center.Bad), Salt = Center.Salt }, evaluation);
    }

    private static async Task Released(Center center)
    {
        await Submitted(center);
        await Apply(center, Center.Eva, new ReleaseEvaluation { Id = new("release"), When = ReleaseTime.Now }, Center.New().IdIn(Center.Tenant));
    }

    private static async Task Disputed(Center center)
    {
        await Released(center);
        await Apply(center, Center.Anna, new DisputeEvaluation { Id = new("dispute"), Reason = "No.", Salt = Center.Salt }, Center.New().IdIn(Center.Tenant));
    }

    private static async Task Left(Center center)
    {
        await Released(center);
        center.HasLeft("anna");
    }

    private static async Task Due(Center center)
    {
        await center.CreateAsync(Center.New() with { Deadlines = new() { RemindAt = center.Time.GetUtcNow().AddHours(1) } });
        center.Time.Advance(TimeSpan.FromHours(2));
    }

    private static async Task Selection(Center center)
    {
        FormVersionId form = (await center.PublishAsync()).Id;
        foreach (string command in Selected)
        {
            await center.Evaluations.CreateAsync(Center.Paul, form, Center.New(command));
        }

        await Apply(center, Center.Eva, new SubmitEvaluation { Id = new("submit"), Answers = EvaluationAnswers.Of(Center.Bad), Salt = Center.Salt }, Center.New("sel-2").IdIn(Center.Tenant));
    }

    private static Task<EvaluationReceipt> Apply(Center center, Actor actor, EvaluationCommand command, EvaluationId evaluation) => center.Evaluations.ApplyAsync(actor, evaluation, command);
}
