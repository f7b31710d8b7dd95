using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>That somebody holds a version to be wrong.</summary>
public sealed record Dispute
{
    /// <summary>Its number in the evaluation, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The version that it is about.</summary>
    public required int Version { get; init; }

    /// <summary>Who raised it.</summary>
    public required PersonId RaisedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>Why.</summary>
    public required ContentRef Reason { get; init; }

    /// <summary>The questions that it is about; none for the whole.</summary>
    public ImmutableArray<QuestionDispute> Questions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who handles it; null for anyone who may.</summary>
    public PersonId? Reviewer { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    public DisputeResolution? Resolution { get; init; }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => Resolution is null;
}
