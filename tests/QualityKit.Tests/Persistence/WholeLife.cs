using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Methods;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Tests.Evaluations;

namespace QualityKit.Tests.Persistence;

/// <summary>Evaluations that between them have something in every place where something can be.</summary>
internal static class WholeLife
{
    private static readonly MediaMoment[] Moments =
    [
        new MediaMoment.Range { From = TimeSpan.FromSeconds(1.5), Until = TimeSpan.FromTicks(123456789) },
        new MediaMoment.Utterance { Id = "u-7" },
        new MediaMoment.Paragraph { Index = 2 },
    ];

    private static readonly AnswerSheet Misfits =
        AnswerSheet.Empty.Answer("greeting", "perhaps", "often").Answer("summary", 3.5m).Answer("other", new DateOnly(2026, 1, 5)).NotApplicable("more").NotApplicableGroup("opening");

    private static readonly EvaluationForm Banded = (Lives.Open.Edit().Band("Good", 0) with { Directory = "sales/north" }).Publish().Value;

    private static readonly AnswerSuggestion Fine = new() { Question = "summary", Machine = "ears/3", Answer = new TextAnswer { Value = "All fine." } };

    public static IEnumerable<(Evaluation Evaluation, EvaluationForm Form)> All =>
    [
        (Disputed(), Lives.Open),
        (Machines(), Lives.Open),
        (Imported(Misfits), Lives.Open),
        (Lives.Submitted().Do("lead", new DeleteEvaluation { Id = new("d"), Reason = "asked" }, 9), Lives.Open),
        (Imported(Lives.Good), Lives.Open),
        (Lives.Begin(Banded, Lives.New, Lives.At(0)).Do("bot", new SuggestAnswers { Id = new("s"), Suggestions = [Fine], Salt = Lives.Salt }, 1, Banded).Do("eva", Lives.Submit(Lives.Good), 1, Banded), Banded),
        .. Origins().Select(given => (Lives.Begin(Lives.Open, given, Lives.At(0)), Lives.Open)),
    ];

    private static Evaluation Disputed()
    {
        var deadlines = new Deadlines { RemindAt = Lives.At(1), DueAt = Lives.At(2), EscalateAt = Lives.At(3), ExpiresAt = Lives.At(90) };
        var unit = new Unit { Team = new("north"), Site = new("oslo"), Supervisor = new("sue"), Employment = Employment.OnLeave };
        return Lives.Begin(Lives.Open, Lives.New with { Deadlines = deadlines, Unit = unit }, Lives.At(0))
            .Do("bot", new AnnounceEvaluation { Id = new("n") }, 2)
            .Do("eva", Submit(Lives.Bad.Write("summary", "Angry.").Comment("greeting", "No.").CommentOverall("Short.")), 4)
            .Do("eva", new CommentOnEvaluation { Id = new("c"), Text = "Hm.", Audience = CommentAudience.Evaluators, Question = "greeting", Moments = [.. Moments], Salt = Lives.Salt }, 5)
            .Do("eva", new ReleaseEvaluation { Id = new("r"), When = ReleaseTime.Now, Reports = ["report-1"] }, 6)
            .Do("anna", Lives.Dispute(new DisputedQuestion { Question = "greeting", Proposed = new SelectedOptions { Options = ["yes"] } }, new DisputedQuestion { Question = "summary", Proposed = new TextAnswer { Value = "Happy." } }), 7)
            .Do("rita", new AcceptDispute { Id = new("a"), Answers = EvaluationAnswers.Of(Lives.Good), Reason = "Right.", Salt = Lives.Salt }, 8)
            .Do("eva", new ReleaseEvaluation { Id = new("r2"), When = ReleaseTime.Never }, 9)
            .Do("eva", new ReleaseEvaluation { Id = new("r3"), When = ReleaseTime.Now }, 10)
            .Do("anna", new AcknowledgeEvaluation { Id = new("k"), Comment = "Thanks.", Salt = Lives.Salt }, 11)
            .Do("anna", Lives.Dispute(), 12);
    }

    private static Evaluation Machines()
    {
        AnswerSuggestion[] suggestions =
        [
            new() { Question = "greeting", Machine = "ears/3", Answer = new SelectedOptions { Options = ["yes"] }, Confidence = 0.75m, Evidence = [new() { Quote = "Hello!", Moment = Moments[0] }, new() { Moment = Moments[1] }] },
            Fine,
        ];
        return Lives.Begin(Lives.Open, Lives.New with { Evaluator = new("bot"), Origin = new() { Kind = EvaluationOriginKind.Machine, Reference = "ears" } }, Lives.At(0))
            .Do("bot", new SuggestAnswers { Id = new("s"), Suggestions = [.. suggestions], Salt = Lives.Salt }, 1)
            .Do("bot", new SuggestAnswers { Id = new("s2"), Suggestions = [new() { Question = "summary", Machine = "ears/4", Failure = "noise" }], Salt = Lives.Salt }, 1)
            .Do("bot", Submit(Lives.Good), 2)
            .Do("eva", new ConfirmEvaluation { Id = new("f") }, 3)
            .Do("eva", new ReleaseEvaluation { Id = new("w"), When = ReleaseTime.Never }, 4);
    }

    private static Evaluation Imported(AnswerSheet answers) => EvaluationWorkflow.Import(
        new()
        {
            Id = new("i"),
            System = "old",
            SourceId = "4711",
            Subject = Subject.Of(Lives.Anna),
            Interaction = new("call"),
            Part = new InteractionPart.Segments { Ids = [new("s-1"), new("s-2")] },
            Evaluator = Lives.Eva,
            SubmittedAt = Lives.At(1).ToOffset(TimeSpan.FromHours(2)),
            ReleasedAt = Lives.At(2),
            AcknowledgedAt = Lives.At(3),
            Answers = answers,
            Total = new Score(Fraction.Of(2, 3), ScoreUnit.Share),
            State = "COMPLETED",
            Salt = Lives.Salt,
        },
        existing: null, Lives.Open, Lives.AccessTo(new() { Tenant = Lives.Tenant }, "bot", isMachine: true, Enum.GetValues<Permission>()), Lives.At(5)).Value.Evaluation;

    private static IEnumerable<NewEvaluation> Origins() =>
    [
        Lives.New with { Subject = new Subject.Automaton { Name = "voice bot", Version = "2" }, Part = new InteractionPart.Message { Id = "m-1" }, Evaluator = null },
        Lives.New with { Part = new InteractionPart.Session { Id = "chat-1" }, Origin = new() { Kind = EvaluationOriginKind.Policy, Reference = "p-1" } },
        Lives.New with { Part = InteractionPart.NotRecorded, Interaction = null },
        Lives.New with { Kind = EvaluationKind.Review, Reviewed = new EvaluationId("e-1") },
        Lives.New with { Kind = EvaluationKind.Calibration, Session = new CalibrationSessionId("s-1") },
    ];

    private static SubmitEvaluation Submit(AnswerSheet sheet) => new()
    {
        Id = new("submit"),
        Answers = new() { Sheet = sheet, Moments = [.. Moments.Select(moment => new AnswerMoment { Question = "greeting", Moment = moment })], AsksAcknowledgement = true, FollowUp = FollowUp.Coaching },
        Salt = Lives.Salt,
    };
}
