using QualityKit.Persistence;

namespace QualityKit.Services;

/// <summary>What it was decided under that an interaction is marked, archived or deleted: every commit requires it as it was read.</summary>
internal sealed record InteractionGrounds
{
    /// <summary>The holds.</summary>
    public required HoldRegisterDocument Holds { get; init; }

    /// <summary>Whether the store went back to an older state.</summary>
    public required RestoreState Restore { get; init; }

    /// <summary>How the tenant keeps interactions.</summary>
    public required KeepingTerms Terms { get; init; }
}
