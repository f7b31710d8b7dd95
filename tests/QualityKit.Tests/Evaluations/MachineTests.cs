using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Validation;

namespace QualityKit.Tests.Evaluations;

public sealed class MachineTests
{
    private static readonly AnswerSuggestion Yes = new()
    {
        Question = "greeting",
        Machine = "phrases 3",
        Answer = new SelectedOptions { Options = ["yes"] },
        Confidence = 0.9m,
        Evidence = [new() { Quote = "Good morning, Mr Holm.", Moment = new MediaMoment.Utterance { Id = "u1" } }],
    };

    [Fact]
    public void What_a_machine_suggests_is_kept_apart_from_what_a_person_decides()
    {
        EvaluationChange change = Lives.Begin().Try("bot", Suggest(Yes), 1).Value;

        MachineAnswer kept = Assert.Single(change.Evaluation.Suggestions);
        Assert.Equal(("greeting", "phrases 3", Lives.At(1), 0.9m), (kept.Question, kept.Machine, kept.At, kept.Confidence));
        Assert.Equal(Yes.Answer, kept.Answer);
        Assert.Equal((change.Contents.Single().Reference, Yes.Evidence[0].Moment), (kept.Evidence.Single().Quote, kept.Evidence.Single().Moment));
        Assert.Equal("Good morning, Mr Holm.", change.Contents.Single().Text);
        Assert.Equal("evidence with a quote", Yes.Evidence[0].ToString());
        Assert.Equal("evidence", new SuggestedEvidence().ToString());
        Assert.Equal("a machine suggested 1 answers", change.Facts.Single().ToText());
        Assert.Equal(EvaluationStatus.Pending, change.Evaluation.StatusAt(Lives.At(1)));
    }

    [Theory]
    [InlineData("yes", MachineDecisionKind.Accepted)]
    [InlineData("no", MachineDecisionKind.Changed)]
    public void Submitting_tells_what_became_of_a_suggestion(string answer, MachineDecisionKind expected)
    {
        Evaluation suggested = Lives.Begin().Do("bot", Suggest(Yes, new AnswerSuggestion { Question = "summary", Machine = "m", Answer = new TextAnswer { Value = "Called." } }), 1);

        EvaluationVersion version = suggested.Do("eva", Lives.Submit(QualityKit.Scoring.AnswerSheet.Empty.Answer("greeting", answer).Write("summary", "Called.")), 2).Current!;

        Assert.Equal(
            [new() { Question = "greeting", Kind = expected }, new() { Question = "summary", Kind = MachineDecisionKind.NotCompared }],
            version.Decisions.ToArray());
    }

    [Fact]
    public void A_machine_that_failed_says_so_and_nothing_is_compared()
    {
        Evaluation suggested = Lives.Begin().Do("bot", Suggest(new AnswerSuggestion { Question = "greeting", Machine = "m", Failure = "quota" }), 1);

        Assert.Equal("quota", suggested.Suggestions.Single().Failure);
        Assert.Null(suggested.Suggestions.Single().Answer);
        Assert.Equal(MachineDecisionKind.NotCompared, suggested.Do("eva", Lives.Submit(Lives.Good), 2).Current!.Decisions.Single().Kind);
    }

    [Fact]
    public void A_later_suggestion_takes_the_place_of_an_earlier_one()
    {
        Evaluation twice = Lives.Begin()
            .Do("bot", Suggest(Yes, new AnswerSuggestion { Question = "summary", Machine = "m" }), 1)
            .Do("bot", Suggest(Yes with { Machine = "phrases 4" }) with { Id = new("later") }, 2);

        Assert.Equal([("summary", "m"), ("greeting", "phrases 4")], twice.Suggestions.Select(one => (one.Question, one.Machine)));
    }

    [Fact]
    public void Everything_wrong_with_suggestions_comes_back_at_once()
    {
        Validated<EvaluationChange> result = Lives.Begin().Try("bot", Suggest(
            Yes with { Confidence = 1.1m, Evidence = [new() { Moment = new MediaMoment.Paragraph { Index = -1 } }] },
            Yes with { Confidence = -0.1m, Answer = new NumberAnswer { Value = 1 } },
            Yes with { Question = "nobody", Answer = null }), 1);

        Assert.Equal(
            [
                (IssueCodes.ConfidenceOutOfRange, "/suggestions/0/confidence"), (IssueCodes.MomentMalformed, "/suggestions/0/evidence/0/moment"),
                (IssueCodes.QuestionTwice, "/suggestions/1/question"), (IssueCodes.ConfidenceOutOfRange, "/suggestions/1/confidence"),
                (IssueCodes.WrongKindOfAnswer, "/answers/greeting"), (IssueCodes.AnswerToUnknownQuestion, "/suggestions/2/question"),
            ],
            result.Errors.Select(issue => (issue.Code, issue.Pointer)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_bounds_of_confidence_are_allowed(int confidence) =>
        Assert.True(Lives.Begin().Try("bot", Suggest(Yes with { Confidence = confidence }), 1).IsValid);

    [Fact]
    public void A_person_stands_up_for_what_a_machine_submitted()
    {
        Evaluation submitted = Lives.Begin(Lives.Open, Lives.New with { Evaluator = new("bot") }, Lives.At(0)).Do("bot", Lives.Submit(Lives.Good), 1);
        Assert.True(submitted.Current!.IsByMachine);

        EvaluationChange change = submitted.Try("rita", new ConfirmEvaluation { Id = new("c") }, 2).Value;

        Assert.Equal(new Confirmation { By = Lives.Rita, At = Lives.At(2) }, change.Evaluation.Current!.Confirmation);
        Assert.Equal("version 1 confirmed by a person", change.Facts.Single().ToText());
    }

    internal static SuggestAnswers Suggest(params AnswerSuggestion[] suggestions) => new() { Id = new("suggest"), Suggestions = [.. suggestions], Salt = Lives.Salt };
}
