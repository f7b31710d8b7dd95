using QualityKit.Access;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Reports;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services.Tests.Services;

public sealed class CalibrationServiceTests : IClassFixture<Databases>
{
    private static readonly Actor Lea = Center.Actor("lea", Roles.ExpertEvaluator);

    public static TheoryData<string> Stores => StoreNames.All;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_session_goes_from_its_plan_to_its_report(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        CalibrationSessionId session = await Sessions.PlannedAsync(center, "eva", "erik", "emil");
        CalibrationReceipt opened = await center.Calibrations.OpenAsync(Center.Paul, session);
        foreach (string call in new[] { "call-1", "call-2" })
        {
            await Sessions.SubmitAsync(center, Center.Xenia, call, Center.Good);
            await Sessions.SubmitAsync(center, Center.Eva, call, Center.Bad);
            await Sessions.SubmitAsync(center, Sessions.Erik, call, Center.Good);
            await Sessions.SubmitAsync(center, Center.Actor("emil", Roles.Evaluator), call, Center.Good);
        }

        CalibrationReceipt closed = await center.Calibrations.CloseAsync(Center.Paul, session);
        SessionReport report = await center.Calibrations.ReportAsync(Center.Paul, session);

        Assert.Equal(8, opened.Asked);
        Assert.Empty(closed.Missing);
        Assert.Equal(["call-1", "call-2"], report.Report.Rounds.Select(round => round.Round.Interaction));
        Assert.Equal([0, 0, -100], report.Report.Rounds[0].Comparison.Evaluators.OrderBy(one => one.Evaluator, StringComparer.Ordinal).Select(one => (int)one.Deviation!.Value.ToDouble()));
        Assert.Equal(CalibrationSessionStatus.Closed, (await center.Calibrations.GetAsync(Center.Paul, session)).Session.Status);
        Assert.Equal(7, CalibrationTables.All(report).Length);
        Assert.Empty((await center.VerifyAsync()).Issues);
    }

    [Fact]
    public async Task A_planned_session_asks_nobody_and_an_open_one_says_how_far_everyone_is()
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.PlannedAsync(center);

        CalibrationDetails planned = await center.Calibrations.GetAsync(Center.Paul, session);
        Assert.Empty((await center.Evaluations.ListAsync(Center.Eva, EvaluationList.Assigned)).Evaluations);
        await center.Calibrations.OpenAsync(Center.Paul, session);
        await center.Evaluations.StartAsync(Center.Eva, Sessions.EvaluationOf("call-1", "eva"));
        await Sessions.SubmitAsync(center, Center.Xenia, "call-1", Center.Good);
        CalibrationDetails open = await center.Calibrations.GetAsync(Center.Eva, session);

        Assert.Empty(planned.Progress);
        Assert.Equal([CalibrationAction.View, CalibrationAction.Open, CalibrationAction.Cancel], planned.Allowed.AsEnumerable());
        Assert.Equal(
            ["eva call-1 InProgress", "xenia call-1 Finished", "eva call-2 Pending", "xenia call-2 Pending"],
            open.Progress.Select(one => $"{one.Evaluator} {one.Interaction} {one.Status}"));
        Assert.Equal([CalibrationAction.View], open.Allowed.AsEnumerable());
        EvaluationSummary asked = (await center.Evaluations.ListAsync(Center.Eva, EvaluationList.Assigned)).Evaluations.Single();
        Assert.Equal((EvaluationKind.Calibration, "call-2"), (asked.Kind, asked.Interaction!.Value.Value));
    }

    [Fact]
    public async Task People_are_found_by_role_when_the_session_is_opened()
    {
        await using Center center = await Center.OpenAsync();
        FormVersionId form = (await center.PublishAsync()).Id;
        CalibrationSessionId session = await center.Calibrations.PlanAsync(Center.Paul, Sessions.New(form) with { Evaluators = [], Roles = ["evaluator"] });
        void Add(string person, Employment employment = Employment.Employed) => center.People.Add(Center.Tenant, new Person
        {
            Id = new(person),
            Roles = ["evaluator"],
            Units = UnitTimeline.Of([new() { From = DateTimeOffset.UnixEpoch, Unit = new() { Team = Center.North, Employment = employment } }]).Value,
        });
        Add("eva");
        Add("erik");
        Add("anna");
        Add("xenia");
        Add("lars", Employment.Left);
        Add("olga", Employment.OnLeave);

        CalibrationReceipt opened = await center.Calibrations.OpenAsync(Center.Paul, session);
        Add("late");

        Assert.Equal([new("erik"), new PersonId("eva")], opened.Evaluators.AsEnumerable());
        Assert.Equal(opened.Evaluators, (await center.Calibrations.OpenAsync(Center.Paul, session)).Evaluators.AsEnumerable());
    }

    [Fact]
    public async Task A_directory_that_cannot_say_who_has_a_role_refuses_such_a_session()
    {
        await using Center center = await Center.OpenAsync();
        FormVersionId form = (await center.PublishAsync()).Id;
        var plain = new CalibrationService(center.Documents, new PlainDirectory(), new SharedAccessPolicy(AccessPolicy.Standard), Center.Keys, center.Time);

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => plain.PlanAsync(Center.Paul, Sessions.New(form) with { Roles = ["evaluator"] }));

        Assert.Contains("IRoleDirectory", refused.Message, StringComparison.Ordinal);
        await plain.PlanAsync(Center.Paul, Sessions.New(form));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_plan_is_said_at_once_and_nothing_is_stored()
    {
        await using Center center = await Center.OpenAsync();
        FormVersionId form = (await center.PublishAsync()).Id;
        List<string> before = await center.ContentAsync();

        ValidationFailedException refused = await Assert.ThrowsAsync<ValidationFailedException>(() => center.Calibrations.PlanAsync(
            Center.Paul, Sessions.New(form) with { Name = "", Items = [Sessions.Item("call-1", "eva"), Sessions.Item("call-1", "bo") with { Benchmark = new("gone") }] }));

        Assert.Equal(
            [IssueCodes.EmptyText, IssueCodes.EvaluatorIsSubject, IssueCodes.InteractionTwice, IssueCodes.NoBenchmark], refused.Issues.Select(issue => issue.Code));
        Assert.Equal(before, await center.ContentAsync());
    }

    [Fact]
    public async Task An_archived_form_begins_no_session()
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.PlannedAsync(center);
        await center.Forms.ArchiveAsync(Center.Dora, Center.Draft.Key);

        await Assert.ThrowsAsync<ValidationFailedException>(() => center.Calibrations.OpenAsync(Center.Paul, session));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Calibrations.PlanAsync(Center.Paul, Sessions.New(new("unknown"), "other")));

        Assert.Equal(CalibrationSessionStatus.Planned, (await center.Calibrations.GetAsync(Center.Paul, session)).Session.Status);
    }

    [Fact]
    public async Task A_session_that_is_called_off_takes_back_what_it_asked_for_and_stays_blind()
    {
        await using Center center = await Center.OpenAsync();
        await Sessions.HalfDoneAsync(center);

        await center.Calibrations.CancelAsync(Center.Paul, Sessions.Id, "moved");

        Assert.Empty((await center.Evaluations.ListAsync(Center.Eva, EvaluationList.InProgress)).Evaluations);
        Assert.Null((await center.Evaluations.GetAsync(Center.Xenia, Sessions.EvaluationOf("call-1", "eva"))).Answers);
        Assert.NotNull((await center.Evaluations.GetAsync(Center.Eva, Sessions.EvaluationOf("call-1", "eva"))).Answers);
        await Assert.ThrowsAsync<CalibrationNotAllowedException>(() => center.Calibrations.OpenAsync(Center.Paul, Sessions.Id));
        await Assert.ThrowsAsync<CalibrationNotAllowedException>(() => center.Calibrations.CloseAsync(Center.Paul, Sessions.Id));
        await Assert.ThrowsAsync<CalibrationNotAllowedException>(() => center.Calibrations.ReportAsync(Center.Paul, Sessions.Id));
        await Assert.ThrowsAsync<CalibrationNotAllowedException>(() => center.Calibrations.CancelAsync(Center.Paul, Sessions.Id, "again"));
    }

    [Fact]
    public async Task A_reason_for_calling_off_is_a_code()
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.PlannedAsync(center);

        await Assert.ThrowsAsync<ValidationFailedException>(() => center.Calibrations.CancelAsync(Center.Paul, session, " "));
        await center.Calibrations.CancelAsync(Center.Paul, session, "moved");

        Assert.Equal(CalibrationSessionStatus.Cancelled, (await center.Calibrations.GetAsync(Center.Paul, session)).Session.Status);
    }

    [Fact]
    public async Task An_expert_who_leads_closes_and_resolves_what_somebody_else_has_planned()
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await center.Calibrations.PlanAsync(Center.Paul, Sessions.New((await center.PublishAsync()).Id) with { Lead = new PersonId("lea") });
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Calibrations.OpenAsync(Lea, session));
        await center.Calibrations.OpenAsync(Center.Paul, session);

        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Calibrations.CloseAsync(Center.Xenia, session, despiteMissing: true));
        await center.Calibrations.CloseAsync(Lea, session, despiteMissing: true);
        await center.Calibrations.ResolveAsync(Lea, session, Sessions.Agreed("r", "yes", "It was."));

        Assert.Single((await center.Calibrations.ReportAsync(Lea, session)).Resolved);
    }

    [Fact]
    public async Task Who_may_not_evaluate_a_call_cannot_have_it_calibrated()
    {
        AccessPolicy policy = AccessPolicy.Standard with
        {
            Attributes = [new() { Key = "vip", When = new Interactions.AttributePredicate.IsOneOf { Attribute = "queue", Values = [Interactions.AttributeValue.Of("vip")] }, Roles = ["qualityManager"] }],
        };
        await using Center center = await Center.OpenAsync(policy: policy);
        FormVersionId form = (await center.PublishAsync()).Id;
        CalibrationSessionId session = await center.Calibrations.PlanAsync(Center.Paul, Sessions.New(form) with { Items = [Sessions.Item("call-1", "anna"), Sessions.Item("vip-1", "bo")] });

        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Calibrations.OpenAsync(Center.Paul, session));

        Assert.Equal(CalibrationSessionStatus.Planned, (await center.Calibrations.GetAsync(Center.Paul, session)).Session.Status);
        Assert.Empty((await center.Evaluations.ListAsync(Center.Ada, EvaluationList.All)).Evaluations);
        Assert.Equal(4, (await center.Calibrations.OpenAsync(Center.Mona, session)).Asked);
    }

    [Fact]
    public async Task A_command_of_somebody_else_is_not_answered()
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.PlannedAsync(center);
        await center.Calibrations.OpenAsync(Center.Paul, session, new CommandId("open"));

        await Assert.ThrowsAsync<ArgumentException>(() => center.Calibrations.OpenAsync(Center.Mona, session, new CommandId("open")));
        await Assert.ThrowsAsync<ArgumentException>(() => center.Calibrations.CloseAsync(Center.Paul, session, true, new CommandId("open")));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Sessions_are_listed_by_where_they_stand_for_whoever_may_read_them(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        FormVersionId form = (await center.PublishAsync()).Id;
        foreach (string command in new[] { "a", "b", "c" })
        {
            await center.Calibrations.PlanAsync(Center.Paul, Sessions.New(form, command, command == "b" ? "erik" : "eva"));
            center.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await center.Calibrations.OpenAsync(Center.Paul, Sessions.New(form, "c").IdIn(Center.Tenant));
        async Task<string[]> ListAsync(Actor actor, CalibrationSessionStatus status)
        {
            var names = new List<string>();
            string? next = null;
            do
            {
                CalibrationPage page = await center.Calibrations.ListAsync(actor, status, next, take: 1);
                names.AddRange(page.Sessions.Select(session => "abc".Single(one => Sessions.New(form, one.ToString()).IdIn(Center.Tenant) == session.Id).ToString()));
                next = page.Next;
            }
            while (next is not null);
            return [.. names];
        }

        Assert.Equal(["a", "b"], await ListAsync(Center.Paul, CalibrationSessionStatus.Planned));
        Assert.Equal(["a"], await ListAsync(Center.Eva, CalibrationSessionStatus.Planned));
        Assert.Equal(["c"], await ListAsync(Center.Eva, CalibrationSessionStatus.Open));
        Assert.Equal(["b"], await ListAsync(Sessions.Erik, CalibrationSessionStatus.Planned));
        Assert.Equal(["a", "b"], await ListAsync(Center.Xenia, CalibrationSessionStatus.Planned));
        Assert.Empty(await ListAsync(Center.Sue, CalibrationSessionStatus.Planned));
        Assert.Empty(await ListAsync(Center.Anna, CalibrationSessionStatus.Planned));
        Assert.Empty(await ListAsync(Center.Paul with { Tenant = new("globex") }, CalibrationSessionStatus.Planned));
        await Assert.ThrowsAsync<ArgumentException>(() => center.Calibrations.ListAsync(Center.Paul, CalibrationSessionStatus.Open, "nonsense"));
    }

    [Fact]
    public async Task Another_tenants_session_does_not_exist()
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.ClosedAsync(center, "eva");
        Actor stranger = Center.Ada with { Tenant = new("globex") };

        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Calibrations.GetAsync(stranger, session));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Calibrations.OpenAsync(stranger, session));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Calibrations.CloseAsync(stranger, session));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Calibrations.CancelAsync(stranger, session, "x"));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Calibrations.ResolveAsync(stranger, session, Sessions.Agreed("r", "yes", "x")));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Calibrations.ReportAsync(stranger, session));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Calibrations.GetAsync(Center.Paul, default));
        Assert.Empty((await center.Calibrations.ReportAsync(stranger, new CalibrationQuery())).Sessions);
    }

    [Theory]
    [InlineData("evaluator")]
    [InlineData("expertEvaluator")]
    [InlineData("supervisor")]
    [InlineData("agent")]
    [InlineData("auditor")]
    [InlineData("centreManager")]
    public async Task Only_a_planner_plans_opens_and_calls_off(string role)
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.PlannedAsync(center);
        Actor actor = Center.Actor("olaf", Roles.Standard.Single(one => one.Key == role), Center.North);

        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Calibrations.PlanAsync(actor, Sessions.New(Center.Draft.Publish().Value.Id, "other")));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Calibrations.OpenAsync(actor, session));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Calibrations.CancelAsync(actor, session, "x"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Calibrations.CloseAsync(actor, session));
        await Assert.ThrowsAsync<AccessDeniedException>(() => center.Calibrations.ResolveAsync(actor, session, Sessions.Agreed("r", "yes", "x")));
    }

    private sealed class PlainDirectory : IPeopleDirectory
    {
        public Task<Person?> FindAsync(TenantId tenant, PersonId person, CancellationToken cancellationToken) => Task.FromResult<Person?>(null);

        public async IAsyncEnumerable<Person> MembersAsync(TenantId tenant, TeamId team, DateTimeOffset at, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield break;
        }
    }
}
