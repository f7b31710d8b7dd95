using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.Storage.Documents;

namespace QualityKit.Jobs;

/// <summary>What a target is to archive or to export, for a bulk job.</summary>
public sealed record JobOrder
{
    /// <summary>Names the attempt; the same order delivered twice is done once.</summary>
    public required CommandId Command { get; init; }

    /// <summary>Whose data it is.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>For which job.</summary>
    public required JobId Job { get; init; }

    /// <summary><see cref="JobAction.Archive"/> or <see cref="JobAction.Export"/>; deletions are a matter of <see cref="Retention.IRetentionTarget"/>.</summary>
    public required JobAction Action { get; init; }

    /// <summary>The interaction, with all that is known of it.</summary>
    public required Interaction Interaction { get; init; }

    /// <summary>All that the decision rests on, as it was read: the interaction, the hold register, and that the store did not go back to an older state. A commit that archives must require every one of them, so that an edit, a hold or a restore that comes meanwhile wins. An export needs no such thing.</summary>
    public required ImmutableArray<RequireDocument> Requirements { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The job and the action; never the interaction, which may name a customer.</summary>
    public override string ToString() => $"{Action} for job {Job}";
}
