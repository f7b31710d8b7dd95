using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>One submitted state of an evaluation. Its answers and score never change.</summary>
public sealed record EvaluationVersion
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Who scored it.</summary>
    public required PersonId ScoredBy { get; init; }

    /// <summary>Whether a machine submitted it; default no.</summary>
    public bool IsByMachine { get; init; }

    /// <summary>When it was submitted.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The answers.</summary>
    public required RecordedAnswers Answers { get; init; }

    /// <summary>The score; null only of an import whose answers do not fit its form.</summary>
    public required RecordedScore? Score { get; init; }

    /// <summary>Why it was scored again; null for version 1.</summary>
    public ContentRef? Reason { get; init; }

    /// <summary>Whether the evaluator asks the subject to acknowledge; default no.</summary>
    public bool AsksAcknowledgement { get; init; }

    /// <summary>What should come of it; default nothing.</summary>
    public FollowUp FollowUp { get; init; }

    /// <summary>What became of a machine's suggestions.</summary>
    public ImmutableArray<MachineDecision> Decisions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who confirmed what a machine submitted; null for nobody.</summary>
    public Confirmation? Confirmation { get; init; }

    /// <summary>When it is released; null while nothing is planned.</summary>
    public DateTimeOffset? ReleaseAt { get; init; }

    /// <summary>Whether somebody decided that it is never released; default no.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>The ids of the reports that the subject gets with it.</summary>
    public ImmutableArray<string> Reports { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the event of its release was raised; default no.</summary>
    public bool IsReleaseAnnounced { get; init; }

    /// <summary>That it was acknowledged; null if it was not.</summary>
    public Acknowledgement? Acknowledgement { get; init; }

    internal bool IsReleasedBy(DateTimeOffset instant) => ReleaseAt <= instant;
}
