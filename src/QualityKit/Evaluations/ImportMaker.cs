using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Keeps what another system recorded, beside our own score of the same answers (rule E15).</summary>
internal static class ImportMaker
{
    public static Validated<EvaluationChange> Import(ImportedEvaluation given, EvaluationForm form, Actor actor, DateTimeOffset now)
    {
        EvaluationId id = given.IdIn(actor.Tenant);
        var turn = new Turn(id, given.Id, actor.Id, now);
        TextRules.CheckString(turn.Issues, given.System, "/system", TextRules.LongestName);
        TextRules.CheckString(turn.Issues, given.SourceId, "/sourceId", TextRules.LongestName);
        Validated<CheckedAnswers> answers = given.Answers.Check(form);
        Scorecard? card = answers.TryGetValue(out CheckedAnswers? fitting) ? Scorer.Score(fitting) : null;
        EvaluationVersion version = Version(given, turn, card);
        turn.Record(FactCodes.Imported, ("system", given.System), ("source", given.SourceId), ("form", form.Id));
        var origin = new EvaluationOrigin { Kind = EvaluationOriginKind.Import, Reference = given.System };
        var assignment = new Assignment { Evaluator = given.Evaluator, By = actor.Id, At = now };
        return turn.Done(() => new(new(origin, given.Subject, given.Part, assignment)
        {
            Id = id,
            Tenant = actor.Tenant,
            Kind = EvaluationKind.Imported,
            Interaction = given.Interaction,
            Form = form.Id,
            Directory = form.Directory,
            Unit = given.Unit,
            CreatedAt = now,
            StartedAt = given.SubmittedAt,
            Versions = [version],
            Recorded = new()
            {
                System = given.System,
                SourceId = given.SourceId,
                Total = given.Total,
                State = given.State,
                Difference = Difference(given.Total, card?.Total),
                Misfits = answers.Errors,
            },
        })
        {
            Scorecard = card,
        });
    }

    private static EvaluationVersion Version(ImportedEvaluation given, Turn turn, Scorecard? card) => new()
    {
        Number = 1,
        ScoredBy = given.Evaluator,
        SubmittedAt = given.SubmittedAt,
        Answers = VersionMaker.Apart(turn, EvaluationAnswers.Of(given.Answers), given.Salt),
        Score = card is null ? null : RecordedScore.Of(card),
        ReleaseAt = given.ReleasedAt,
        IsReleaseAnnounced = true,
        Acknowledgement = given.AcknowledgedAt is { } at && given.Subject.Who is { } subject ? new() { By = subject, At = at } : null,
    };

    private static Score? Difference(Score? theirs, Score? ours) =>
        theirs is { } recorded && ours is { } computed && recorded.Unit == computed.Unit ? new Score(computed.Value - recorded.Value, computed.Unit) : null;
}
