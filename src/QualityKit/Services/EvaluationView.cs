using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Privacy;

namespace QualityKit.Services;

/// <summary>What one reader is shown of an evaluation: access first, then what the tenant discloses of its subject.</summary>
internal sealed record EvaluationView
{
    /// <summary>The evaluation as it is stored.</summary>
    public required Evaluation Evaluation { get; init; }

    /// <summary>The version that is shown; none where its score is not disclosed.</summary>
    public required EvaluationSight Sight { get; init; }

    /// <summary>Where it stands, as far as access lets the reader see it.</summary>
    public required EvaluationStatus Status { get; init; }

    /// <summary>Its subject.</summary>
    public required DisclosedAgent Agent { get; init; }

    /// <summary>The view of a reader.</summary>
    public static EvaluationView Of(Evaluation evaluation, EvaluationSight sight, Disclosure disclosure, DateTimeOffset now) => new()
    {
        Evaluation = evaluation,
        Sight = evaluation.Subject.Who is { } agent && sight.Version is { } version && !Shows(disclosure, agent, (sight, version), now) ? sight.Undisclosed() : sight,
        Status = EvaluationSights.StatusFor(evaluation, sight, now),
        Agent = new(evaluation.Subject.Who, disclosure),
    };

    private static bool Shows(Disclosure disclosure, PersonId agent, (EvaluationSight Sight, EvaluationVersion Version) seen, DateTimeOffset now) =>
        seen.Sight.Code == SightCodes.Own
            ? disclosure.ShowsOwnWork(seen.Version.SubmittedAt, now)
            : disclosure.ShowsScore(agent, seen.Version.SubmittedAt, now);
}
