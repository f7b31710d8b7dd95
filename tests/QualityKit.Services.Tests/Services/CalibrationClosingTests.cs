using System.Text;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Events;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Reports;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services.Tests.Services;

public sealed class CalibrationClosingTests : IClassFixture<Databases>
{
    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_missing_is_named_and_the_session_closes_without_them_only_when_somebody_says_so(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        await Sessions.HalfDoneAsync(center);

        ValidationFailedException refused = await Assert.ThrowsAsync<ValidationFailedException>(() => center.Calibrations.CloseAsync(Center.Paul, Sessions.Id));
        CalibrationSessionStatus still = (await center.Calibrations.GetAsync(Center.Paul, Sessions.Id)).Session.Status;
        CalibrationReceipt closed = await center.Calibrations.CloseAsync(Center.Paul, Sessions.Id, despiteMissing: true);
        SessionReport report = await center.Calibrations.ReportAsync(Center.Paul, Sessions.Id);

        Assert.Equal(["/evaluators/eva QK8505", "/evaluators/xenia QK8505"], refused.Issues.Select(issue => $"{issue.Pointer} {issue.Code}"));
        Assert.Equal(CalibrationSessionStatus.Open, still);
        Assert.Equal(["eva (1)", "xenia (1)"], closed.Missing.Select(one => one.ToString()));
        Assert.Equal(closed.Missing.AsEnumerable(), report.Session.Missing);
        Assert.Equal(["eva"], report.Report.Rounds[1].Missing.AsEnumerable());
        Assert.Equal(1, report.Report.Evaluators.Single().Missing);
    }

    [Fact]
    public async Task What_was_not_submitted_is_gone_from_the_lists_and_cannot_be_handed_in_late()
    {
        await using Center center = await Center.OpenAsync();
        await Sessions.HalfDoneAsync(center);
        await center.Calibrations.CloseAsync(Center.Paul, Sessions.Id, despiteMissing: true);

        TransitionNotAllowedException late = await Assert.ThrowsAsync<TransitionNotAllowedException>(() => Sessions.SubmitAsync(center, Center.Eva, "call-2", Center.Good));

        Assert.Equal(EvaluationStatus.Deleted, late.Decision.Status);
        Assert.Empty((await center.Evaluations.ListAsync(Center.Eva, EvaluationList.InProgress)).Evaluations);
        Assert.DoesNotContain(await center.ContentAsync(), line => line.StartsWith("drafts/", StringComparison.Ordinal));
    }

    // Where closing was interrupted before it took back what nobody has submitted.
    [Fact]
    public async Task Nothing_is_taken_in_while_a_session_is_being_closed_and_it_stays_blind()
    {
        await using Center center = await Center.OpenAsync();
        await Sessions.HalfDoneAsync(center);
        Document stored = (await center.Documents.ReadAsync(Center.Tenant, CalibrationSessionFormat.KeyOf(Sessions.Id), CancellationToken.None))!;
        CalibrationSession closing = CalibrationSessionFormat.Read(stored) with { ClosingAt = center.Time.GetUtcNow() };
        await center.Documents.CommitAsync(CalibrationSessionFormat.StoreIn(DocumentBatch.For(Center.Tenant, new("interrupted")), closing, stored), CancellationToken.None);

        TransitionNotAllowedException refused = await Assert.ThrowsAsync<TransitionNotAllowedException>(() => Sessions.SubmitAsync(center, Center.Eva, "call-2", Center.Good));

        Assert.Equal(WorkflowCodes.Session, refused.Decision.Code);
        Assert.Equal("a calibration session does not allow Submit now", refused.Message);
        Assert.Equal("eine Kalibrierungssitzung lässt Submit jetzt nicht zu", refused.Decision.ToText(MessageCatalogue.German));
        Assert.DoesNotContain(EvaluationAction.Submit, await center.Evaluations.AllowedAsync(Center.Eva, Sessions.EvaluationOf("call-2", "eva")));
        Assert.DoesNotContain(EvaluationAction.Submit, (await center.Evaluations.GetAsync(Center.Eva, Sessions.EvaluationOf("call-2", "eva"))).Allowed);
        Assert.Null((await center.Evaluations.GetAsync(Center.Xenia, Sessions.EvaluationOf("call-1", "eva"))).Answers);
        Assert.Equal(2, (await center.Calibrations.CloseAsync(Center.Paul, Sessions.Id)).Missing.Length);
    }

    [Fact]
    public async Task Who_evaluates_in_a_session_is_not_changed_by_assigning()
    {
        await using Center center = await Center.OpenAsync();
        await Sessions.OpenedAsync(center);
        EvaluationId evas = Sessions.EvaluationOf("call-1", "eva");

        TransitionNotAllowedException refused = await Assert.ThrowsAsync<TransitionNotAllowedException>(() => center.Evaluations.AssignAsync(Center.Paul, evas, new PersonId("erik")));

        Assert.Equal(WorkflowCodes.Session, refused.Decision.Code);
        Assert.DoesNotContain(EvaluationAction.Assign, await center.Evaluations.AllowedAsync(Center.Paul, evas));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_report_stays_the_same_when_everything_that_it_was_made_of_is_deleted(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        CalibrationSessionId session = await Sessions.ClosedAsync(center, "eva", "erik");
        string before = await PrintAsync(center, session);

        foreach (EvaluationSummary one in (await center.Evaluations.ListAsync(Center.Ada, EvaluationList.All)).Evaluations)
        {
            await center.Evaluations.DeleteAsync(Center.Ada, one.Id, "cleaned");
        }

        center.Time.Advance(TimeSpan.FromDays(400));

        Assert.Empty((await center.Evaluations.ListAsync(Center.Ada, EvaluationList.All)).Evaluations);
        Assert.Equal(before, await PrintAsync(center, session));
    }

    [Fact]
    public async Task What_was_recorded_is_in_the_audit_by_its_digest()
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.ClosedAsync(center, "eva");

        JournalEntry closed = (await Sessions.JournalAsync(center, "calibration", session.Value)).Single(entry => entry.Lines[0].Fact!.Action == CalibrationFactCodes.Closed);

        byte[][] rounds = [.. await Task.WhenAll(new[] { "call-1", "call-2" }.Select(async call =>
            System.Security.Cryptography.SHA256.HashData((await center.Documents.ReadAsync(Center.Tenant, SessionRoundFormat.KeyOf(session, new(call)), CancellationToken.None))!.Body.Span)))];
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. rounds[0], .. rounds[1]])), closed.Lines[0].Fact!.Facts.Single(fact => fact.Name == "digest").Value);
    }

    [Fact]
    public async Task Each_step_of_a_session_tells_its_event_with_its_details()
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.ClosedAsync(center, "eva");
        await center.Calibrations.ResolveAsync(Center.Paul, session, Sessions.Agreed("r", "yes", "It was."));
        CalibrationSessionId other = await center.Calibrations.PlanAsync(Center.Paul, Sessions.New((await center.PublishAsync()).Id, "other"));
        await center.Calibrations.CancelAsync(Center.Paul, other, "moved");

        JournalLine[] told = [.. (await Sessions.JournalAsync(center, "calibration", session.Value)).Concat(await Sessions.JournalAsync(center, "calibration", other.Value)).SelectMany(entry => entry.Lines)];

        Assert.Equal(
            ["calibration.planned", "calibration.opened", "calibration.closed", "calibration.resolved", "calibration.planned", "calibration.cancelled"], told.Select(line => line.Fact!.Action));
        Assert.All(told, line => Assert.Equal(EventCatalogue.Find(line.Fact!.Action)!.Details.AsEnumerable(), line.Fact!.Facts.Select(fact => fact.Name)));
        Assert.All(told, line => Assert.True(line.IsTold && line.Record is not null));
        Assert.Equal("4", told[2].Fact!.Facts.Single(fact => fact.Name == "sheets").Value);
        Assert.All(told, line => Assert.All(new[] { MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German }, words => Assert.NotNull(words.Template(line.Fact!.Action))));
        Assert.DoesNotContain(told, line => line.Fact!.Facts.Any(fact => fact.Value.Contains("It was", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Reminders_and_due_dates_are_those_of_evaluations()
    {
        await using Center center = await Center.OpenAsync();
        DateTimeOffset now = center.Time.GetUtcNow();
        CalibrationSessionId session = await center.Calibrations.PlanAsync(Center.Paul, Sessions.New((await center.PublishAsync()).Id) with
        {
            Items = [Sessions.Item("call-1", "anna")],
            Deadlines = new() { RemindAt = now.AddHours(1), DueAt = now.AddHours(2), EscalateAt = now.AddHours(3) },
        });
        await center.Calibrations.OpenAsync(Center.Paul, session);
        await Sessions.SubmitAsync(center, Center.Xenia, "call-1", Center.Good);
        center.Time.Advance(TimeSpan.FromHours(4));

        await center.Evaluations.AnnounceDueAsync(Center.Bot);
        string[] told = [.. await Sessions.ToldAsync(center, "evaluation", Sessions.EvaluationOf("call-1", "eva").Value)];

        Assert.Equal(["evaluation.created", "evaluation.reminder", "evaluation.overdue", "evaluation.escalated"], told);
        Assert.Single((await center.Evaluations.ListAsync(Center.Eva, EvaluationList.Overdue)).Evaluations);
        Assert.DoesNotContain("evaluation.reminder", await Sessions.ToldAsync(center, "evaluation", Sessions.EvaluationOf("call-1", "xenia").Value));
    }

    [Fact]
    public async Task What_all_agreed_on_is_recorded_once_the_session_is_closed_and_stands_in_the_report()
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.OpenedAsync(center, "eva");
        await Assert.ThrowsAsync<CalibrationNotAllowedException>(() => center.Calibrations.ResolveAsync(Center.Paul, session, Sessions.Agreed("early", "no", "x")));
        await center.Calibrations.CancelAsync(Center.Paul, session, "again");
        CalibrationSessionId second = await center.Calibrations.PlanAsync(Center.Paul, Sessions.New((await center.PublishAsync()).Id, "second"));
        await center.Calibrations.OpenAsync(Center.Paul, second);
        await Sessions.SubmitAsync(center, Center.Xenia, "call-1", Center.Good, second);
        await Sessions.SubmitAsync(center, Center.Eva, "call-1", Center.Bad, second);
        await center.Calibrations.CloseAsync(Center.Paul, second, despiteMissing: true);

        await center.Calibrations.ResolveAsync(Center.Paul, second, Sessions.Agreed("first", "yes", "He says hello."));
        await center.Calibrations.ResolveAsync(Center.Paul, second, Sessions.Agreed("then", "no", "Not by name."));
        SessionReport report = await center.Calibrations.ReportAsync(Center.Paul, second);
        SessionReport resolved = await center.Calibrations.ReportAsync(Center.Paul, second, usesResolved: true);

        ResolvedComparison one = Assert.Single(report.Resolved);
        Assert.Equal(("Not by name.", false, 1, new PersonId("paul")), (one.Reason, one.ExpertAgrees, one.Agreeing, one.Resolved.By));
        Assert.Equal(-100, report.Report.Rounds[0].Comparison.Evaluators[0].Deviation);
        Assert.Equal(0, resolved.Report.Rounds[0].Comparison.Evaluators[0].Deviation);
        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("He says hello.", StringComparison.Ordinal));
        Assert.Single(await center.ContentAsync(), line => line.Contains("Not by name.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("call-9", "greeting", "yes", "QK8506")]
    [InlineData("call-1", "summary", "yes", "QK8507")]
    [InlineData("call-1", "greeting", "maybe", "QK2002")]
    public async Task An_answer_that_cannot_be_one_is_refused(string interaction, string question, string answer, string code)
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.ClosedAsync(center, "eva");

        ValidationFailedException refused = await Assert.ThrowsAsync<ValidationFailedException>(
            () => center.Calibrations.ResolveAsync(Center.Paul, session, Sessions.Agreed("r", answer, "x", interaction, question)));

        Assert.Equal([code], refused.Issues.Select(issue => issue.Code));
        await Assert.ThrowsAsync<ArgumentException>("given", () => center.Calibrations.ResolveAsync(Center.Paul, session, Sessions.Agreed("r", "yes", "x") with { Salt = new("short") }));
        await center.Calibrations.ResolveAsync(Center.Paul, session, Sessions.Agreed("r", "yes", "x") with { Salt = default });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_reason_goes_with_the_agent_and_the_report_stays(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        await Sessions.ResolvedAsync(center);
        DataSubject anna = new DataSubject.Agent { Person = new("anna") };
        string[] copies = await CopiesAsync(center, anna);

        await center.Subjects.EraseAsync(Center.Ada, anna);
        SessionReport report = await center.Calibrations.ReportAsync(Center.Paul, Sessions.Id);

        Assert.Single(copies, copy => copy.Contains("He says hello.", StringComparison.Ordinal));
        Assert.DoesNotContain(await center.ContentAsync(), line => line.Contains("He says hello.", StringComparison.Ordinal));
        Assert.Null(report.Resolved.Single().Reason);
        Assert.Equal(100, report.Resolved.Single().Score);
    }

    [Fact]
    public async Task Standings_are_over_the_sessions_of_a_period_for_whoever_may_read_them()
    {
        await using Center center = await Center.OpenAsync();
        await Sessions.ClosedAsync(center, "eva");
        DateTimeOffset between = center.Time.GetUtcNow().AddDays(1);
        center.Time.Advance(TimeSpan.FromDays(30));
        CalibrationSessionId second = await center.Calibrations.PlanAsync(Center.Paul, Sessions.New((await center.PublishAsync()).Id, "second", "erik", "eva"));
        await center.Calibrations.OpenAsync(Center.Paul, second);
        await Sessions.SubmitAsync(center, Center.Xenia, "call-1", Center.Good, second);
        await Sessions.SubmitAsync(center, Sessions.Erik, "call-1", Center.Good, second);
        await center.Calibrations.CloseAsync(Center.Paul, second, despiteMissing: true);

        CalibrationOverview all = await center.Calibrations.ReportAsync(Center.Paul, new CalibrationQuery());
        CalibrationOverview later = await center.Calibrations.ReportAsync(Center.Paul, new CalibrationQuery { From = between });
        CalibrationOverview earlier = await center.Calibrations.ReportAsync(Center.Paul, new CalibrationQuery { Until = between });
        CalibrationOverview own = await center.Calibrations.ReportAsync(Sessions.Erik, new CalibrationQuery { Evaluators = [new("erik")] });

        Assert.Equal([Sessions.Id, second], all.Sessions.AsEnumerable());
        Assert.Equal(["erik 1 1 1", "eva 2 2 2"], all.Evaluators.Select(one => $"{one.Evaluator} {one.Sessions} {one.Scored} {one.Missing}"));
        Assert.Equal([-100, -100], all.Evaluators[1].Deviations.AsEnumerable());
        Assert.Equal([second], later.Sessions.AsEnumerable());
        Assert.Equal([Sessions.Id], earlier.Sessions.AsEnumerable());
        Assert.Equal([second], own.Sessions.AsEnumerable());
        Assert.Equal(["erik"], own.Evaluators.Select(one => one.Evaluator));
        await Assert.ThrowsAsync<Access.AccessDeniedException>(() => center.Calibrations.ReportAsync(Sessions.Erik, new CalibrationQuery { Evaluators = [new("eva")] }));
        await Assert.ThrowsAsync<Access.AccessDeniedException>(() => center.Calibrations.ReportAsync(Sessions.Erik, new CalibrationQuery()));
        await Assert.ThrowsAsync<Access.AccessDeniedException>(() => center.Calibrations.ReportAsync(Center.Sue, new CalibrationQuery()));
    }

    private static async Task<string> PrintAsync(Center center, CalibrationSessionId session) => string.Join(
        '\n',
        CalibrationTables.All(await center.Calibrations.ReportAsync(Center.Paul, session)).Select(table => Encoding.UTF8.GetString(table.ToJson().Span)));

    private static async Task<string[]> CopiesAsync(Center center, DataSubject subject)
    {
        var copies = new List<string>();
        await foreach (SubjectCopy copy in center.Subjects.ExportAsync(Center.Ada, subject))
        {
            copies.Add(Encoding.UTF8.GetString(copy.Json.Span));
        }

        return [.. copies];
    }
}
