using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.Storage.Documents;

namespace QualityKit.Retention;

/// <summary>What a target is to delete, and what that decision rests on.</summary>
public sealed record DeletionOrder
{
    /// <summary>Names the attempt; the same order delivered twice deletes once.</summary>
    public required CommandId Command { get; init; }

    /// <summary>Whose data it is.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>All that the decision rests on, as it was read: the interaction, the hold register, that the store did not go back to an older state, and, unless somebody deletes by hand, that no work on the interaction began. The commit of a target must require every one of them, so that an edit, a hold, a restore or an evaluation that comes meanwhile wins.</summary>
    public required ImmutableArray<RequireDocument> Requirements { get; init => field = value.IsDefault ? [] : value; }
}
