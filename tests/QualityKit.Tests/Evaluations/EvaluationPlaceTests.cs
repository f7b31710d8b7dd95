using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Evaluations;

/// <summary>Where issues say that they are, and that the texts of one command are told apart.</summary>
public sealed class EvaluationPlaceTests
{
    private static readonly string TooLong = new('x', 10_001);
    private static readonly EvaluationAnswers Answers = EvaluationAnswers.Of(Lives.Good);

    public static TheoryData<string, string> Mistakes => new()
    {
        { "accept", "/reason" }, { "decline", "/reason" }, { "rescore", "/reason" }, { "acknowledge", "/comment" }, { "close", "/reason" }, { "reroute", "/to" },
    };

    public static TheoryData<string, string> Creations => new()
    {
        { "evaluator", "/evaluator" }, { "subject", "/subject" }, { "kind", "/kind" }, { "reviewed", "/reviewed" }, { "session", "/session" }, { "part", "/part" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_where_it_was_made(string mistake, string pointer)
    {
        Validated<EvaluationChange> result = mistake switch
        {
            "accept" => Lives.Disputed().Try("rita", new AcceptDispute { Id = new("c"), Answers = Answers, Reason = TooLong, Salt = Lives.Salt }, 4),
            "decline" => Lives.Disputed().Try("rita", new DeclineDispute { Id = new("c"), Reason = TooLong, Salt = Lives.Salt }, 4),
            "rescore" => Lives.Released().Try("rita", new RescoreEvaluation { Id = new("c"), Answers = Answers, Reason = TooLong, Salt = Lives.Salt }, 3),
            "acknowledge" => Lives.Released().Try("anna", new AcknowledgeEvaluation { Id = new("c"), Comment = TooLong, Salt = Lives.Salt }, 3),
            "close" => Left(new CloseAcknowledgement { Id = new("c"), Reason = TooLong, Salt = Lives.Salt }),
            _ => Lives.Disputed().Try("lead", new AssignEvaluation { Id = new("c"), To = Lives.Anna }, 4),
        };

        Issue issue = Assert.Single(result.Errors);
        Assert.Equal(pointer, issue.Pointer);
        Assert.DoesNotContain("{", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Creations))]
    public void What_cannot_be_made_is_told_where_it_was_asked(string mistake, string pointer)
    {
        NewEvaluation given = mistake switch
        {
            "evaluator" => Lives.New with { Evaluator = Lives.Anna },
            "subject" => Lives.New with { Kind = EvaluationKind.Self, Evaluator = null, Subject = new Subject.Automaton { Name = "b", Version = "1" } },
            "kind" => Lives.New with { Kind = EvaluationKind.Imported },
            "reviewed" => Lives.New with { Reviewed = new EvaluationId("e") },
            "session" => Lives.New with { Session = new CalibrationSessionId("s") },
            _ => Lives.New with { Interaction = null },
        };

        Assert.Equal(pointer, Assert.Single(EvaluationWorkflow.Create(given, Lives.Open, Lives.AccessTo(new() { Tenant = Lives.Tenant }, "lead", false, Enum.GetValues<QualityKit.People.Permission>()), Lives.At(0)).Errors).Pointer);
    }

    [Fact]
    public void A_moment_that_points_nowhere_is_told_by_its_number()
    {
        EvaluationAnswers answers = Answers with
        {
            Moments = [new() { Question = "greeting", Moment = new MediaMoment.Paragraph { Index = 0 } }, new() { Question = "nobody", Moment = new MediaMoment.Paragraph { Index = -1 } }],
        };

        Validated<EvaluationChange> result = Lives.Begin().Try("eva", Lives.Submit(Lives.Good) with { Answers = answers }, 1);

        Assert.Equal(["/moments/1/question", "/moments/1/moment"], result.Errors.Select(issue => issue.Pointer));
    }

    [Fact]
    public void Values_are_in_the_messages()
    {
        Validated<EvaluationChange> suggested = Lives.Begin().Try(
            "bot",
            MachineTests.Suggest(
                new() { Question = "greeting", Machine = "m", Confidence = 1.5m },
                new() { Question = "greeting", Machine = "m" },
                new() { Question = "nobody", Machine = "m" }),
            1);
        Validated<EvaluationChange> disputed = Lives.Released().Try("anna", Lives.Dispute(new() { Question = "greeting" }, new() { Question = "greeting" }), 3);

        Assert.Equal([IssueCodes.ConfidenceOutOfRange, IssueCodes.QuestionTwice, IssueCodes.AnswerToUnknownQuestion, IssueCodes.QuestionTwice], suggested.Errors.Concat(disputed.Errors).Select(issue => issue.Code));
        Assert.All(suggested.Errors.Concat(disputed.Errors), issue => Assert.DoesNotContain("{", issue.Message, StringComparison.Ordinal));
    }

    // An id that two texts shared would let one take the place of the other.
    [Fact]
    public void Every_text_of_a_command_has_an_id_of_its_own()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").Group("Main", 1, Ask.YesNo("greeting", "Greeted?"), Ask.Text("one", "One"), Ask.Text("two", "Two")).Publish().Value;
        Evaluation begun = Lives.Begin(form, Lives.New, Lives.At(0));
        AnswerSuggestion Said(string question) => new()
        {
            Question = question,
            Machine = "m",
            Answer = new TextAnswer { Value = question },
            Evidence = [new() { Quote = $"{question} first" }, new() { Quote = $"{question} again" }],
        };

        EvaluationChange suggested = begun.Try("bot", MachineTests.Suggest(Said("one"), Said("two")), 1, form).Value;
        EvaluationChange disputed = Lives.Released().Try(
            "anna", Lives.Dispute(new DisputedQuestion { Question = "summary", Proposed = new TextAnswer { Value = "Not so." } }), 3).Value;

        Assert.Equal((6, 2), (suggested.Contents.Select(content => content.Id).Distinct().Count(), disputed.Contents.Select(content => content.Id).Distinct().Count()));
        Assert.Equal(["one", "one first", "one again", "two", "two first", "two again"], suggested.Contents.Select(content => content.Text));
        Assert.Equal(
            [DerivedIds.Content(begun.Id, new("suggest"), "/suggestions/0/answer"), DerivedIds.Content(begun.Id, new("suggest"), "/suggestions/0/evidence/0/quote")],
            suggested.Contents.Take(2).Select(content => content.Id));
        Assert.Equal(DerivedIds.Content(Lives.Released().Id, new("dispute"), "/questions/0/proposed"), disputed.Contents[1].Id);
    }

    [Fact]
    public void Suggestions_for_some_questions_leave_those_for_others()
    {
        AnswerSuggestion[] first = [new() { Question = "greeting", Machine = "one" }, new() { Question = "summary", Machine = "one" }];
        AnswerSuggestion[] second = [new() { Question = "summary", Machine = "two" }, new() { Question = "greeting", Machine = "two" }];

        Evaluation twice = Lives.Begin().Do("bot", MachineTests.Suggest(first), 1).Do("bot", MachineTests.Suggest(second) with { Id = new("later") }, 2);

        Assert.Equal([("summary", "two"), ("greeting", "two")], twice.Suggestions.Select(one => (one.Question, one.Machine)));
    }

    [Fact]
    public void Nobody_starts_what_was_given_to_another() =>
        Assert.Equal(WorkflowCodes.OtherEvaluator, Assert.Throws<TransitionNotAllowedException>(() => Lives.Begin().Try("rita", new StartEvaluation { Id = new("s") }, 1)).Decision.Code);

    [Fact]
    public void What_is_finished_or_released_counts()
    {
        Assert.False(Lives.Begin().CountsForSubject(Lives.At(1)));
        Assert.True(Lives.Submitted().CountsForSubject(Lives.At(1)));
        Assert.True(Lives.Released().CountsForSubject(Lives.At(2)));
    }

    [Fact]
    public void What_was_never_set_is_empty()
    {
        Evaluation evaluation = Lives.Disputed() with { Versions = default, Disputes = default, Comments = default, Suggestions = default };
        var change = new EvaluationChange(evaluation) { Blocking = default, Contents = default, Erased = default, Happened = default };

        Assert.Equal((0, 0, 0, 0), (evaluation.Versions.Length, evaluation.Disputes.Length, evaluation.Comments.Length, evaluation.Suggestions.Length));
        Assert.Equal((0, 0, 0, 0), (change.Blocking.Length, change.Contents.Length, change.Erased.Length, change.Facts.Length));
    }

    [Fact]
    public void What_happened_is_told_in_order()
    {
        EvaluationChange change = Lives.Begin().Try("eva", Lives.Submit(Lives.Good), 1).Value;

        Assert.Equal($"{change.Evaluation}: evaluation.started, evaluation.submitted", change.ToString());
    }

    [Fact]
    public void What_is_possible_is_told_in_any_language()
    {
        ActionDecision decision = EvaluationWorkflow.Decide(Lives.Released(), EvaluationAction.Submit, Lives.Open, Lives.Access(Lives.Released(), "eva"), Lives.At(3));

        Assert.False(decision.IsAllowed);
        Assert.Equal(MessageCatalogue.Danish.Format(decision.Code, decision.Arguments), decision.ToText(MessageCatalogue.Danish));
        Assert.NotEqual(decision.ToText(), decision.ToText(MessageCatalogue.Danish));
    }

    // Worked out apart from the library: the first half of the SHA-256 of a JSON array. Stored documents go by them, so they never change.
    [Fact]
    public void Ids_that_derive_from_a_command_stay_what_they_are()
    {
        Assert.Equal("269758dac7b97c89d07398b5d992b6a2", DerivedIds.Evaluation(new("acme"), new("c")).Value);
        Assert.Equal("0caa98a994c86c378e10361272ebd285", DerivedIds.Session(new("acme"), new("c")).Value);
        Assert.Equal("6599ee1c8da89272c25a66a4c1d75a8f", DerivedIds.Calibration(new("s"), new("call"), new("eva")).Value);
        Assert.Equal("54854ca3136cdc0674a2eec99020cad4", DerivedIds.Round(new("s"), new("call")).Value);
        Assert.Equal("77fa0959ef732faf0fccc606ac664588", DerivedIds.Content(new("e"), new("c"), "/reason").Value);
        Assert.Equal("363eef3c33b4e17fc960d03816d3c061", DerivedIds.Job(new("acme"), new("c")));
        Assert.Equal("7ae555ac6ca06f97dcb875e7fc418c66", DerivedIds.Command(new("c"), new EvaluationId("e")).Value);
        Assert.Equal("c2552e062932a71cbf4793065b5085ad", DerivedIds.Command(new("c"), "kind", "id").Value);
    }

    [Fact]
    public void Ids_and_sessions_say_what_they_are()
    {
        var session = new CalibrationSession { Id = new("s"), Name = "May", Form = Lives.Open.Id, Lead = Lives.Rita, Evaluators = [], Items = [], PlannedAt = Lives.At(0) };

        Assert.Equal("session s, Planned", session.ToString());
        Assert.Equal(("", ""), (default(CalibrationSessionId).ToString(), default(EvaluationId).ToString()));
    }

    [Fact]
    public void Where_scores_are_not_disclosed_no_private_comments_are_shown()
    {
        Evaluation released = Lives.Released();
        EvaluationSight sight = EvaluationSight.Of(released, null, Lives.Access(released, "eva"), Lives.At(3));
        Assert.True(sight.CanView && sight.SeesPrivateComments);

        EvaluationSight closed = sight.Undisclosed();

        Assert.Equal((SightCodes.Undisclosed, null, false), (closed.Code, closed.Version, closed.SeesPrivateComments));
    }

    private static Validated<EvaluationChange> Left(CloseAcknowledgement command)
    {
        Evaluation released = Lives.Released();
        return EvaluationWorkflow.Apply(
            released, command, Lives.Open, Lives.Access(released, "lead", today: new() { Employment = QualityKit.People.Employment.Left }), Lives.At(9));
    }
}
