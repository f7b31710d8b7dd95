using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>What another system said of an evaluation that was finished there, kept as it was (rule E15).</summary>
public sealed record RecordedElsewhere
{
    /// <summary>The other system.</summary>
    public required string System { get; init; }

    /// <summary>Its id of the evaluation.</summary>
    public required string SourceId { get; init; }

    /// <summary>Its total; null when it gave none.</summary>
    public Score? Total { get; init; }

    /// <summary>Its word for the state; null when it gave none.</summary>
    public string? State { get; init; }

    /// <summary>Our total less theirs, exactly; null when one is missing or the units differ.</summary>
    public Score? Difference { get; init; }

    /// <summary>Why there is no score of ours: what in the answers does not fit the form.</summary>
    public ImmutableArray<Issue> Misfits { get; init => field = value.IsDefault ? [] : value; } = [];
}
