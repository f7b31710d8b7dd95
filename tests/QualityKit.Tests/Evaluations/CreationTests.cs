using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Methods;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Evaluations;

public sealed class CreationTests
{
    private static ImportedEvaluation Old => new()
    {
        Id = new("import"),
        System = "Elsewhere",
        SourceId = "17",
        Subject = Subject.Of(Lives.Anna),
        Interaction = new("call"),
        Evaluator = Lives.Eva,
        SubmittedAt = Lives.At(-100),
        ReleasedAt = Lives.At(-90),
        AcknowledgedAt = Lives.At(-80),
        Answers = Lives.Good.CommentOverall("Fine."),
        Total = Score.Percent(90),
        State = "CLOSED",
        Salt = Lives.Salt,
    };

    [Fact]
    public void A_new_evaluation_has_everything_that_it_was_given()
    {
        var unit = new Unit { Team = new("t1"), Site = new("s1"), Supervisor = new("lead") };
        NewEvaluation given = Lives.New with { Unit = unit, Origin = new() { Kind = EvaluationOriginKind.Policy, Reference = "p1" }, Part = new InteractionPart.Segments { Ids = [new("a")] } };
        EvaluationForm form = (Lives.Form().Edit() with { Directory = "sales" }).Publish().Value;

        EvaluationChange change = EvaluationWorkflow.Create(given, form, Lives.AccessTo(new() { Tenant = Lives.Tenant }, "lead", false, [Permission.CreateEvaluations]), Lives.At(0)).Value;

        Evaluation made = change.Evaluation;
        Assert.Equal(given.IdIn(Lives.Tenant), made.Id);
        Assert.Equal((Lives.Tenant, EvaluationKind.Quality, given.Origin, given.Subject, given.Interaction, given.Part), (made.Tenant, made.Kind, made.Origin, made.Subject, made.Interaction, made.Part));
        Assert.Equal((form.Id, "sales", unit, Lives.At(0), Lives.Eva), (made.Form, made.Directory, made.Unit, made.CreatedAt, made.Assignment.Evaluator!.Value));
        Assert.Equal($"created for eva, kind Quality, form {form.Id}", Assert.Single(change.Facts).ToText());
        Assert.Equal(given.Id, change.Facts[0].Command);
        Assert.Equal((made.Id, 0, new PersonId("lead"), Lives.At(0)), (change.Facts[0].Evaluation, change.Facts[0].Version, change.Facts[0].Actor, change.Facts[0].At));
        Assert.Equal($"evaluation {made.Id} with 0 versions: evaluation.created", change.ToString());
        AccessTarget target = made.TargetFor(new() { Team = new("t2") }, AttributeSet.Empty);
        Assert.Equal((Lives.Tenant, Lives.Anna, new TeamId("t2"), unit, "sales"), (target.Tenant, target.Subject!.Value, target.UnitToday!.Team!.Value, target.UnitThen, target.Directory));
        Assert.Equal([Lives.Eva], target.Workers.ToArray());
    }

    [Fact]
    public void Everyone_who_worked_on_it_is_known_to_access() => Assert.Equal(
        [Lives.Eva, Lives.Rita],
        Lives.Disputed().TargetFor(null, AttributeSet.Empty).Workers.ToArray());

    [Fact]
    public void The_id_derives_from_the_command_and_the_tenant()
    {
        Assert.Equal(Lives.New.IdIn(Lives.Tenant), Lives.New.IdIn(Lives.Tenant));
        Assert.NotEqual(Lives.New.IdIn(Lives.Tenant), Lives.New.IdIn(new("other")));
        Assert.NotEqual(Lives.New.IdIn(Lives.Tenant), (Lives.New with { Id = new("other") }).IdIn(Lives.Tenant));
        Assert.NotEqual(Old.IdIn(Lives.Tenant), (Old with { SourceId = "18" }).IdIn(Lives.Tenant));
        Assert.Equal(Old.IdIn(Lives.Tenant), (Old with { Id = new("again") }).IdIn(Lives.Tenant));
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "evaluator", IssueCodes.EvaluatorIsSubject },
        { "self", IssueCodes.SelfByAnother },
        { "expired", IssueCodes.InstantPassed },
        { "automaton", IssueCodes.SubjectMustBePerson },
        { "reviewOfAutomaton", IssueCodes.SubjectMustBePerson },
        { "imported", IssueCodes.NotByImport },
        { "review", IssueCodes.ReviewedMismatch },
        { "reviewed", IssueCodes.ReviewedMismatch },
        { "calibration", IssueCodes.SessionMismatch },
        { "session", IssueCodes.SessionMismatch },
        { "noInteraction", IssueCodes.PartMismatch },
        { "noPart", IssueCodes.PartMismatch },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void What_cannot_be_is_refused_with_a_reason(string mistake, string code)
    {
        Issue issue = Assert.Single(EvaluationWorkflow.Create(Mistaken(mistake), Lives.Open, Creator, Lives.At(0)).Errors);

        Assert.Equal(code, issue.Code);
        Assert.DoesNotContain("{", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EvaluationKind.Calibration)]
    [InlineData(EvaluationKind.Review)]
    [InlineData(EvaluationKind.Peer)]
    [InlineData(EvaluationKind.SideBySide)]
    [InlineData(EvaluationKind.Trial)]
    public void Every_kind_can_be_made(EvaluationKind kind) => Assert.Equal(kind, EvaluationWorkflow.Create(
        Lives.New with
        {
            Kind = kind,
            Reviewed = kind == EvaluationKind.Review ? new EvaluationId("e") : null,
            Session = kind == EvaluationKind.Calibration ? new CalibrationSessionId("s") : null,
            Interaction = kind == EvaluationKind.SideBySide ? null : new InteractionId("call"),
            Part = kind == EvaluationKind.SideBySide ? InteractionPart.NotRecorded : InteractionPart.All,
        },
        Lives.Open, Creator, Lives.At(0)).Value.Evaluation.Kind);

    [Fact]
    public void Creating_and_importing_need_a_right()
    {
        ActorAccess nobody = Lives.AccessTo(new() { Tenant = Lives.Tenant }, "eva", false, []);

        Assert.Equal(Permission.CreateEvaluations, Assert.Throws<AccessDeniedException>(() => EvaluationWorkflow.Create(Lives.New, Lives.Open, nobody, Lives.At(0))).Decision.Permission);
        Assert.Equal(Permission.ImportEvaluations, Assert.Throws<AccessDeniedException>(() => EvaluationWorkflow.Import(Old, null, Lives.Open, nobody, Lives.At(0))).Decision.Permission);
    }

    [Fact]
    public void An_import_keeps_what_was_recorded_beside_our_own_score()
    {
        EvaluationChange change = EvaluationWorkflow.Import(Old, null, Lives.Open, Creator, Lives.At(0)).Value;

        Evaluation made = change.Evaluation;
        Assert.Equal((EvaluationKind.Imported, EvaluationStatus.Acknowledged, Lives.At(0)), (made.Kind, made.StatusAt(Lives.At(0)), made.CreatedAt));
        Assert.Equal((Lives.Eva, Lives.At(-100), Lives.At(-90)), (made.Current!.ScoredBy, made.Current.SubmittedAt, made.Current.ReleaseAt!.Value));
        Assert.Equal(new Acknowledgement { By = Lives.Anna, At = Lives.At(-80) }, made.Current.Acknowledgement);
        Assert.Equal(("Elsewhere", "17", "CLOSED"), (made.Recorded!.System, made.Recorded.SourceId, made.Recorded.State));
        Assert.Equal((Score.Percent(90), Score.Percent(10)), (made.Recorded.Total!.Value, made.Recorded.Difference!.Value));
        Assert.Equal(Score.Percent(100), made.Current.Score!.Total);
        Assert.Equal("Fine.", Assert.Single(change.Contents).Text);
        Assert.Empty(change.Events);
        Assert.Equal($"taken in as 17 of Elsewhere, form {Lives.Open.Id}", Assert.Single(change.Facts).ToText());
        Assert.True(made.CountsForSubject(Lives.At(0)));
        Assert.Equal(Lives.At(-100), made.StartedAt);
        Assert.Equal(new EvaluationOrigin { Kind = EvaluationOriginKind.Import, Reference = "Elsewhere" }, made.Origin);
        Assert.Equal((Lives.Eva, new PersonId("lead"), Lives.At(0)), (made.Assignment.Evaluator!.Value, made.Assignment.By, made.Assignment.At));
        Assert.Equal("857e37a96546979cb8fb1c141ece1981", made.Id.Value);
        Assert.True(made.Current.IsReleaseAnnounced);
        Assert.Equal((1, Old.Subject, Old.Interaction, InteractionPart.All, Lives.Tenant, Lives.Open.Id), (made.Current.Number, made.Subject, made.Interaction, made.Part, made.Tenant, made.Form));
        Assert.Equal("evaluation `17` of Elsewhere", Old.ToString());
    }

    [Fact]
    public void An_import_again_changes_nothing()
    {
        Evaluation first = EvaluationWorkflow.Import(Old, null, Lives.Open, Creator, Lives.At(0)).Value.Evaluation;

        EvaluationChange again = EvaluationWorkflow.Import(Old with { Id = new("again"), Total = Score.Percent(1) }, first, Lives.Open, Creator, Lives.At(5)).Value;

        Assert.Same(first, again.Evaluation);
        Assert.Empty(again.Facts);
        Assert.Empty(again.Contents);
    }

    [Fact]
    public void Answers_that_do_not_fit_are_kept_without_a_score_of_ours()
    {
        Evaluation made = EvaluationWorkflow.Import(Old with { Answers = AnswerSheet.Empty.Answer("other", "yes") }, null, Lives.Open, Creator, Lives.At(0)).Value.Evaluation;

        Assert.Null(made.Current!.Score);
        Assert.Null(made.Recorded!.Difference);
        Assert.Equal([IssueCodes.AnswerToUnknownQuestion, IssueCodes.AnswerRequired], made.Recorded.Misfits.Select(issue => issue.Code));
        Assert.NotNull(made.Current.Answers.Sheet.EntryFor("other"));
    }

    [Fact]
    public void Totals_of_different_units_have_no_difference()
    {
        Assert.Null(EvaluationWorkflow.Import(Old with { Total = Score.Points(9) }, null, Lives.Open, Creator, Lives.At(0)).Value.Evaluation.Recorded!.Difference);
        Assert.Null(EvaluationWorkflow.Import(Old with { Total = null }, null, Lives.Open, Creator, Lives.At(0)).Value.Evaluation.Recorded!.Difference);
    }

    [Fact]
    public void An_import_stands_where_the_other_system_left_it()
    {
        Assert.Equal(EvaluationStatus.Released, Import(Old with { AcknowledgedAt = null }).StatusAt(Lives.At(0)));
        Assert.Equal(EvaluationStatus.Finished, Import(Old with { AcknowledgedAt = null, ReleasedAt = null }).StatusAt(Lives.At(0)));
        Assert.Null(Import(Old with { Subject = new Subject.Automaton { Name = "b", Version = "1" } }).Current!.Acknowledgement);

        static Evaluation Import(ImportedEvaluation given) => EvaluationWorkflow.Import(given, null, Lives.Open, Creator, Lives.At(0)).Value.Evaluation;
    }

    [Fact]
    public void An_import_names_its_source() => Assert.Equal(
        ["/system", "/sourceId"],
        EvaluationWorkflow.Import(Old with { System = "", SourceId = new string('x', 201) }, null, Lives.Open, Creator, Lives.At(0)).Errors.Select(issue => issue.Pointer));

    private static ActorAccess Creator { get; } = Lives.AccessTo(new() { Tenant = Lives.Tenant }, "lead", false, Enum.GetValues<Permission>());

    private static NewEvaluation Mistaken(string mistake) => mistake switch
    {
        "evaluator" => Lives.New with { Evaluator = Lives.Anna },
        "self" => Lives.New with { Kind = EvaluationKind.Self },
        "expired" => Lives.New with { Deadlines = new() { ExpiresAt = Lives.At(0) } },
        "automaton" => Lives.New with { Kind = EvaluationKind.Self, Evaluator = null, Subject = new Subject.Automaton { Name = "b", Version = "1" } },
        "reviewOfAutomaton" => Lives.New with { Kind = EvaluationKind.Review, Reviewed = new EvaluationId("e"), Subject = new Subject.Automaton { Name = "b", Version = "1" } },
        "imported" => Lives.New with { Kind = EvaluationKind.Imported },
        "review" => Lives.New with { Kind = EvaluationKind.Review },
        "reviewed" => Lives.New with { Reviewed = new EvaluationId("e") },
        "calibration" => Lives.New with { Kind = EvaluationKind.Calibration },
        "session" => Lives.New with { Session = new CalibrationSessionId("s") },
        "noInteraction" => Lives.New with { Interaction = null },
        _ => Lives.New with { Part = InteractionPart.NotRecorded },
    };
}
