using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>Legal holds, stored: one document a tenant, which every deletion requires as it read it.</summary>
/// <remarks>
/// Methods do what was asked, or throw and have changed nothing: <see cref="ValidationFailedException"/> with every issue,
/// <see cref="AccessDeniedException"/>, <see cref="ConcurrencyConflictException"/>. Safe to share between threads.
/// </remarks>
public sealed class HoldService
{
    internal const string Kind = "hold";
    private const string Listed = "holds";

    private readonly IDocumentStore _documents;
    private readonly IKeepingTerms _terms;
    private readonly IAccessPolicies _policies;
    private readonly Deeds _deeds;
    private readonly InteractionStore _interactions;
    private readonly KeepingSafety _safety;

    /// <summary>A service over a store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="policies">Who may do what.</param>
    /// <param name="terms">What tenants declare.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    public HoldService(IDocumentStore documents, IAccessPolicies policies, IKeepingTerms terms, IAuditKeys auditKeys, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        _documents = documents;
        _terms = terms;
        _deeds = new(documents, auditKeys, time);
        _interactions = new(documents);
        _policies = policies;
        _safety = KeepingSafety.Of(documents, auditKeys, _deeds);
    }

    internal HoldService(IDocumentStore documents, IAccessPolicies policies, IKeepingTerms terms, Deeds deeds, KeepingSafety safety) =>
        (_documents, _policies, _terms, _deeds, _safety, _interactions) = (documents, policies, terms, deeds, safety, new(documents));

    /// <summary>Places a hold. From the commit on nothing that it covers is deleted; then it is looked at what it covers.</summary>
    /// <param name="actor">Who places it.</param>
    /// <param name="hold">The hold.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work; the hold may be in force already.</param>
    /// <returns>What it holds, and which of the interactions that it names were deleted before. What a query would have found of those that were deleted nobody knows any more.</returns>
    /// <exception cref="ArgumentException">Another hold has the id.</exception>
    public async Task<HoldPlacement> PlaceAsync(Actor actor, LegalHold hold, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(hold);
        KeepingTerms terms = await _terms.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        LegalHold valid = hold.Check(terms.Attributes).Value;
        var deed = new Deed(actor, command ?? CommandId.New(), Kind, valid.Id.Value, KeepingFactCodes.HoldPlaced);
        HoldRegister register = await ChangeAsync(deed, before => before.Place(valid, []).Register, valid, cancellationToken).ConfigureAwait(false);
        HoldPlacement looked = HoldRegister.Empty.Place(valid, await ItemsAsync(actor.Tenant, valid, cancellationToken).ConfigureAwait(false));
        return looked with { Register = register };
    }

    /// <summary>Releases a hold: every earlier due date applies again. One that is not in force is released.</summary>
    public Task ReleaseAsync(Actor actor, HoldId hold, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrEmpty(hold.Value);
        var deed = new Deed(actor, command ?? CommandId.New(), Kind, hold.Value, KeepingFactCodes.HoldReleased);
        return ChangeAsync(deed, before => before.Release(hold), hold: null, cancellationToken);
    }

    /// <summary>The holds in force.</summary>
    public async Task<HoldRegister> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await DemandAsync(actor, ("list", Listed), cancellationToken).ConfigureAwait(false);
        HoldRegister register = (await HoldRegisterDocument.LoadAsync(_documents, actor.Tenant, cancellationToken).ConfigureAwait(false)).Register;
        await _policies.ListedAsync(actor, (Listed, Permission.ManageHolds), register.Holds.Length, cancellationToken).ConfigureAwait(false);
        return register;
    }

    private Task<HoldRegister> ChangeAsync(Deed deed, Func<HoldRegister, HoldRegister> change, LegalHold? hold, CancellationToken cancellationToken) =>
        Attempts.RunAsync((Kind, deed.Id), async () =>
        {
            await DemandAsync(deed.Actor, (Kind, deed.Id), cancellationToken).ConfigureAwait(false);
            await _safety.LookAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
            HoldRegisterDocument stored = await HoldRegisterDocument.LoadAsync(_documents, deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
            if (await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
            {
                await _safety.Memory.CatchUpAsync(deed.Entity, cancellationToken).ConfigureAwait(false);
                return (await HoldRegisterDocument.LoadAsync(_documents, deed.Actor.Tenant, cancellationToken).ConfigureAwait(false)).Register;
            }

            HoldRegister after = change(stored.Register);
            if (ReferenceEquals(after, stored.Register))
            {
                await _safety.Memory.CatchUpAsync(deed.Entity, cancellationToken).ConfigureAwait(false);
                return after;
            }

            ImmutableArray<AuditFact> facts =
            [
                new("revision", after.Revision.ToString(CultureInfo.InvariantCulture)),
                .. hold is null ? ImmutableArray<AuditFact>.Empty : [new("owner", hold.Owner.Value), new("named", hold.Interactions.Length.ToString(CultureInfo.InvariantCulture))],
            ];
            if (!await _deeds.CommitAsync(stored.StoreIn(Deeds.Batch(deed), after), deed, facts, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            // Of a hold the last that the witness was told counts: what happened to it before and was not told is told first.
            await _safety.Memory.CatchUpAsync(deed.Entity, cancellationToken).ConfigureAwait(false);
            return after;
        });

    private ValueTask DemandAsync(Actor actor, (string Kind, string Id) thing, CancellationToken cancellationToken) =>
        _policies.DemandAsync(actor, Permission.ManageHolds, directory: null, thing, cancellationToken);

    private async ValueTask<List<HeldItem>> ItemsAsync(TenantId tenant, LegalHold hold, CancellationToken cancellationToken)
    {
        var items = new List<HeldItem>();
        foreach (InteractionId named in hold.Interactions)
        {
            if (await _interactions.FindAsync(tenant, named, cancellationToken).ConfigureAwait(false) is { } stored)
            {
                items.Add(InteractionStore.Held(stored, whole: null));
            }
        }

        if (hold.Query is null)
        {
            return items;
        }

        await foreach (StoredInteraction stored in _interactions.AllAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            items.Add(InteractionStore.Held(stored, await _interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false)));
        }

        return items;
    }
}
