using QualityKit.Access;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Services;

/// <summary>Who sees what of a session while it is blind, in every view that the services have.</summary>
public sealed class CalibrationSightTests : IClassFixture<Databases>
{
    private static readonly Actor Erik = Center.Actor("erik", Roles.ExpertEvaluator);
    private static readonly Actor Lead = Center.Actor("paul", Roles.QualityManager);

    public static TheoryData<string, string> Viewers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string store in StoreNames.All)
            {
                foreach (string viewer in new[] { "other evaluator", "expert", "lead", "agent", "supervisor", "agent who takes part", "other tenant" })
                {
                    data.Add(store, viewer);
                }
            }

            return data;
        }
    }

    // Eva has submitted; nobody who takes part, and not the agent, sees anything of it in any view.
    [Theory]
    [MemberData(nameof(Viewers))]
    public async Task Nobody_who_takes_part_sees_an_answer_a_score_or_a_comment_of_another_until_it_is_closed(string store, string viewer)
    {
        await using Center center = await Center.OpenAsync(store);
        CalibrationSessionId session = await Sessions.OpenedAsync(center, "eva", "erik");
        foreach (string call in new[] { "call-1", "call-2" })
        {
            await Sessions.SubmitAsync(center, Center.Eva, call, Center.Bad);
        }

        EvaluationId evas = Sessions.EvaluationOf("call-1", "eva");
        await center.Evaluations.CommentAsync(Center.Eva, evas, "For evaluators.", CommentAudience.Evaluators);
        await center.Evaluations.CommentAsync(Center.Eva, evas, "For the agent.");
        Actor actor = Viewer(viewer);

        Assert.DoesNotContain("seen", await ViewsAsync(center, actor, evas), StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => center.Calibrations.ReportAsync(actor, session));
        Assert.True((await center.Evaluations.GetAsync(Center.Eva, evas)).Sight.CanView);
    }

    [Theory]
    [InlineData("other evaluator", true)]
    [InlineData("expert", true)]
    [InlineData("lead", true)]
    [InlineData("agent", false)]
    [InlineData("agent who takes part", true)]
    public async Task A_closed_session_is_seen_by_whoever_may_read_it_and_never_by_the_agent(string viewer, bool sees)
    {
        await using Center center = await Center.OpenAsync();
        CalibrationSessionId session = await Sessions.ClosedAsync(center, "eva", "erik");
        EvaluationId evas = Sessions.EvaluationOf("call-1", "eva");
        Actor actor = Viewer(viewer);

        Assert.Equal(sees, (await ViewsAsync(center, actor, evas)).Contains("seen", StringComparison.Ordinal));
        if (sees)
        {
            Assert.NotEmpty((await center.Calibrations.ReportAsync(actor, session)).Report.Evaluators);
        }
        else
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => center.Calibrations.ReportAsync(actor, session));
        }
    }

    [Theory]
    [MemberData(nameof(StoreNames.All), MemberType = typeof(StoreNames))]
    public async Task The_finished_evaluation_that_a_session_compares_with_is_hidden_from_whoever_takes_part_until_it_is_over(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        EvaluationId benchmark = await center.ReleasedAsync();
        Actor stranger = Erik with { Id = new("stan") };
        Assert.True((await center.Evaluations.GetAsync(Erik, benchmark)).Sight.CanView);
        CalibrationSessionId session = await PlanWithAsync(center, benchmark, "erik", "emil");

        async Task<(bool Erik, bool Listed, bool Stranger, bool Agent, bool Own)> SeenAsync() => (
            (await center.Evaluations.GetAsync(Erik, benchmark)).Sight.CanView,
            (await center.Evaluations.ListAsync(Erik, EvaluationList.All)).Evaluations.Single(one => one.Id == benchmark).Score is not null,
            (await center.Evaluations.GetAsync(stranger, benchmark)).Sight.CanView,
            (await center.Evaluations.GetAsync(Center.Anna, benchmark)).Sight.CanView,
            (await center.Evaluations.GetAsync(Center.Eva, benchmark)).Sight.CanView);

        Assert.Equal((false, false, true, true, true), await SeenAsync());
        await center.Calibrations.OpenAsync(Center.Paul, session);
        Assert.Equal((false, false, true, true, true), await SeenAsync());
        await center.Calibrations.CloseAsync(Center.Paul, session, despiteMissing: true);
        Assert.Equal((true, true, true, true, true), await SeenAsync());
    }

    // Scoring again answers with the difference, and so with what was there.
    [Fact]
    public async Task Whoever_takes_part_does_not_score_again_what_the_session_compares_with()
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId benchmark = await center.ReleasedAsync();
        CalibrationSessionId session = await PlanWithAsync(center, benchmark, "erik");

        TransitionNotAllowedException refused = await Assert.ThrowsAsync<TransitionNotAllowedException>(
            () => center.Evaluations.RescoreAsync(Erik, benchmark, EvaluationAnswers.Of(Center.Good), "Heard again."));

        Assert.Equal(WorkflowCodes.Session, refused.Decision.Code);
        Assert.DoesNotContain(EvaluationAction.Rescore, await center.Evaluations.AllowedAsync(Erik, benchmark));
        Assert.Contains(EvaluationAction.Rescore, await center.Evaluations.AllowedAsync(Center.Xenia, benchmark));
        await center.Calibrations.CancelAsync(Center.Paul, session, "moved");
        Assert.NotNull((await center.Evaluations.RescoreAsync(Erik, benchmark, EvaluationAnswers.Of(Center.Good), "Heard again.")).Difference);
    }

    [Fact]
    public async Task A_session_from_a_finished_evaluation_compares_with_it_as_it_was_when_the_session_was_opened()
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId benchmark = await center.ReleasedAsync();
        CalibrationSessionId session = await PlanWithAsync(center, benchmark, "erik");
        CalibrationReceipt opened = await center.Calibrations.OpenAsync(Center.Paul, session);
        await center.Evaluations.RescoreAsync(Center.Xenia, benchmark, EvaluationAnswers.Of(Center.Good), "Heard again.");
        await Sessions.SubmitAsync(center, Erik, "call-77", Center.Good, session);
        await center.Calibrations.CloseAsync(Center.Paul, session);

        RoundReport round = (await center.Calibrations.ReportAsync(Center.Paul, session)).Report.Rounds.Single();

        Assert.Equal(1, opened.Asked);
        Assert.Equal(("eva", 0), (round.Round.Expert!.Evaluator, (int)round.Round.Expert.Total!.Value.ToDouble()));
        Assert.Equal(100, round.Comparison.Evaluators.Single().Deviation);
        Assert.Equal(100, (await center.Evaluations.GetAsync(Center.Mona, benchmark)).Scorecard!.Total!.Value.Value.ToDouble() * 100);
    }

    [Fact]
    public async Task A_finished_evaluation_that_the_planner_may_not_read_is_none()
    {
        await using Center center = await Center.OpenAsync(policy: AccessPolicy.Standard with
        {
            Roles = [.. Roles.Standard, new Role { Key = "host" }.Allow(Reach.Everyone, Permission.ManageCalibrations, Permission.CreateEvaluations)],
        });
        EvaluationId benchmark = await center.ReleasedAsync();
        Actor host = Center.Actor("hans", new Role { Key = "host" });

        await Assert.ThrowsAsync<Validation.ValidationFailedException>(() => PlanWithAsync(center, benchmark, host, "erik"));
        await PlanWithAsync(center, benchmark, "erik");
    }

    [Theory]
    [MemberData(nameof(StoreNames.All), MemberType = typeof(StoreNames))]
    public async Task What_a_session_gives_is_in_no_list_of_the_agent_or_their_supervisor_and_in_no_number(string store)
    {
        await using Center center = await Center.OpenAsync(store);
        await Sessions.ClosedAsync(center, "eva", "erik");
        EvaluationId quality = await center.ReleasedAsync(Center.New("real", interaction: "call-9"));

        foreach (EvaluationList list in new[] { EvaluationList.Released, EvaluationList.ToAcknowledge, EvaluationList.Disputed })
        {
            Assert.DoesNotContain((await center.Evaluations.ListAsync(Center.Anna, list)).Evaluations, one => one.Kind == EvaluationKind.Calibration);
        }

        foreach (EvaluationList list in new[] { EvaluationList.Team, EvaluationList.TeamDisputes })
        {
            Assert.DoesNotContain((await center.Evaluations.ListAsync(Center.Sue, list)).Evaluations, one => one.Kind == EvaluationKind.Calibration);
        }

        Assert.Equal([quality], (await center.Evaluations.ListAsync(Center.Sue, EvaluationList.Team)).Evaluations.Select(one => one.Id));
        Assert.Equal([quality.Value], await CountingAsync(center));
        Assert.Contains(await center.ContentAsync(), line => line.StartsWith("score-rows/", StringComparison.Ordinal) && line.Contains("\"kind\":\"Calibration\"", StringComparison.Ordinal) && !line.Contains("\"counts\":true", StringComparison.Ordinal));
        await Assert.ThrowsAsync<TransitionNotAllowedException>(() => center.Evaluations.ReleaseAsync(Center.Eva, Sessions.EvaluationOf("call-1", "eva")));
        await Assert.ThrowsAsync<TransitionNotAllowedException>(() => center.Evaluations.DisputeAsync(Center.Sue, Sessions.EvaluationOf("call-1", "eva"), "No."));
        await Assert.ThrowsAsync<TransitionNotAllowedException>(() => center.Evaluations.RescoreAsync(Center.Xenia, Sessions.EvaluationOf("call-1", "eva"), EvaluationAnswers.Of(Center.Good), "No."));
    }

    private static Actor Viewer(string viewer) => viewer switch
    {
        "other evaluator" => Erik,
        "expert" => Center.Xenia,
        "lead" => Lead,
        "agent" => Center.Anna,
        "supervisor" => Center.Sue with { Roles = [Roles.Supervisor.Key], Id = new("xenia") },
        "agent who takes part" => Erik with { Roles = [Roles.ExpertEvaluator.Key, Roles.Agent.Key] },
        _ => Center.Ada with { Tenant = new("globex") },
    };

    // What an actor sees of an evaluation, view by view: `seen` stands where an answer, a score or a text is.
    private static async Task<string> ViewsAsync(Center center, Actor actor, EvaluationId evaluation)
    {
        var views = new List<string>();
        try
        {
            EvaluationDetails details = await center.Evaluations.GetAsync(actor, evaluation);
            views.Add(details.Answers is not null || details.Scorecard is not null || !details.Comments.IsEmpty || !details.Suggestions.IsEmpty || details.Sight.CanView ? "details seen" : "details");
        }
        catch (Exception hidden) when (hidden is AccessDeniedException or EntityNotFoundException)
        {
            views.Add("details not there");
        }

        foreach (EvaluationList list in Enum.GetValues<EvaluationList>())
        {
            EvaluationPage page = await center.Evaluations.ListAsync(actor, list);
            views.Add(page.Evaluations.Any(one => one.Id == evaluation && one.Score is not null) ? $"{list} seen" : $"{list}");
        }

        return string.Join(", ", views);
    }

    private static Task<CalibrationSessionId> PlanWithAsync(Center center, EvaluationId benchmark, params string[] evaluators) => PlanWithAsync(center, benchmark, Center.Paul, evaluators);

    private static async Task<CalibrationSessionId> PlanWithAsync(Center center, EvaluationId benchmark, Actor planner, params string[] evaluators) => await center.Calibrations.PlanAsync(
        planner, Sessions.New((await center.PublishAsync()).Id, "from", evaluators) with { Expert = null, Items = [Sessions.Item("call-77", "anna") with { Benchmark = benchmark }] });

    private static async Task<List<string>> CountingAsync(Center center)
    {
        var counting = new List<string>();
        await foreach (Document row in center.Documents.QueryAllAsync(Center.Tenant, new() { Collection = "score-rows", Index = "counting" }))
        {
            counting.Add(row.Key.Id.Split('/')[0]);
        }

        return counting;
    }
}
