using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Privacy;

namespace QualityKit.Services;

/// <summary>An evaluation in a list, as one actor may see it.</summary>
public sealed record EvaluationSummary
{
    /// <summary>Which evaluation.</summary>
    public required EvaluationId Id { get; init; }

    /// <summary>What it is for.</summary>
    public required EvaluationKind Kind { get; init; }

    /// <summary>Where it stands, as far as the actor sees it.</summary>
    public required EvaluationStatus Status { get; init; }

    /// <summary>How its subject is shown: where not by name, their pseudonym, or <see cref="Disclosure.Nobody"/>, stands wherever their id would.</summary>
    public Naming Naming { get; init; }

    /// <summary>Whose work it looks at.</summary>
    public required Subject Subject { get; init; }

    /// <summary>The interaction; null where none was recorded.</summary>
    public InteractionId? Interaction { get; init; }

    /// <summary>The exact form version.</summary>
    public required FormVersionId Form { get; init; }

    /// <summary>Who evaluates; null for whoever takes it.</summary>
    public PersonId? Evaluator { get; init; }

    /// <summary>When it should be done; null for no date.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The score that the actor sees; null for none.</summary>
    public RecordedScore? Score { get; init; }
}
