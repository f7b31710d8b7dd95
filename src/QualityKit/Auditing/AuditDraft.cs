using System.Collections.Immutable;

namespace QualityKit.Auditing;

/// <summary>What happened to one entity, before it has its place in the chain.</summary>
public sealed record AuditDraft
{
    /// <summary>What it happened to.</summary>
    public required AuditEntity Entity { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it: the id of a person, or of a job of the system. 1 to 512 characters.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, a code such as <c>evaluation.submitted</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The command that did it. 1 to 512 characters.</summary>
    public required string Command { get; init; }

    /// <summary>What else is to be said, in order.</summary>
    public ImmutableArray<AuditFact> Facts { get; init => field = value.IsDefault ? [] : value; } = [];
}
