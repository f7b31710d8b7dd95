using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Auditing;

/// <summary>What going through a chain gave.</summary>
public sealed record AuditChainCheck
{
    /// <summary>How far the chain reaches as it is stored.</summary>
    public required AuditHead Head { get; init; }

    /// <summary>Everything that is not as it should be; the pointer is <c>/kind/id/number</c>.</summary>
    public required ImmutableArray<Issue> Issues { get; init => field = value.IsDefault ? [] : value; }
}
