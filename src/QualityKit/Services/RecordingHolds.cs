using System.Collections.Immutable;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>Looks for holds on the interactions of recordings.</summary>
internal sealed class RecordingHolds(RecordingTools tools)
{
    /// <summary>Makes sure that nothing is held of what a recording belongs to.</summary>
    /// <returns>What a commit that rests on this must require: the holds, and the interaction, since attributes that are edited meanwhile may bring it under one of them. And the interaction itself; null where it is not known.</returns>
    /// <exception cref="ValidationFailedException">A hold is on it.</exception>
    public async ValueTask<(RequireDocument Holds, RequireDocument Interaction, StoredInteraction? Stored)> DemandNoneAsync(TenantId tenant, StoredRecording recording, CancellationToken cancellationToken)
    {
        HoldRegisterDocument holds = await HoldRegisterDocument.LoadAsync(tools.Documents, tenant, cancellationToken).ConfigureAwait(false);
        StoredInteraction? stored = await tools.Interactions.FindAsync(tenant, recording.Metadata.Interaction, cancellationToken).ConfigureAwait(false);
        HeldItem item = stored is null
            ? new() { Interaction = recording.Metadata.Interaction }
            : InteractionStore.Held(stored, await tools.Interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false));
        ImmutableArray<HoldId> on = holds.Register.On(item);
        return on.IsEmpty
            ? (holds.Requirement, stored?.Requirement ?? new() { Key = StoredInteraction.KeyOf(recording.Metadata.Interaction), Version = null }, stored)
            : throw Refusal.Of(IssueCodes.RecordingHeld, "", ("id", recording.Id.Value), ("hold", on[0].Value));
    }
}
