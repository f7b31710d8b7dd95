using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services;
using QualityKit.Storage.Documents;

namespace QualityKit.Hosting;

/// <summary>Whether what is stored opens with the roots and the secret that a host has, before it starts; and makes the secret of a root that is new.</summary>
internal sealed class KeyStart(KeyTools tools, string name)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (TenantId Tenant, RingKey Key)> _canaries = new(StringComparer.Ordinal);
    private readonly List<string> _strangers = [];
    private int _authentic;

    private KeyRoots Roots => tools.Keys.Roots.Roots;

    /// <summary>Looks at every ring, and asks every root for one key of them.</summary>
    /// <exception cref="InvalidOperationException">Rings are there, and the host has not the secret or the roots that they were made with.</exception>
    public async ValueTask RunAsync(CancellationToken cancellationToken)
    {
        await foreach (TenantId tenant in tools.Maintenance.ListTenantsAsync(cancellationToken).ConfigureAwait(false))
        {
            await LookAsync(tenant, cancellationToken).ConfigureAwait(false);
        }

        if (_strangers.Count > 0 && _authentic == 0)
        {
            throw Refused(Roots.IsConfigured
                ? $"`Keys.Secret` authenticates none of {_strangers.Count} rings of keys: it is another one"
                : $"there are {_strangers.Count} rings of keys, and neither `Keys.Secret` nor a root of keys: what was encrypted does not open");
        }

        foreach (string tenant in _strangers)
        {
            tools.Ambient.Log.RingRefused(tenant, "it was not stored under this secret");
        }

        foreach (string root in Roots.Names)
        {
            await ReadyAsync(root, cancellationToken).ConfigureAwait(false);
        }

        if (Roots.Names is [var only])
        {
            tools.Ambient.Log.SingleRoot(name, only);
        }
    }

    private async ValueTask LookAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        KeyRingDocument? stored;
        try
        {
            stored = await KeyRingDocument.LoadAsync(tools.Store, tenant, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            _strangers.Add(tenant.Value);
            return;
        }

        if (stored is null)
        {
            return;
        }

        if (!tools.Options.Secrets.Any(secret => secret.IsAuthentic(stored.Ring, stored.Mac.Span, leastRevision: 0)))
        {
            _strangers.Add(tenant.Value);
            return;
        }

        _authentic++;
        foreach (RingKey key in stored.Ring.Keys.Where(key => key.State != KeyState.Destroyed))
        {
            _used.UnionWith(key.Wraps.Select(wrap => wrap.Root));
            if (key.Wraps.All(wrap => Roots.Find(wrap.Root) is null))
            {
                throw Refused($"the key `{key.Id}` of `{tenant}` is wrapped by {string.Join(", ", key.Wraps.Select(wrap => $"`{wrap.Root}`"))}, and the host has no such root");
            }

            foreach (RootWrap wrap in key.Wraps)
            {
                _canaries.TryAdd(wrap.Root, (tenant, key with { Wraps = [wrap] }));
            }
        }
    }

    private async ValueTask ReadyAsync(string root, CancellationToken cancellationToken)
    {
        if (!await Roots.Find(root)!.ExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_used.Contains(root))
            {
                throw Refused($"the secret of the root `{root}` is gone, and rings need it: put it back");
            }

            await Roots.Find(root)!.CreateAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_canaries.TryGetValue(root, out (TenantId Tenant, RingKey Key) canary))
        {
            RootReply reply = await tools.Keys.Roots.UnwrapAsync(canary.Tenant, canary.Key, cancellationToken).ConfigureAwait(false);
            reply.Key?.Dispose();
            if (reply.IsOther)
            {
                throw Refused($"the root `{root}` does not give the key `{canary.Key.Id}` of `{canary.Tenant}` back: it is another one");
            }
        }
    }

    private InvalidOperationException Refused(string why) => new($"`{name}`: {why}");
}
