using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;
using QualityKit.Testing.Keys;
using QualityKit.Testing.Tests.Documents;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Keys;

/// <summary>Key wrappers that are wrong in one place each, and the case that has to notice.</summary>
internal static class WrongWrappers
{
    public static IEnumerable<WrongProvider> All { get; } =
    [
        Wrong("the context is not bound", right => new SpoiledWrapper(right) { Wrap = (wrapper, tenant, _, key, stop) => wrapper.WrapAsync(tenant, default, key, stop), Unwrap = (wrapper, tenant, requests, stop) => wrapper.UnwrapAsync(tenant, [.. requests.Select(request => request with { Context = default })], stop) }, "another context is wrong"),
        Wrong("the end of a context is not bound", right => new SpoiledWrapper(right) { Wrap = (wrapper, tenant, context, key, stop) => wrapper.WrapAsync(tenant, Start(context), key, stop), Unwrap = (wrapper, tenant, requests, stop) => wrapper.UnwrapAsync(tenant, [.. requests.Select(request => request with { Context = Start(request.Context) })], stop) }, "another context is wrong"),
        Wrong("an alias is named, not a version", right => new SpoiledWrapper(right) { Wrap = NameAlias, Unwrap = (wrapper, tenant, requests, stop) => wrapper.UnwrapAsync(tenant, [.. requests.Select(request => request.Wrapped.KeyVersion.Version == "current" ? request with { Wrapped = request.Wrapped with { KeyVersion = new KeyVersionId("memory", "1") } } : request)], stop) }, "after a rotation new keys name the new version and old ones open"),
        Wrong("one wrong key spoils its batch", right => new SpoiledWrapper(right) { Unwrap = AllOrNone }, "each key of a batch is answered by itself and in order"),
        Wrong("answers come in another order", right => new SpoiledWrapper(right) { Unwrap = async (wrapper, tenant, requests, stop) => [.. (await wrapper.UnwrapAsync(tenant, requests, stop)).OrderBy(result => result.Answer)] }, "each key of a batch is answered by itself and in order"),
        Wrong("only the first 50 of a batch are answered", right => new SpoiledWrapper(right) { Unwrap = async (wrapper, tenant, requests, stop) => (await wrapper.UnwrapAsync(tenant, requests, stop))[..Math.Min(50, requests.Length)] }, "100 keys unwrap at once"),
        Wrong("something is written though the key is refused", right => new SpoiledWrapper(right) { Unwrap = WriteFirst }, "a changed ciphertext is wrong, whichever bit"),
        Wrong("the destination is filled to its end", right => new SpoiledWrapper(right) { Unwrap = FillRest }, "a wrapped key unwraps to itself"),
        Wrong("keys are padded to 16 bytes", right => new SpoiledWrapper(right) { Wrap = (wrapper, tenant, context, key, stop) => wrapper.WrapAsync(tenant, context, (byte[])[.. key.Span, .. new byte[(16 - (key.Length % 16)) % 16]], stop) }, "a wrapped key unwraps to itself"),
        Wrong("the ciphertext holds the key", right => new SpoiledWrapper(right) { Wrap = ShowKey, Unwrap = (wrapper, tenant, requests, stop) => wrapper.UnwrapAsync(tenant, [.. requests.Select(Hidden)], stop) }, "a ciphertext is not empty, within its limit, and does not show the key"),
        Wrong("a disabled version is called wrong", right => Answering(right, KeyAnswer.Disabled, KeyAnswer.Wrong), "a version that is off is disabled, and opens when it is on again"),
        Wrong("a destroyed version is called disabled", right => Answering(right, KeyAnswer.Destroyed, KeyAnswer.Disabled), "a destroyed version is destroyed for ever"),
        Wrong("a denied key is called wrong", right => Answering(right, KeyAnswer.Denied, KeyAnswer.Wrong), "who may not use a key is denied"),
        Wrong("a service out of reach is called wrong", right => Answering(right, KeyAnswer.Unavailable, KeyAnswer.Wrong), "a service out of reach is unavailable, and nothing is lost"),
        Wrong("throttling is called unavailable", right => Answering(right, KeyAnswer.Throttled, KeyAnswer.Unavailable), "too many requests are throttled, not failed"),
        Wrong("a service out of reach throws", right => new SpoiledWrapper(right) { Unwrap = async (wrapper, tenant, requests, stop) => await wrapper.UnwrapAsync(tenant, requests, stop) is var results && results.Any(result => result.Answer == KeyAnswer.Unavailable) ? throw new HttpRequestException("no route to host") : results }, "a service out of reach is unavailable, and nothing is lost"),
        Wrong("a service out of reach is asked three times", right => new SpoiledWrapper(right) { Unwrap = Retrying }, "nothing is tried twice in secret"),
        Wrong("the deadline is not kept", right => new SpoiledWrapper(right) { Unwrap = async (wrapper, tenant, requests, stop) => stop.IsCancellationRequested ? throw new OperationCanceledException(stop) : await wrapper.UnwrapAsync(tenant, requests, CancellationToken.None) }, "a service that never answers is given up at the deadline"),
        Wrong("cancelled calls go on", right => new SpoiledWrapper(right) { Wrap = (wrapper, tenant, context, key, _) => wrapper.WrapAsync(tenant, context, key, CancellationToken.None) }, "a caller that gave up gets no answer and nothing is written"),
        Wrong("destroying what is not there is said to be done", right => new SpoiledWrapper(right) { Destroy = async (wrapper, tenant, version, stop) => { await wrapper.DestroyAsync(tenant, version, stop); return KeyAnswer.Done; } }, "a version that does not exist cannot be destroyed"),
        Wrong("destroying is only noted", right => new SpoiledWrapper(right) { Destroy = (_, _, version, _) => new(version.Version.StartsWith("no-such", StringComparison.Ordinal) ? KeyAnswer.Wrong : KeyAnswer.Done) }, "a destroyed version is destroyed for ever"),
        Wrong("the version that follows is destroyed too", right => new SpoiledWrapper(right) { Destroy = DestroyNext }, "destroying one version leaves the others"),
        Wrong("keys of all tenants are one", right => new SpoiledWrapper(right) { Wrap = (wrapper, tenant, context, key, stop) => wrapper.WrapAsync(tenant, context, key, stop), Unwrap = UnwrapOfAnyone }, "another tenant is wrong"),
        Wrong("callers at once share a buffer", SharedBuffer, "many at once get their own keys", Needs.Concurrency),
    ];

    private static WrongProvider Wrong(string name, Func<ControlledKeyWrapper, IKeyWrapper> spoil, string caught, Needs needs = Needs.Nothing) =>
        new($"keys: {name}", caught, needs, _ => KeyWrapperKit.Cases(new ControlledKeyWrapper().Capabilities, KeyHarness.Controls, () => new KeyHarness(spoil)));

    private static ReadOnlyMemory<byte> Start(ReadOnlyMemory<byte> context) => context[..Math.Min(context.Length, 13)];

    private static async ValueTask<WrapResult> NameAlias(ControlledKeyWrapper wrapper, TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken stop) =>
        await wrapper.WrapAsync(tenant, context, key, stop) is { Wrapped: { } wrapped } ? WrapResult.Done(wrapped with { KeyVersion = new KeyVersionId("memory", "current") }) : await wrapper.WrapAsync(tenant, context, key, stop);

    private static async ValueTask<ImmutableArray<UnwrapResult>> AllOrNone(ControlledKeyWrapper wrapper, TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken stop)
    {
        ImmutableArray<UnwrapResult> results = await wrapper.UnwrapAsync(tenant, requests, stop);
        return results.FirstOrDefault(result => result.Answer != KeyAnswer.Done) is { } refused ? [.. results.Select(_ => refused)] : results;
    }

    private static async ValueTask<ImmutableArray<UnwrapResult>> WriteFirst(ControlledKeyWrapper wrapper, TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken stop)
    {
        ImmutableArray<UnwrapResult> results = await wrapper.UnwrapAsync(tenant, requests, stop);
        foreach ((UnwrapRequest request, UnwrapResult result) in requests.Zip(results))
        {
            request.Destination.Span[0] = result.Answer == KeyAnswer.Wrong ? (byte)0 : request.Destination.Span[0];
        }

        return results;
    }

    private static async ValueTask<ImmutableArray<UnwrapResult>> FillRest(ControlledKeyWrapper wrapper, TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken stop)
    {
        ImmutableArray<UnwrapResult> results = await wrapper.UnwrapAsync(tenant, requests, stop);
        foreach ((UnwrapRequest request, UnwrapResult result) in requests.Zip(results).Where(pair => pair.Second.Answer == KeyAnswer.Done))
        {
            request.Destination.Span[result.Length..].Clear();
        }

        return results;
    }

    private static async ValueTask<WrapResult> ShowKey(ControlledKeyWrapper wrapper, TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken stop)
    {
        WrapResult result = await wrapper.WrapAsync(tenant, context, key, stop);
        return result.Wrapped is { } wrapped ? WrapResult.Done(wrapped with { Ciphertext = (byte[])[.. wrapped.Ciphertext.Span, .. key.Span] }) : result;
    }

    // What ShowKey put behind the ciphertext is taken off: nonce, key and tag are 28 bytes more than the key.
    private static UnwrapRequest Hidden(UnwrapRequest request)
    {
        ReadOnlyMemory<byte> shown = request.Wrapped.Ciphertext;
        int key = (shown.Length - 28) / 2;
        return shown.Length < 30 || (shown.Length - 28) % 2 != 0 ? request : request with { Wrapped = request.Wrapped with { Ciphertext = shown[..^key] } };
    }

    private static SpoiledWrapper Answering(ControlledKeyWrapper right, KeyAnswer asked, KeyAnswer said) => new(right)
    {
        Unwrap = async (wrapper, tenant, requests, stop) => [.. (await wrapper.UnwrapAsync(tenant, requests, stop)).Select(result => result.Answer == asked ? UnwrapResult.Refused(said) : result)],
    };

    private static async ValueTask<ImmutableArray<UnwrapResult>> Retrying(ControlledKeyWrapper wrapper, TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken stop)
    {
        ImmutableArray<UnwrapResult> results = await wrapper.UnwrapAsync(tenant, requests, stop);
        for (int again = 0; again < 2 && results.All(result => result.Answer == KeyAnswer.Unavailable); again++)
        {
            results = await wrapper.UnwrapAsync(tenant, requests, stop);
        }

        return results;
    }

    private static async ValueTask<KeyAnswer> DestroyNext(ControlledKeyWrapper wrapper, TenantId tenant, KeyVersionId version, CancellationToken stop)
    {
        KeyAnswer answer = await wrapper.DestroyAsync(tenant, version, stop);
        if (int.TryParse(version.Version, out int number))
        {
            await wrapper.DestroyAsync(tenant, new KeyVersionId(version.Key, $"{number + 1}"), stop);
        }

        return answer;
    }

    private static async ValueTask<ImmutableArray<UnwrapResult>> UnwrapOfAnyone(ControlledKeyWrapper wrapper, TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken stop)
    {
        ImmutableArray<UnwrapResult> results = await wrapper.UnwrapAsync(tenant, requests, stop);
        return tenant.Value == "tenant-b" && results is [{ Answer: KeyAnswer.Wrong }] ? await wrapper.UnwrapAsync(new TenantId("tenant-a"), requests, stop) : results;
    }

    private static SpoiledWrapper SharedBuffer(ControlledKeyWrapper right)
    {
        byte[] buffer = new byte[KeyLimits.KeyBytes];
        return new SpoiledWrapper(right)
        {
            Wrap = async (wrapper, tenant, context, key, stop) =>
            {
                key.CopyTo(buffer);
                await Batches.GiveWay();
                return await wrapper.WrapAsync(tenant, context, buffer.AsMemory(0, key.Length), stop);
            },
        };
    }
}
