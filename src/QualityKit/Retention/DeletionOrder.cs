using QualityKit.Interactions;
using QualityKit.Storage.Documents;

namespace QualityKit.Retention;

/// <summary>What a target is to delete, and under which holds that was decided.</summary>
public sealed record DeletionOrder
{
    /// <summary>Names the attempt; the same order delivered twice deletes once.</summary>
    public required CommandId Command { get; init; }

    /// <summary>Whose data it is.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>The hold register as it was when the holds were looked at: the target's commit must require it, so that a hold placed meanwhile wins.</summary>
    public required RequireDocument HoldRegister { get; init; }

    /// <summary>What grows when work on the interaction begins, such as an evaluation, as it was when it was looked for open work: where it is given, the target's commit must require it too. Null when somebody deletes by hand.</summary>
    public RequireDocument? Work { get; init; }
}
