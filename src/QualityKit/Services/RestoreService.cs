using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What to do when a store went back to an older state, as a restored backup does: until a person reconciles it nothing of the tenant is deleted, archived or swept, and everything can be read.</summary>
/// <remarks>
/// It is found by the audit's anchor, which knows newer seals, and by the witness of deletions and holds, which knows newer ones; a person who knows can say so.
/// Methods do what was asked, or throw: <see cref="AccessDeniedException"/>, <see cref="ConcurrencyConflictException"/>. Safe to share between threads.
/// </remarks>
public sealed class RestoreService
{
    private const string Id = "store";

    private readonly RestoreTools _tools;
    private readonly InteractionStore _interactions;

    internal RestoreService(RestoreTools tools) => (_tools, _interactions) = (tools, new(tools.Store));

    private Deeds Deeds => _tools.Keeping.Deeds;

    private RestoreGuard Guard => _tools.Keeping.Safety.Guard;

    /// <summary>Says that the store of the tenant was restored, for whoever knows it: where there is neither anchor nor witness nothing else finds out.</summary>
    /// <param name="actor">Who says so.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task DeclareRestoredAsync(Actor actor, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        await DemandAsync(actor, cancellationToken).ConfigureAwait(false);
        await Guard.MarkAsync(new(actor, command ?? CommandId.New(), RestoreGuard.Kind, Id, RestoreFactCodes.Detected), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks whether the store went back, and what it lacks. It repeats nothing.</summary>
    public async Task<RestoreReport> LookAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await DemandAsync(actor, cancellationToken).ConfigureAwait(false);
        RestoreState state = await Guard.LookAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        return ReportOf(state, await RestoreDifference.OfAsync(_tools, actor.Tenant, cancellationToken).ConfigureAwait(false), ([], []));
    }

    /// <summary>Repeats what the store lacks, as far as somebody outside remembers it: places holds that were in force, releases those that were released, deletes what was deleted unless a hold is on it; then lets deletions and sweeps go on. The audit goes on behind the seals that are lost, and says that they are.</summary>
    /// <param name="actor">The person who looked at what the store lacks (<see cref="LookAsync"/>).</param>
    /// <param name="command">Names the attempt; null for a new one. The same one again goes on where it stopped.</param>
    /// <param name="cancellationToken">Stops the work; what was repeated by then stays repeated.</param>
    /// <returns>What was done. Where the store had not gone back: nothing.</returns>
    public async Task<RestoreReport> ReconcileAfterRestoreAsync(Actor actor, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        await DemandAsync(actor, cancellationToken).ConfigureAwait(false);
        var deed = new Deed(actor, command ?? CommandId.New(), RestoreGuard.Kind, Id, RestoreFactCodes.Reconciled);
        return await Attempts.RunAsync((RestoreGuard.Kind, Id), () => ReconcileAsync(deed, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<RestoreReport?> ReconcileAsync(Deed deed, CancellationToken cancellationToken)
    {
        RestoreState state = await Guard.LookAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
        bool isDone = await Deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null;
        state = isDone ? await Guard.LookAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false) : state;
        RestoreDifference difference = await RestoreDifference.OfAsync(_tools, deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
        if (isDone || !state.IsRestored)
        {
            return ReportOf(state, difference, ([], []));
        }

        if (!await RepeatHoldsAsync(deed, difference, cancellationToken).ConfigureAwait(false)
            || await RepeatDeletionsAsync(deed, state, difference.Deletions, cancellationToken).ConfigureAwait(false) is not { } held
            || await RestoredRecordings.DeleteAgainAsync(_tools, deed, state, difference.Recordings, cancellationToken).ConfigureAwait(false) is not { } heldRecordings)
        {
            return null;
        }

        RestoreState lifted = state with { IsRestored = false, ReconciledAt = Deeds.Now, KnownReceipt = difference.NewestReceipt };
        DocumentBatch batch = SealingOn(lifted.StoreIn(Deeds.Batch(deed)), difference);
        ImmutableArray<AuditFact> facts =
        [
            Count("seals", difference.LostSeals.Length), Count("deletions", difference.Deletions.Length - held.Length), Count("held", held.Length),
            Count("recordings", difference.Recordings.Length - heldRecordings.Length),
            Count("placed", difference.Placed.Length), Count("released", difference.Released.Length), Count("untrusted", difference.Untrusted),
        ];
        return await Deeds.CommitAsync(batch, deed, facts, cancellationToken).ConfigureAwait(false) ? ReportOf(lifted, difference, (held, heldRecordings)) : null;
    }

    // Behind what the anchor knows, so that no number is given twice; at once, because what was repeated waits for its seal.
    private DocumentBatch SealingOn(DocumentBatch batch, RestoreDifference difference) => difference.LostSeals.IsEmpty
        ? batch
        : (difference.Sealing with { LostUntil = difference.LostSeals.Max(told => told.Number), Clock = Deeds.Now - _tools.SealPeriod }).StoreIn(batch);

    private async ValueTask<bool> RepeatHoldsAsync(Deed deed, RestoreDifference difference, CancellationToken cancellationToken)
    {
        IEnumerable<(LegalHold? Hold, HoldId Id)> repeated = difference.Placed.Select(hold => ((LegalHold?)hold, hold.Id)).Concat(difference.Released.Select(id => ((LegalHold?)null, id)));
        foreach ((LegalHold? hold, HoldId id) in repeated)
        {
            string code = hold is null ? KeepingFactCodes.HoldReleased : KeepingFactCodes.HoldPlaced;
            Deed own = deed with { Command = DerivedIds.Command(deed.Command, code, id.Value), Kind = HoldService.Kind, Id = id.Value, Code = code };
            HoldRegisterDocument stored = await HoldRegisterDocument.LoadAsync(_tools.Store, deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
            HoldRegister after = hold is null ? stored.Register.Release(id) : stored.Register.Place(hold, []).Register;
            ImmutableArray<AuditFact> facts = [Count("revision", after.Revision)];
            if (!ReferenceEquals(after, stored.Register) && !await Deeds.CommitAsync(stored.StoreIn(Deeds.Batch(own), after), own, facts, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            await _tools.Keeping.Safety.Memory.TellAsync(own, hold, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    // What is held now is not deleted, whatever was deleted before; null: something changed, look again.
    private async ValueTask<InteractionId[]?> RepeatDeletionsAsync(Deed deed, RestoreState state, ImmutableArray<InteractionId> deletions, CancellationToken cancellationToken)
    {
        var held = new List<InteractionId>();
        foreach (InteractionId interaction in deletions)
        {
            string code = KeepingFactCodes.Deleted;
            Deed own = deed with { Command = DerivedIds.Command(deed.Command, code, interaction.Value), Kind = InteractionRetention.Kind, Id = interaction.Value, Code = code };
            InteractionGrounds grounds = await _tools.Keeping.Keeping.GroundsAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false) with { Restore = state };
            StoredInteraction stored = await _interactions.FindAsync(deed.Actor.Tenant, interaction, cancellationToken).ConfigureAwait(false)
                ?? new() { Id = interaction, Interaction = null };
            Interaction? whole = await _interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false);
            if (!grounds.Holds.Register.On(InteractionStore.Held(stored, whole)).IsEmpty)
            {
                held.Add(interaction);
            }
            else if (!await _tools.Keeping.Keeping.DeleteAsync(own, stored, grounds, work: null, [], cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        return [.. held];
    }

    private RestoreReport ReportOf(RestoreState state, RestoreDifference difference, (InteractionId[] Interactions, RecordingId[] Recordings) held) => new()
    {
        IsRestored = state.IsRestored,
        DetectedAt = state.DetectedAt,
        HasAnchor = _tools.Anchor is not null,
        HasWitness = _tools.Keeping.Safety.Memory.Witness is not null,
        NewestSeal = difference.Sealing.Number,
        LostSeals = difference.LostSeals,
        Deletions = difference.Deletions,
        Held = [.. held.Interactions],
        RecordingDeletions = [.. difference.Recordings.Select(said => new RecordingId(said.Entity.Id))],
        RecordingsHeld = [.. held.Recordings],
        RecordingsToRecover = difference.Replacements,
        HoldsPlaced = [.. difference.Placed.Select(hold => hold.Id)],
        HoldsReleased = difference.Released,
        UntrustedReceipts = difference.Untrusted,
    };

    private static AuditFact Count(string name, long count) => new(name, count.ToString(CultureInfo.InvariantCulture));

    private ValueTask DemandAsync(Actor actor, CancellationToken cancellationToken) =>
        _tools.Policies.DemandAsync(actor, Permission.ReconcileRestores, directory: null, (RestoreGuard.Kind, Id), cancellationToken);
}
