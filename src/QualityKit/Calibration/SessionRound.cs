using System.Collections.Immutable;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Scoring;

namespace QualityKit.Calibration;

/// <summary>One interaction of a closed session: what everyone gave, recorded for good. Evaluations may be deleted later; this stays.</summary>
internal sealed record SessionRound
{
    public required InteractionId Interaction { get; init; }

    /// <summary>What the others are compared with; null for a consensus.</summary>
    public RecordedSheet? Expert { get; init; }

    public ImmutableArray<RecordedSheet> Sheets { get; init; } = [];

    /// <summary>Who was asked, without the expert.</summary>
    public required ImmutableArray<PersonId> Invited { get; init; }

    /// <summary>The round of an interaction.</summary>
    /// <param name="session">The session.</param>
    /// <param name="item">The interaction.</param>
    /// <param name="form">The form of the session.</param>
    /// <param name="made">The evaluations that were made for the session, by evaluator.</param>
    /// <param name="benchmark">The finished evaluation that the interaction names; null for none, and where it was deleted.</param>
    public static SessionRound Of(
        CalibrationSession session, CalibrationItem item, EvaluationForm form, IReadOnlyDictionary<PersonId, Evaluation> made, Evaluation? benchmark)
    {
        CalibrationForm questions = CalibrationForm.From(form);
        RecordedSheet? Own(PersonId person) =>
            made.GetValueOrDefault(person) is { Current: { } version } evaluation ? Record(questions, form, evaluation, version, person) : null;

        EvaluationVersion? pinned = benchmark?.Versions.FirstOrDefault(version => version.Number == item.BenchmarkVersion);
        return new()
        {
            Interaction = item.Interaction,
            Expert = item.Benchmark is null ? session.Expert is { } expert ? Own(expert) : null
                : pinned is not null ? Record(questions, form, benchmark!, pinned, pinned.ScoredBy)
                : null,
            Sheets = [.. session.Evaluators.Select(Own).OfType<RecordedSheet>()],
            Invited = session.Evaluators,
        };
    }

    /// <summary>Whether somebody's sheet is there.</summary>
    public bool Has(PersonId person) => Expert?.Evaluator == person || Sheets.Any(sheet => sheet.Evaluator == person);

    /// <summary>The round as the mathematics of calibration takes it.</summary>
    /// <param name="expert">What evaluators are compared with; null for the consensus.</param>
    /// <param name="name">What the interaction is called.</param>
    public CalibrationRound ToRound(CalibrationSheet? expert, string name) => new()
    {
        Interaction = name,
        Expert = expert,
        Sheets = [.. Sheets.Select(sheet => sheet.Sheet)],
        Invited = [.. Invited.Select(person => person.Value)],
    };

    private static RecordedSheet Record(CalibrationForm questions, EvaluationForm form, Evaluation evaluation, EvaluationVersion version, PersonId person) => new()
    {
        Evaluator = person,
        Evaluation = evaluation.Id,
        Version = version.Number,
        Answers = version.Answers.Sheet,
        Sheet = questions.Sheet(person.Value, Scorer.Score(form, version.Answers.Sheet)),
    };
}
