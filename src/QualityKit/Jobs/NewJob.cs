using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.Validation;

namespace QualityKit.Jobs;

/// <summary>A bulk job that somebody asks for.</summary>
public sealed record NewJob
{
    /// <summary>What it does.</summary>
    public required JobAction Action { get; init; }

    /// <summary>Which interactions it is about, by their attributes; null for all.</summary>
    public AttributePredicate? Query { get; init; }

    /// <summary>When it starts at the earliest; null for at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Holds it against what was declared.</summary>
    /// <returns>It, or every issue at once.</returns>
    public Validated<NewJob> Check(AttributeSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ImmutableArray<Issue> issues = [.. Query?.Check(schema).Select(issue => issue with { Pointer = "/query" + issue.Pointer }) ?? []];
        return new(issues.Any(issue => issue.Severity == Severity.Error) ? null : this, issues);
    }

    /// <summary>The action; never the query, which may name a customer.</summary>
    public override string ToString() => $"{Action} job";
}
