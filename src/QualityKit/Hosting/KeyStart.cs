using QualityKit.Keys;
using QualityKit.Persistence;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Hosting;

/// <summary>Whether what is stored opens with the roots and the secret that a host has, before it starts; and makes the secret of a root that is new. What a version of a root that is gone wrapped is named, and does not keep the host from starting: what else there is opens.</summary>
internal sealed class KeyStart(KeyTools tools, string name)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Root, KeyVersionId Version), (TenantId Tenant, RingKey Key)> _canaries = [];
    private readonly List<string> _strangers = [];
    private int _authentic;
    private bool _isAnyGone;

    private KeyRoots Roots => tools.Keys.Roots.Roots;

    /// <summary>Looks at every ring, and asks every root for one key of them that each of its versions wraps.</summary>
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

        if (_isAnyGone)
        {
            await NameLostAsync(cancellationToken).ConfigureAwait(false);
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
                _canaries.TryAdd((wrap.Root, wrap.Key.KeyVersion), (tenant, key with { Wraps = [wrap] }));
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

        foreach (((string _, KeyVersionId version), (TenantId tenant, RingKey key)) in _canaries.Where(canary => canary.Key.Root == root))
        {
            RootReply reply = await tools.Keys.Roots.UnwrapAsync(tenant, key, cancellationToken).ConfigureAwait(false);
            reply.Key?.Dispose();
            if (reply.IsOther)
            {
                throw Refused($"the root `{root}` does not give the key `{key.Id}` of `{tenant}` back that its version `{version}` wraps: it is another one, or an older copy");
            }

            if (reply.Problem is { IsRetryable: true })
            {
                // It does not answer; asked for its other versions it would not either.
                return;
            }

            if (reply.Key is null)
            {
                _isAnyGone = true;
                tools.Ambient.Log.RootVersionGone(root, version.ToString(), tenant.Value);
            }
        }
    }

    // Each key is asked for by itself: another root may give it, and a provider may have a version for one tenant and not for another.
    private async ValueTask NameLostAsync(CancellationToken cancellationToken)
    {
        await foreach (TenantId tenant in tools.Maintenance.ListTenantsAsync(cancellationToken).ConfigureAwait(false))
        {
            KeyRing? ring = _strangers.Contains(tenant.Value) ? null : (await KeyRingDocument.LoadAsync(tools.Store, tenant, cancellationToken).ConfigureAwait(false))?.Ring;
            var lost = new List<string>();
            foreach (RingKey key in ring?.Keys.Where(key => key.State != KeyState.Destroyed) ?? [])
            {
                RootReply reply = await tools.Keys.Roots.UnwrapAsync(tenant, key, cancellationToken).ConfigureAwait(false);
                reply.Key?.Dispose();
                if (reply is { Key: null, Problem.IsRetryable: false })
                {
                    lost.Add($"{key.Id} ({key.State}; {string.Join(", ", key.Wraps.Select(wrap => $"{wrap.Root} {wrap.Key.KeyVersion}"))})");
                }
            }

            if (lost.Count > 0)
            {
                tools.Ambient.Log.KeysLost(tenant.Value, string.Join("; ", lost));
            }
        }
    }

    private InvalidOperationException Refused(string why) => new($"`{name}`: {why}");
}
