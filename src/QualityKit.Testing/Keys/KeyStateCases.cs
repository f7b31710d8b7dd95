using QualityKit.Storage.Keys;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Keys;

/// <summary>What a wrapper answers as its keys change and its service comes and goes: an exact answer each time, never an exception, never a guess.</summary>
internal static class KeyStateCases
{
    private const int Turns = 200_000;

    public static IEnumerable<KeyCase> All { get; } =
    [
        new("after a rotation new keys name the new version and old ones open", Rotated) { Controls = [KeyControl.Rotate] },
        new("what one version wrapped is wrong for another", OtherVersion) { Controls = [KeyControl.Rotate] },
        new("rotating while others wrap mixes no versions up", RotatedAtOnce) { Controls = [KeyControl.Rotate] },
        new("a version that is off is disabled, and opens when it is on again", SwitchedOff) { Controls = [KeyControl.SwitchOff, KeyControl.SwitchOn] },
        new("a batch over versions that are off and on is answered key by key", SwitchedBatch) { Controls = [KeyControl.Rotate, KeyControl.SwitchOff] },
        new("a destroyed version is destroyed for ever", Destroyed) { NeedsDestruction = true },
        new("destroying one version leaves the others", DestroyedAlone) { NeedsDestruction = true, Controls = [KeyControl.Rotate] },
        new("destroying a tenant's key leaves another tenant's", DestroyedTenant) { NeedsDestruction = true },
        new("a version that does not exist cannot be destroyed", DestroyedUnknown) { NeedsDestruction = true },
        new("who may not use a key is denied", Denied) { Controls = [KeyControl.Deny, KeyControl.Allow] },
        new("a service out of reach is unavailable, and nothing is lost", CutOff) { Controls = [KeyControl.CutOff, KeyControl.Reconnect] },
        new("nothing is tried twice in secret", TriedOnce) { Controls = [KeyControl.CutOff, KeyControl.CountRequests] },
        new("too many requests are throttled, not failed", Throttled) { Controls = [KeyControl.Throttle] },
        new("a service that never answers is given up at the deadline", Hanging) { Controls = [KeyControl.Hang] },
    ];

    private static async Task Rotated(KeyBench bench)
    {
        WrappedKey old = await bench.Wrap(KeyBench.Key(32, 1));
        await bench.Apply(KeyControl.Rotate);
        WrappedKey young = await bench.Wrap(KeyBench.Key(32, 2));
        Expect.True(old.KeyVersion != young.KeyVersion, $"two versions are both named `{old.KeyVersion}`");
        await bench.ExpectKey(KeyBench.Key(32, 1), old);
        await bench.ExpectKey(KeyBench.Key(32, 2), young);
    }

    private static async Task OtherVersion(KeyBench bench)
    {
        WrappedKey old = await bench.Wrap(KeyBench.Key(32));
        await bench.Apply(KeyControl.Rotate);
        WrappedKey young = await bench.Wrap(KeyBench.Key(32));
        await bench.ExpectRefused(KeyAnswer.Wrong, old with { KeyVersion = young.KeyVersion });
        await bench.ExpectRefused(KeyAnswer.Wrong, young with { KeyVersion = old.KeyVersion });
    }

    private static async Task RotatedAtOnce(KeyBench bench)
    {
        Task wrapping = Task.WhenAll(Enumerable.Range(0, 4).Select(caller => Task.Run(async () =>
        {
            for (int round = 0; round < 20; round++)
            {
                byte[] key = KeyBench.Key(32, (caller * 20) + round);
                await bench.ExpectKey(key, await bench.Wrap(key));
            }
        })));
        for (int rotation = 0; rotation < 10; rotation++)
        {
            await bench.Apply(KeyControl.Rotate);
            await Task.Yield();
        }

        await wrapping;
    }

    private static async Task SwitchedOff(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        await bench.Apply(KeyControl.SwitchOff, wrapped.KeyVersion);
        await bench.ExpectRefused(KeyAnswer.Disabled, wrapped);
        WrapResult refused = await bench.Wrapper.WrapAsync(KeyBench.Tenant, KeyBench.Context, KeyBench.Key(32), bench.Cancellation);
        Expect.Same(KeyAnswer.Disabled, refused.Answer, "the answer to wrapping with a version that is off");
        await bench.Apply(KeyControl.SwitchOn, wrapped.KeyVersion);
        await bench.ExpectKey(KeyBench.Key(32), wrapped);
    }

    private static async Task SwitchedBatch(KeyBench bench)
    {
        WrappedKey old = await bench.Wrap(KeyBench.Key(32, 1));
        await bench.Apply(KeyControl.Rotate);
        WrappedKey young = await bench.Wrap(KeyBench.Key(32, 2));
        await bench.Apply(KeyControl.SwitchOff, old.KeyVersion);
        UnwrapRequest[] requests = [KeyBench.Request(old), KeyBench.Request(young), KeyBench.Request(old)];
        var results = await bench.Wrapper.UnwrapAsync(KeyBench.Tenant, [.. requests], bench.Cancellation);
        Expect.Same(requests.Length, results.Length, "the number of answers");
        KeyBench.ExpectRefused(KeyAnswer.Disabled, results[0], requests[0]);
        KeyBench.ExpectDone(KeyBench.Key(32, 2), results[1], requests[1]);
        KeyBench.ExpectRefused(KeyAnswer.Disabled, results[2], requests[2]);
    }

    private static async ValueTask<KeyAnswer> Destroy(KeyBench bench, KeyVersionId version) =>
        await ((IKeyDestroyer)bench.Wrapper).DestroyAsync(KeyBench.Tenant, version, bench.Cancellation);

    private static async Task Destroyed(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        Expect.Same(KeyAnswer.Done, await Destroy(bench, wrapped.KeyVersion), "the answer to destroying");
        await bench.ExpectRefused(KeyAnswer.Destroyed, wrapped);
        Expect.Same(KeyAnswer.Done, await Destroy(bench, wrapped.KeyVersion), "the answer to destroying again");
        var second = new KeyBench(bench.Harness, await bench.Harness.OpenAsync(bench.Cancellation), bench.Cancellation);
        await second.ExpectRefused(KeyAnswer.Destroyed, wrapped);
    }

    private static async Task DestroyedAlone(KeyBench bench)
    {
        WrappedKey old = await bench.Wrap(KeyBench.Key(32, 1));
        await bench.Apply(KeyControl.Rotate);
        WrappedKey young = await bench.Wrap(KeyBench.Key(32, 2));
        await Destroy(bench, old.KeyVersion);
        await bench.ExpectRefused(KeyAnswer.Destroyed, old);
        await bench.ExpectKey(KeyBench.Key(32, 2), young);
        await bench.ExpectKey(KeyBench.Key(32, 3), await bench.Wrap(KeyBench.Key(32, 3)));
    }

    private static async Task DestroyedTenant(KeyBench bench)
    {
        WrappedKey mine = await bench.Wrap(KeyBench.Key(32, 1));
        WrappedKey theirs = await bench.Wrap(KeyBench.Key(32, 2), tenant: KeyBench.Other);
        await Destroy(bench, mine.KeyVersion);
        await bench.ExpectKey(KeyBench.Key(32, 2), theirs, tenant: KeyBench.Other);
    }

    private static async Task DestroyedUnknown(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        Expect.Same(KeyAnswer.Wrong, await Destroy(bench, new KeyVersionId(wrapped.KeyVersion.Key, "no-such-version")), "the answer to destroying what is not there");
        await bench.ExpectKey(KeyBench.Key(32), wrapped);
    }

    private static async Task Denied(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        await bench.Apply(KeyControl.Deny);
        await bench.ExpectRefused(KeyAnswer.Denied, wrapped);
        await bench.Apply(KeyControl.Allow);
        await bench.ExpectKey(KeyBench.Key(32), wrapped);
    }

    private static async Task CutOff(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        await bench.Apply(KeyControl.CutOff);
        await bench.ExpectRefused(KeyAnswer.Unavailable, wrapped);
        WrapResult refused = await bench.Wrapper.WrapAsync(KeyBench.Tenant, KeyBench.Context, KeyBench.Key(32), bench.Cancellation);
        Expect.Same(KeyAnswer.Unavailable, refused.Answer, "the answer to wrapping");
        await bench.Apply(KeyControl.Reconnect);
        await bench.ExpectKey(KeyBench.Key(32), wrapped);
    }

    private static async Task TriedOnce(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        await bench.Apply(KeyControl.CutOff);
        int before = bench.Harness.Requests;
        await bench.ExpectRefused(KeyAnswer.Unavailable, wrapped);
        Expect.Same(1, bench.Harness.Requests - before, "how often one call asked a service that is out of reach");
    }

    private static async Task Throttled(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        await bench.Apply(KeyControl.Throttle);
        await bench.ExpectRefused(KeyAnswer.Throttled, wrapped);
        await bench.ExpectKey(KeyBench.Key(32), wrapped);
    }

    // There is no clock in the kit, so patience is counted in turns of the scheduler.
    private static async Task Hanging(KeyBench bench)
    {
        UnwrapRequest request = KeyBench.Request(await bench.Wrap(KeyBench.Key(32)));
        await bench.Apply(KeyControl.Hang);
        using var deadline = new CancellationTokenSource();
        Task unwrapping = bench.Wrapper.UnwrapAsync(KeyBench.Tenant, [request], deadline.Token).AsTask();
        await deadline.CancelAsync();
        for (int turn = 0; turn < Turns && !unwrapping.IsCompleted; turn++)
        {
            await Task.Yield();
        }

        Expect.True(unwrapping.IsCompleted, "a call went on after its deadline");
        await Expect.Throws<OperationCanceledException>(() => unwrapping, "a call whose deadline passed");
        KeyBench.ExpectUntouched(request);
    }
}
