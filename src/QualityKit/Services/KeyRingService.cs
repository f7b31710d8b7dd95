using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>The ring of keys of each tenant, stored: made, rotated, retired and destroyed, with every change in one commit with its audit entry. docs/key-ring.md says what keys go through.</summary>
/// <remarks>
/// Methods do what was asked, or throw and have changed nothing: <see cref="Validation.ValidationFailedException"/> with every issue,
/// <see cref="AccessDeniedException"/>, <see cref="ConcurrencyConflictException"/>, <see cref="KeyUnavailableException"/> where a ring or a root is not there.
/// Safe to share between threads.
/// </remarks>
public sealed partial class KeyRingService
{
    private const int MostCounted = 1_000_000;

    private readonly KeyTools _tools;

    internal KeyRingService(KeyTools tools) => _tools = tools;

    /// <summary>The ring of the tenant; null when it has none yet.</summary>
    public async Task<KeyRingSummary?> GetAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await DemandAsync(actor, Permission.ManageKeys, cancellationToken).ConfigureAwait(false);
        return await _tools.Keys.Rings.LoadAsync(actor.Tenant, cancellationToken).ConfigureAwait(false) is { } stored ? KeyRingSummary.Of(stored.Ring) : null;
    }

    /// <summary>How many envelopes each key that is not destroyed wraps, by the index.</summary>
    public async Task<ImmutableArray<KeyProgress>> ProgressAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var progress = ImmutableArray.CreateBuilder<KeyProgress>();
        foreach (RingKeySummary key in (await GetAsync(actor, cancellationToken).ConfigureAwait(false))?.Keys.Where(key => key.State != KeyState.Destroyed) ?? [])
        {
            var query = new DocumentQuery { Collection = Collections.Envelopes, Index = EnvelopeDocument.ByKey, Equal = [[IndexValue.Of(key.Id.Value)]] };
            progress.Add(new() { Key = key.Id, Envelopes = await _tools.Store.CountAsync(actor.Tenant, query, MostCounted, cancellationToken).ConfigureAwait(false) });
        }

        return progress.ToImmutable();
    }

    /// <summary>Makes the key that follows the active one, wrapped by every root of the host, or the first key of a ring. It wraps when every node has had time to see it.</summary>
    /// <param name="actor">Who rotates.</param>
    /// <param name="replaces">The active key, so that two who rotate at once rotate once; null for the first key of a ring.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<KeyRingSummary> RotateAsync(Actor actor, RingKeyId? replaces, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(Named(actor, command, KeyFactCodes.Created), (deed, ring, stopping) => RotationAsync(_tools, deed, ring, replaces, stopping), cancellationToken);

    /// <summary>Makes the pending key the active one, when its time has come.</summary>
    public Task<KeyRingSummary> ActivateAsync(Actor actor, RingKeyId key, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(Named(actor, command, KeyFactCodes.Activated), (deed, _, _) => Step(new ActivateKey { Id = deed.Command, Key = key }), cancellationToken);

    /// <summary>Says that somebody else may know a key. Where it is the active one, a new key becomes active in the same commit; or the pending one, while no root wraps a new one.</summary>
    public Task<KeyRingSummary> CompromiseAsync(Actor actor, RingKeyId key, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(Named(actor, command, KeyFactCodes.Compromised), (deed, ring, stopping) => CompromisedAsync(deed, ring, key, stopping), cancellationToken);

    /// <summary>Brings a retired key back.</summary>
    public Task<KeyRingSummary> ReinstateAsync(Actor actor, RingKeyId key, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(Named(actor, command, KeyFactCodes.Reinstated), (deed, _, _) => Step(new ReinstateKey { Id = deed.Command, Key = key }), cancellationToken);

    /// <summary>Wraps by the first root of the host every key of the ring that it does not wrap with its newest version, and makes it the ring's. It can break off anywhere and be called again.</summary>
    /// <param name="actor">Who replaces the root.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work, between two keys.</param>
    public async Task<KeyRingSummary> RotateRootAsync(Actor actor, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        await DemandAsync(actor, Permission.ManageKeys, cancellationToken).ConfigureAwait(false);
        Deed deed = Named(actor, command, KeyFactCodes.RootAdopted);
        string root = _tools.Keys.Roots.Roots.Current;
        await new RootWrapping(_tools, actor).WrapAsync(root, replacesOlder: true, deed.Command, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(deed, (own, _, _) => Step(new AdoptRoot { Id = own.Command, Root = root }), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes every wrap by a root that is the ring's no more. The root can be destroyed afterwards, when no copy of the store is needed that it wraps.</summary>
    public Task<KeyRingSummary> DropRootAsync(Actor actor, string root, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        return ChangeAsync(Named(actor, command, KeyFactCodes.RootDropped), (deed, _, _) => Step(new DropRoot { Id = deed.Command, Root = root }), cancellationToken);
    }

    /// <summary>Wraps anew by the active key what older keys wrap, as the background does. Called again, it goes on.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="most">How many envelopes at most, 1 to 1,000,000.</param>
    /// <param name="cancellationToken">Stops the work; what was wrapped by then stays so.</param>
    public async Task<RewrapReport> RewrapAsync(Actor actor, int most = 1000, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MostCounted);
        await DemandAsync(actor, Permission.ManageKeys, cancellationToken).ConfigureAwait(false);
        return await new Rewrapping(_tools, actor).RunAsync(most, () => true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The step that makes the next key.</summary>
    internal static async ValueTask<RingStep?> RotationAsync(KeyTools tools, Deed deed, KeyRing ring, RingKeyId? replaces, CancellationToken cancellationToken)
    {
        // Whatever makes it unnecessary to draw a key, or is refused, is found without one.
        bool isNeeded = replaces is { } key ? ring.Active?.Id == key && ring.Pending is null : ring.Keys.IsEmpty;
        KeyMaterial material = isNeeded
            ? await tools.Keys.Roots.DrawAsync(ring.Tenant, ring.Root, cancellationToken).ConfigureAwait(false)
            : new() { Id = new(new string('0', RingKeyId.Digits)), Wraps = [], CheckValue = new byte[KeyMaterial.CheckBytes] };
        return new(new RotateKey { Id = deed.Command, Replaces = replaces, Material = material });
    }

    private async ValueTask<RingStep?> CompromisedAsync(Deed deed, KeyRing ring, RingKeyId key, CancellationToken cancellationToken)
    {
        KeyMaterial? successor = null;
        try
        {
            successor = ring.Active?.Id == key ? await _tools.Keys.Roots.DrawAsync(ring.Tenant, ring.Root, cancellationToken).ConfigureAwait(false) : null;
        }
        catch (KeyUnavailableException) when (ring.Pending is not null)
        {
            // It cannot wait for a root: the key that was to follow does.
        }

        return new(new CompromiseKey { Id = deed.Command, Key = key, Successor = successor });
    }

    private static Deed Named(Actor actor, CommandId? command, string code)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new(actor, command ?? CommandId.New(), RingChanges.Kind, RingChanges.Id, code);
    }

    private static ValueTask<RingStep?> Step(KeyCommand command) => new(new RingStep(command));

    private Task<KeyRingSummary> ChangeAsync(Deed deed, Func<Deed, KeyRing, CancellationToken, ValueTask<RingStep?>> decide, CancellationToken cancellationToken) =>
        ChangeAsync(deed, Permission.ManageKeys, decide, cancellationToken);

    private async Task<KeyRingSummary> ChangeAsync(
        Deed deed, Permission permission, Func<Deed, KeyRing, CancellationToken, ValueTask<RingStep?>> decide, CancellationToken cancellationToken)
    {
        await DemandAsync(deed.Actor, permission, cancellationToken).ConfigureAwait(false);
        return KeyRingSummary.Of(await _tools.Keys.Changes.ApplyAsync(deed, (ring, stopping) => decide(deed, ring, stopping), cancellationToken).ConfigureAwait(false));
    }

    private ValueTask DemandAsync(Actor actor, Permission permission, CancellationToken cancellationToken) =>
        _tools.Policies.DemandAsync(actor, permission, directory: null, (RingChanges.Kind, RingChanges.Id), cancellationToken);
}
