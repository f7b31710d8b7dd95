using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Auditing;

/// <summary>What checking the audit of a tenant gave.</summary>
public sealed record AuditReport
{
    /// <summary>Everything that is not as it should be. The pointer names an entry, <c>/kind/id/number</c>, or a seal, <c>/seals/number</c>.</summary>
    public required ImmutableArray<Issue> Issues { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many chains were gone through.</summary>
    public required long Entities { get; init; }

    /// <summary>How many entries they have.</summary>
    public required long Entries { get; init; }

    /// <summary>How many of the entries came after the newest seal of their chain: the tail that could be removed without a trace until it is sealed.</summary>
    public required long Unsealed { get; init; }

    /// <summary>How many seals there are.</summary>
    public required long Seals { get; init; }

    /// <summary>Whether nothing at all was found.</summary>
    public bool IsClean => Issues.IsEmpty;
}
