using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>Deletes interactions whose time has come: by sweeps, and by hand. Nothing under a hold, and nothing without an audit entry that says who, when and by what.</summary>
/// <remarks>
/// Every change requires the hold register under which it was decided, so that of a hold and a deletion at the same moment one fails and looks again; a sweep
/// also requires that no evaluation or dispute of the interaction was opened since it looked.
/// What the library keeps of an interaction goes last, after every <see cref="IRetentionTarget"/>: what was cut short is finished by the next sweep. Safe to share between threads.
/// </remarks>
public sealed class RetentionService
{
    private readonly IDocumentStore _documents;
    private readonly InteractionKeeping _keeping;
    private readonly IAccessPolicies _policies;
    private readonly Deeds _deeds;
    private readonly InteractionStore _interactions;

    /// <summary>A service over a store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="policies">Who may do what.</param>
    /// <param name="terms">How tenants keep interactions.</param>
    /// <param name="targets">What else keeps part of an interaction, such as its recordings.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    public RetentionService(IDocumentStore documents, IAccessPolicies policies, IKeepingTerms terms, IEnumerable<IRetentionTarget> targets, IAuditKeys auditKeys, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        _documents = documents;
        _policies = policies;
        _deeds = new(documents, auditKeys, time);
        _keeping = new(documents, terms, [.. targets], _deeds, KeepingSafety.Of(documents, auditKeys, _deeds));
        _interactions = new(documents);
    }

    internal RetentionService(IDocumentStore documents, IAccessPolicies policies, InteractionKeeping keeping, Deeds deeds) =>
        (_documents, _policies, _keeping, _deeds, _interactions) = (documents, policies, keeping, deeds, new(documents));

    /// <summary>Marks what is due, and deletes what was marked 72 hours ago and is due still. Run again with the same command, it goes on where it stopped. Where a target fails with one interaction, that one stays, the others are swept, and then the failure is thrown.</summary>
    /// <param name="actor">Who sweeps.</param>
    /// <param name="isConfirmed">Whether a person confirmed that it may go on although it would pause.</param>
    /// <param name="command">Names the run; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work, between two interactions.</param>
    /// <exception cref="AccessDeniedException">The actor may not delete interactions.</exception>
    /// <exception cref="RestoreDetectedException">The store went back to an older state, and nobody has reconciled it.</exception>
    public Task<SweepReport> SweepAsync(Actor actor, bool isConfirmed = false, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return RunAsync((actor, command ?? CommandId.New()), isConfirmed, () => true, cancellationToken);
    }

    /// <summary>A sweep of the background, which goes on as long as it may.</summary>
    internal Task<SweepReport> SweepTurnAsync(Actor actor, Func<bool> mayGoOn, CancellationToken cancellationToken) =>
        RunAsync((actor, CommandId.New()), isConfirmed: false, mayGoOn, cancellationToken);

    /// <summary>Revokes that an interaction is due: it is marked anew by the next sweep, and waits 72 hours again. To keep it longer, place a hold or change the policy.</summary>
    public Task RevokeAsync(Actor actor, InteractionId interaction, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        Deed deed = DeedOn(actor, interaction, command, KeepingFactCodes.Unmarked);
        return ChangeAsync(deed, (stored, grounds) => _keeping.ChangeAsync(deed, stored with { MarkedAt = null }, grounds, [], cancellationToken), cancellationToken);
    }

    /// <summary>Deletes an interaction by hand, due or not. A hold forbids it.</summary>
    /// <exception cref="ValidationFailedException">A hold is on it.</exception>
    /// <exception cref="Encryption.RecordingTamperedException">A recording says that it belongs to it, of which the audit says nothing; what other targets keep may be deleted already.</exception>
    /// <exception cref="RestoreDetectedException">The store went back to an older state, and nobody has reconciled it.</exception>
    public Task DeleteAsync(Actor actor, InteractionId interaction, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        Deed deed = DeedOn(actor, interaction, command, KeepingFactCodes.Deleted);
        return ChangeAsync(
            deed,
            async (stored, grounds) =>
            {
                Interaction? whole = await _interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false);
                ImmutableArray<HoldId> on = grounds.Holds.Register.On(InteractionStore.Held(stored, whole));
                return on.IsEmpty
                    ? await _keeping.DeleteAsync(deed, stored, grounds, work: null, [], cancellationToken).ConfigureAwait(false)
                    : throw Refusal.Of(IssueCodes.InteractionHeld, "", ("id", deed.Id), ("hold", on[0].Value));
            },
            cancellationToken);
    }

    private async Task<SweepReport> RunAsync((Actor Actor, CommandId Command) run, bool isConfirmed, Func<bool> mayGoOn, CancellationToken cancellationToken)
    {
        await DemandAsync(run.Actor, cancellationToken).ConfigureAwait(false);
        InteractionGrounds grounds = await _keeping.DeletionGroundsAsync(run.Actor.Tenant, cancellationToken).ConfigureAwait(false);
        return await new SweepRun(_documents, _keeping, _deeds.Now, run, grounds).GoAsync(isConfirmed, mayGoOn, cancellationToken).ConfigureAwait(false);
    }

    private async Task ChangeAsync(Deed deed, Func<StoredInteraction, InteractionGrounds, Task<bool>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deed.Actor, "actor");
        await Attempts.RunAsync((deed.Kind, deed.Id), async () =>
        {
            await _policies.DemandAsync(deed.Actor, Permission.DeleteInteractions, directory: null, (deed.Kind, deed.Id), cancellationToken).ConfigureAwait(false);
            StoredInteraction stored = await _interactions.FindAsync(deed.Actor.Tenant, new(deed.Id), cancellationToken).ConfigureAwait(false)
                ?? throw new EntityNotFoundException(deed.Kind, deed.Id);
            if (stored.DeletedAt is not null || await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
            {
                await _keeping.CatchUpAsync(deed, cancellationToken).ConfigureAwait(false);
                return deed;
            }

            InteractionGrounds grounds = deed.Code == KeepingFactCodes.Deleted
                ? await _keeping.DeletionGroundsAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false)
                : await _keeping.GroundsAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
            return await change(stored, grounds).ConfigureAwait(false) ? deed : null;
        }).ConfigureAwait(false);
    }

    private static Deed DeedOn(Actor actor, InteractionId interaction, CommandId? command, string code) =>
        new(actor, command ?? CommandId.New(), InteractionRetention.Kind, interaction.Value ?? "", code);

    private ValueTask DemandAsync(Actor actor, CancellationToken cancellationToken) => _policies.DemandAsync(actor, Permission.DeleteInteractions, directory: null, cancellationToken);
}
