using QualityKit.Evaluations;
using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Services;

/// <summary>Wraps the keys of a ring by a root, one commit a key, so that it can break off anywhere and go on.</summary>
internal sealed class RootWrapping(KeyTools tools, Actor actor)
{
    /// <summary>Wraps every key that a root does not wrap.</summary>
    /// <param name="root">The root.</param>
    /// <param name="replacesOlder">Whether a wrap by an older version of the root is replaced too.</param>
    /// <param name="run">The command that the commands of keys derive from.</param>
    /// <param name="cancellationToken">Stops the work, between two keys.</param>
    public async ValueTask WrapAsync(string root, bool replacesOlder, CommandId run, CancellationToken cancellationToken)
    {
        KeyRing? ring = (await tools.Keys.Rings.LoadAsync(actor.Tenant, cancellationToken).ConfigureAwait(false))?.Ring;
        KeyVersionId? current = ring is not null && replacesOlder ? await tools.Keys.Roots.CurrentVersionAsync(actor.Tenant, root, cancellationToken).ConfigureAwait(false) : null;
        foreach (RingKey key in ring?.Keys.Where(key => Lacks(key, root, current)) ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var deed = new Deed(actor, DerivedIds.Command(run, KeyFactCodes.Wrapped, key.Id.Value), RingChanges.Kind, RingChanges.Id, KeyFactCodes.Wrapped);
            await tools.Keys.Changes.ApplyAsync(
                deed,
                async (now, stopping) => now.Find(key.Id) is { } found && Lacks(found, root, current)
                    ? new(new WrapKeyByRoot { Id = deed.Command, Key = key.Id, Wrap = await tools.Keys.Roots.WrapAsync(actor.Tenant, found, root, stopping).ConfigureAwait(false), CheckValue = found.CheckValue })
                    : null,
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a key lacks a wrap by a root, or has one that is not by its current version.</summary>
    public static bool Lacks(RingKey key, string root, KeyVersionId? current) =>
        key.State != KeyState.Destroyed
        && (key.Wraps.FirstOrDefault(wrap => wrap.Root == root) is not { } wrap
            ? key.Wraps.Length < KeyMaterial.MostWraps
            : current is not null && wrap.Key.KeyVersion != current);
}
