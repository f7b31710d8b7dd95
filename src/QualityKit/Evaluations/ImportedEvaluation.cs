using QualityKit.Canonical;
using QualityKit.Interactions;
using QualityKit.Methods;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Storage.Documents;

namespace QualityKit.Evaluations;

/// <summary>An evaluation as another system recorded it.</summary>
public sealed record ImportedEvaluation
{
    /// <summary>Names this attempt.</summary>
    public required CommandId Id { get; init; }

    /// <summary>The other system; 1 to 200 characters.</summary>
    public required string System { get; init; }

    /// <summary>Its id of the evaluation; 1 to 200 characters.</summary>
    public required string SourceId { get; init; }

    /// <summary>Whose work it looks at.</summary>
    public required Subject Subject { get; init; }

    /// <summary>The interaction; null where none was recorded.</summary>
    public InteractionId? Interaction { get; init; }

    /// <summary>Which piece of it; default all of it.</summary>
    public InteractionPart Part { get; init; } = InteractionPart.All;

    /// <summary>What the subject belonged to at the time of the interaction; null for nothing.</summary>
    public Unit? Unit { get; init; }

    /// <summary>Who evaluated.</summary>
    public required PersonId Evaluator { get; init; }

    /// <summary>When it was submitted.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When it was released; null if it was not.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>When its subject acknowledged it; null if they did not.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>The answers and comments, for the form that they are held against.</summary>
    public required AnswerSheet Answers { get; init; }

    /// <summary>The total; null when the other system gave none.</summary>
    public Score? Total { get; init; }

    /// <summary>Its word for the state; null when it gave none.</summary>
    public string? State { get; init; }

    /// <summary>What texts are kept apart under.</summary>
    public required ContentSalt Salt { get; init; }

    /// <summary>The id that the evaluation gets in a tenant: the same for the same system and source id.</summary>
    public EvaluationId IdIn(TenantId tenant) => DerivedIds.Imported(tenant, System, SourceId);

    /// <summary>Where it comes from; never its content, which is personal.</summary>
    public override string ToString() => $"evaluation `{SourceId}` of {System}";
}
