using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using QualityKit.Encryption;
using QualityKit.Keys;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Keys of rings and the roots of the host: draws keys, wraps and unwraps them. What a root wrapped is unwrapped again before anybody relies on it.</summary>
internal sealed class RootKeys(KeyRoots roots, KeyOptions options, TimeProvider time, ILogger log)
{
    /// <summary>The roots.</summary>
    public KeyRoots Roots => roots;

    /// <summary>What a root binds the wrap of a key to, besides the tenant.</summary>
    public static byte[] ContextOf(RingKeyId key) => Encoding.UTF8.GetBytes($"qualitykit.dev/ring-key/1 {key}");

    /// <summary>Draws a key, and wraps it by the root of a ring and by every other root that answers.</summary>
    /// <exception cref="KeyUnavailableException">The root of the ring did not wrap it, or gives something else back.</exception>
    public async ValueTask<KeyMaterial> DrawAsync(TenantId tenant, string root, CancellationToken cancellationToken)
    {
        var id = new RingKeyId(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        using var bytes = new OwnedBuffer(KeyEncryptionKey.Bytes);
        RandomNumberGenerator.Fill(bytes.Span);
        using var made = KeyEncryptionKey.UnsafeFromBytes(bytes.Span, tenant, id.Value);
        List<RootWrap> wraps = [await WrapAsync(tenant, (id, bytes.Memory, made.CheckValue), root, cancellationToken).ConfigureAwait(false)];
        foreach (string other in roots.Names.Where(name => name != root).Take(KeyMaterial.MostWraps - 1))
        {
            try
            {
                wraps.Add(await WrapAsync(tenant, (id, bytes.Memory, made.CheckValue), other, cancellationToken).ConfigureAwait(false));
            }
            catch (KeyUnavailableException problem)
            {
                // One protector is there; the other is added when it answers again.
                log.RootFailed(other, problem);
            }
        }

        return new() { Id = id, Wraps = [.. wraps], CheckValue = made.CheckValue };
    }

    /// <summary>Wraps a key of a ring by a root too.</summary>
    /// <exception cref="KeyUnavailableException">No root gave the key, or this one did not wrap it.</exception>
    public async ValueTask<RootWrap> WrapAsync(TenantId tenant, RingKey key, string root, CancellationToken cancellationToken)
    {
        using var bytes = new OwnedBuffer(KeyLimits.KeyBytes);
        RootReply reply = await OpenAsync(tenant, key, bytes, cancellationToken).ConfigureAwait(false);
        using KeyEncryptionKey _ = reply.Key ?? throw reply.Problem!;
        return await WrapAsync(tenant, (key.Id, bytes.Memory[..KeyEncryptionKey.Bytes], key.CheckValue), root, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Unwraps a key of a ring by the first root that gives the right one.</summary>
    public async ValueTask<RootReply> UnwrapAsync(TenantId tenant, RingKey key, CancellationToken cancellationToken)
    {
        using var bytes = new OwnedBuffer(KeyLimits.KeyBytes);
        return await OpenAsync(tenant, key, bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The key version that a root wraps with now; null when it does not answer.</summary>
    public async ValueTask<KeyVersionId?> CurrentVersionAsync(TenantId tenant, string root, CancellationToken cancellationToken)
    {
        byte[] probe = RandomNumberGenerator.GetBytes(KeyEncryptionKey.Bytes);
        return (await AskAsync(root, (wrapper, stopping) => wrapper.WrapAsync(tenant, "qualitykit.dev/probe"u8.ToArray(), probe, stopping), cancellationToken).ConfigureAwait(false))?.Wrapped?.KeyVersion;
    }

    /// <summary>Destroys a key version of a root.</summary>
    /// <returns>Whether it is destroyed.</returns>
    public async ValueTask<bool> DestroyAsync(TenantId tenant, string root, KeyVersionId version, CancellationToken cancellationToken) =>
        roots.Find(root) is { Capabilities.CanDestroy: true }
        && await AskAsync(root, async (wrapper, stopping) => (object)await wrapper.DestroyAsync(tenant, version, stopping).ConfigureAwait(false), cancellationToken).ConfigureAwait(false) is KeyAnswer.Done;

    private async ValueTask<RootWrap> WrapAsync(TenantId tenant, (RingKeyId Id, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Check) key, string root, CancellationToken cancellationToken)
    {
        WrapResult? result = await AskAsync(root, (wrapper, stopping) => wrapper.WrapAsync(tenant, ContextOf(key.Id), key.Bytes, stopping), cancellationToken).ConfigureAwait(false);
        WrappedKey wrapped = result?.Wrapped ?? throw Unavailable(root, result?.Answer ?? KeyAnswer.Unavailable);
        using var again = new OwnedBuffer(KeyLimits.KeyBytes);
        var wrap = new RootWrap { Root = root, Key = wrapped };
        RootReply reply = await OpenAsync(tenant, (key.Id, key.Check), wrap, again, cancellationToken).ConfigureAwait(false);
        using KeyEncryptionKey _ = reply.Key ?? throw reply.Problem!;
        return wrap;
    }

    private async ValueTask<RootReply> OpenAsync(TenantId tenant, RingKey key, OwnedBuffer bytes, CancellationToken cancellationToken)
    {
        var last = new RootReply { Problem = new($"the host has no root of the key `{key.Id}`", isRetryable: false) };
        bool isOther = false;
        foreach (RootWrap wrap in key.Wraps.Where(one => roots.Find(one.Root) is not null))
        {
            RootReply reply = await OpenAsync(tenant, (key.Id, key.CheckValue), wrap, bytes, cancellationToken).ConfigureAwait(false);
            if (reply.Key is not null)
            {
                return reply;
            }

            // One that may answer later is what the caller waits for.
            last = last.Problem is { IsRetryable: true } ? last : reply;
            isOther |= reply.IsOther;
        }

        return last with { IsOther = isOther };
    }

    private async ValueTask<RootReply> OpenAsync(
        TenantId tenant, (RingKeyId Id, ReadOnlyMemory<byte> Check) key, RootWrap wrap, OwnedBuffer bytes, CancellationToken cancellationToken)
    {
        ImmutableArray<UnwrapRequest> requests = [new() { Wrapped = wrap.Key, Context = ContextOf(key.Id), Destination = bytes.Memory }];
        UnwrapResult result = await AskAsync(wrap.Root, UnwrapAsync, cancellationToken).ConfigureAwait(false) ?? UnwrapResult.Refused(KeyAnswer.Unavailable);
        if (result.Answer != KeyAnswer.Done)
        {
            return new() { Problem = Unavailable(wrap.Root, result.Answer), IsOther = result.Answer == KeyAnswer.Wrong };
        }

        KeyEncryptionKey? unwrapped = result.Length == KeyEncryptionKey.Bytes ? KeyEncryptionKey.UnsafeFromBytes(bytes.Span[..KeyEncryptionKey.Bytes], tenant, key.Id.Value) : null;
        if (unwrapped?.IsCheckedBy(key.Check.Span) == true)
        {
            return new() { Key = unwrapped };
        }

        unwrapped?.Dispose();
        bytes.Wipe();
        return new() { Problem = new($"what the root `{wrap.Root}` gave is not the key `{key.Id}`", isRetryable: false), IsOther = true };

        async ValueTask<UnwrapResult> UnwrapAsync(CheckedKeyWrapper wrapper, CancellationToken stopping)
        {
            ImmutableArray<UnwrapResult> results = await wrapper.UnwrapAsync(tenant, requests, stopping).ConfigureAwait(false);
            if (stopping.IsCancellationRequested)
            {
                // Nobody waits any more, and nobody else would wipe it.
                bytes.Wipe();
            }

            return results[0];
        }
    }

    // A wrapper answers; one that throws, or does not keep its deadline, is not there.
    private async ValueTask<T?> AskAsync<T>(string root, Func<CheckedKeyWrapper, CancellationToken, ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        CheckedKeyWrapper wrapper = roots.Find(root) ?? throw new KeyUnavailableException($"the host has no root `{root}`", isRetryable: false);
        using var deadline = new CancellationTokenSource(options.RootTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await ask(wrapper, both.Token).AsTask().WaitAsync(both.Token).ConfigureAwait(false);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            log.RootFailed(root, problem);
            return default;
        }
    }

    private static KeyUnavailableException Unavailable(string root, KeyAnswer answer) =>
        new($"the root `{root}` answered {answer}", answer is KeyAnswer.Throttled or KeyAnswer.Unavailable);
}
