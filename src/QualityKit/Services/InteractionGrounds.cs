using System.Collections.Immutable;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

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

    /// <summary>All that a decision about an interaction rests on, for commits of others.</summary>
    /// <param name="stored">The interaction as it was decided about.</param>
    /// <param name="work">The open work as it was before it was looked for any; null when that does not matter.</param>
    public ImmutableArray<RequireDocument> Of(StoredInteraction stored, InteractionWork? work)
    {
        ImmutableArray<RequireDocument> all = [stored.Requirement, Holds.Requirement, Restore.Requirement];
        return work is null ? all : all.Add(work.Requirement);
    }
}
