using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What one run of sealing did.</summary>
public sealed record SealingRun
{
    /// <summary>How many seals were written.</summary>
    public int Seals { get; init; }

    /// <summary>How many tenants could not be sealed, because something failed; they are tried again.</summary>
    public int TenantsFailed { get; init; }

    /// <summary>The tenants that are not sealed until somebody looks, and why.</summary>
    public ImmutableDictionary<TenantId, SealRefusal> Refused { get; init; } = ImmutableDictionary<TenantId, SealRefusal>.Empty;
}
