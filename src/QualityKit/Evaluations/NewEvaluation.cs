using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Evaluations;

/// <summary>An evaluation that is to be.</summary>
public sealed record NewEvaluation
{
    /// <summary>Names this attempt; the id of the evaluation derives from it.</summary>
    public required CommandId Id { get; init; }

    /// <summary>What it is for; anything but <see cref="EvaluationKind.Imported"/>.</summary>
    public required EvaluationKind Kind { get; init; }

    /// <summary>What brings it about; default a person.</summary>
    public EvaluationOrigin Origin { get; init; } = EvaluationOrigin.ByHand;

    /// <summary>Whose work it looks at.</summary>
    public required Subject Subject { get; init; }

    /// <summary>The interaction; null where none was recorded.</summary>
    public InteractionId? Interaction { get; init; }

    /// <summary>Which piece of it; default all of it.</summary>
    public InteractionPart Part { get; init; } = InteractionPart.All;

    /// <summary>The evaluation that it is a review of; for that kind only.</summary>
    public EvaluationId? Reviewed { get; init; }

    /// <summary>The calibration session that it belongs to; for that kind only.</summary>
    public CalibrationSessionId? Session { get; init; }

    /// <summary>What the subject belonged to at the time of the interaction; null for nothing.</summary>
    public Unit? Unit { get; init; }

    /// <summary>Who evaluates; null for whoever starts.</summary>
    public PersonId? Evaluator { get; init; }

    /// <summary>The instants that count from now.</summary>
    public Deadlines Deadlines { get; init; } = Deadlines.None;

    /// <summary>The id that the evaluation gets in a tenant.</summary>
    public EvaluationId IdIn(TenantId tenant) => DerivedIds.Evaluation(tenant, Id);
}
