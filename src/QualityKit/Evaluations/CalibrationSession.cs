using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Evaluations;

/// <summary>Several people evaluate the same interactions with one form version without seeing each other's evaluations, until the session is closed (rule E18).</summary>
public sealed record CalibrationSession
{
    /// <summary>The most evaluators of a session, beside the expert: 100.</summary>
    public const int MostEvaluators = 100;

    /// <summary>The most interactions of a session: 200.</summary>
    public const int MostInteractions = 200;

    /// <summary>Names it.</summary>
    public required CalibrationSessionId Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The exact version of the form.</summary>
    public required FormVersionId Form { get; init; }

    /// <summary>The folder of the form; null for the root.</summary>
    public string? Directory { get; init; }

    /// <summary>Who leads it.</summary>
    public required PersonId Lead { get; init; }

    /// <summary>Whose evaluation the others are compared with, where an interaction has no finished one; null for nobody.</summary>
    public PersonId? Expert { get; init; }

    /// <summary>What evaluators are compared with where there is neither an expert nor a finished evaluation.</summary>
    public CalibrationConsensus Consensus { get; init; }

    /// <summary>Who evaluates, beside the expert: those who were named, and from the opening on also those who were found by role.</summary>
    public required ImmutableArray<PersonId> Evaluators { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The roles whose people are asked when it is opened.</summary>
    public ImmutableArray<string> Roles { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The interactions.</summary>
    public required ImmutableArray<CalibrationItem> Items { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>When evaluators are reminded, when they are due, and the rest: those of every evaluation of the session.</summary>
    public Deadlines Deadlines { get; init; } = Deadlines.None;

    /// <summary>When it was planned.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it was opened; null while it was not.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>From when on nothing more was taken in; null while something is.</summary>
    public DateTimeOffset? ClosingAt { get; init; }

    /// <summary>When it was closed, and so revealed; null while it was not.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When it was called off; null while it was not.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Who had not submitted everything when it was closed.</summary>
    public ImmutableArray<MissingEvaluator> Missing { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where it stands.</summary>
    public CalibrationSessionStatus Status =>
        CancelledAt is not null ? CalibrationSessionStatus.Cancelled
        : ClosedAt is not null ? CalibrationSessionStatus.Closed
        : ClosingAt is not null ? CalibrationSessionStatus.Closing
        : OpenedAt is not null ? CalibrationSessionStatus.Open
        : CalibrationSessionStatus.Planned;

    /// <summary>Who takes part: who leads, the expert, who evaluates.</summary>
    public ImmutableArray<PersonId> Participants => [.. new[] { Lead, Expert }.OfType<PersonId>().Concat(Evaluators).Distinct()];

    /// <summary>Whether somebody takes part: leads, evaluates, or is the expert.</summary>
    public bool Includes(PersonId person) => person == Lead || person == Expert || Evaluators.Contains(person);

    /// <summary>The name and where it stands.</summary>
    public override string ToString() => $"session {Id}, {Status}";

    /// <summary>Who is asked to evaluate an interaction: everyone, and the expert where it has no finished evaluation.</summary>
    internal IEnumerable<PersonId> AskedFor(CalibrationItem item) => item.Benchmark is null && Expert is { } expert ? Evaluators.Append(expert) : Evaluators;

    /// <summary>The command that makes the evaluation of an interaction by somebody; its id derives from it.</summary>
    internal CommandId CommandFor(CalibrationItem item, PersonId evaluator) => DerivedIds.Calibration(Id, item.Interaction, evaluator);

    /// <summary>Whether an evaluation of the session cannot be changed so now. Who evaluates is fixed, and nothing is taken in but while it is open.</summary>
    internal bool Refuses(EvaluationAction action) => action switch
    {
        EvaluationAction.Assign => true,
        EvaluationAction.Start or EvaluationAction.SaveDraft or EvaluationAction.Suggest or EvaluationAction.Submit => Status != CalibrationSessionStatus.Open,
        _ => false,
    };
}
