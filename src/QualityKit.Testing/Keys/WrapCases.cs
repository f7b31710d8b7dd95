using System.Collections.Immutable;
using QualityKit.Storage.Keys;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Keys;

/// <summary>What wrapping and unwrapping promise when nothing goes wrong outside: the same key back, and nothing else ever.</summary>
internal static class WrapCases
{
    public static IEnumerable<KeyCase> All { get; } =
    [
        new("a wrapped key unwraps to itself", RoundTrip),
        new("a context may have any length up to its limit", Contexts),
        new("what a wrapper says of itself holds", Capabilities),
        new("a ciphertext is not empty, within its limit, and does not show the key", Ciphertexts),
        new("a changed ciphertext is wrong, whichever bit", Changed),
        new("a ciphertext cut or made longer is wrong", Cut),
        new("a key version that does not exist is wrong", UnknownVersion),
        new("another context is wrong", OtherContext) { NeedsBoundContext = true },
        new("another tenant is wrong", OtherTenant) { NeedsBoundContext = true },
        new("behind the checks tenant and context are bound", BoundByChecks),
        new("each key of a batch is answered by itself and in order", Batch),
        new("100 keys unwrap at once", FullBatch),
        new("what a caller does to its bytes afterwards changes nothing", BytesAreCopied),
        new("a caller that gave up gets no answer and nothing is written", Cancelled),
        new("another node unwraps what this one wrapped", TwoNodes),
        new("many at once get their own keys", ManyAtOnce),
    ];

    private static async Task RoundTrip(KeyBench bench)
    {
        foreach (int length in (int[])[1, 15, 16, 31, 32, 33, 64, KeyLimits.KeyBytes])
        {
            await bench.ExpectKey(KeyBench.Key(length), await bench.Wrap(KeyBench.Key(length)));
        }
    }

    private static async Task Contexts(KeyBench bench)
    {
        foreach (byte[] context in (byte[][])[[], [0], KeyBench.Key(255), KeyBench.Key(KeyLimits.ContextBytes)])
        {
            await bench.ExpectKey(KeyBench.Key(32), await bench.Wrap(KeyBench.Key(32), context), context);
        }
    }

    private static Task Capabilities(KeyBench bench)
    {
        try
        {
            _ = new CheckedKeyWrapper(bench.Wrapper);
        }
        catch (ArgumentException wrong)
        {
            throw new ConformanceException(wrong.Message, wrong);
        }

        return Task.CompletedTask;
    }

    private static async Task Ciphertexts(KeyBench bench)
    {
        foreach (int length in (int[])[16, KeyLimits.KeyBytes])
        {
            WrappedKey wrapped = await bench.Wrap(KeyBench.Key(length));
            Expect.True(wrapped.Ciphertext.Length is >= 1 and <= KeyLimits.CiphertextBytes, $"a ciphertext has {wrapped.Ciphertext.Length} bytes");
            Expect.True(wrapped.Ciphertext.Span.IndexOf(KeyBench.Key(length)) < 0, "the key is in its ciphertext, in the clear");
        }
    }

    private static async Task Changed(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        for (int position = 0; position < wrapped.Ciphertext.Length; position++)
        {
            byte[] changed = wrapped.Ciphertext.ToArray();
            changed[position] ^= (byte)(1 << (position % 8));
            await bench.ExpectRefused(KeyAnswer.Wrong, wrapped with { Ciphertext = changed });
        }
    }

    private static async Task Cut(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        ReadOnlyMemory<byte> whole = wrapped.Ciphertext;
        foreach (ReadOnlyMemory<byte> other in (ReadOnlyMemory<byte>[])[whole[..1], whole[..^1], whole[1..], new byte[whole.Length], (byte[])[.. whole.Span, 0], new byte[KeyLimits.CiphertextBytes]])
        {
            await bench.ExpectRefused(KeyAnswer.Wrong, wrapped with { Ciphertext = other });
        }
    }

    private static async Task UnknownVersion(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        await bench.ExpectRefused(KeyAnswer.Wrong, wrapped with { KeyVersion = new KeyVersionId(wrapped.KeyVersion.Key, "no-such-version") });
        await bench.ExpectRefused(KeyAnswer.Wrong, wrapped with { KeyVersion = new KeyVersionId("no-such-key", wrapped.KeyVersion.Version) });
    }

    private static async Task OtherContext(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        foreach (byte[] context in (byte[][])[[], [.. KeyBench.Context, 0], KeyBench.Context[..^1], [.. KeyBench.Context[..^1], (byte)'b']])
        {
            await bench.ExpectRefused(KeyAnswer.Wrong, wrapped, context);
        }
    }

    private static async Task OtherTenant(KeyBench bench)
    {
        WrappedKey wrapped = await bench.Wrap(KeyBench.Key(32));
        await bench.Wrap(KeyBench.Key(32), tenant: KeyBench.Other);
        await bench.ExpectRefused(KeyAnswer.Wrong, wrapped, tenant: KeyBench.Other);
    }

    private static async Task BoundByChecks(KeyBench bench)
    {
        var bound = new KeyBench(bench.Harness, new CheckedKeyWrapper(bench.Wrapper), bench.Cancellation);
        WrappedKey wrapped = await bound.Wrap(KeyBench.Key(KeyLimits.CallerKeyBytes));
        UnwrapRequest other = KeyBench.Request(wrapped, [.. "recording/7f3b"u8]);
        Expect.Same(KeyAnswer.Wrong, (await bound.Unwrap(other)).Answer, "the answer to another context");
        Expect.Same(KeyAnswer.Wrong, (await bound.Unwrap(KeyBench.Request(wrapped), KeyBench.Other)).Answer, "the answer to another tenant");
        UnwrapRequest same = KeyBench.Request(wrapped);
        Expect.Same(KeyAnswer.Done, (await bound.Unwrap(same)).Answer, "the answer to the same");
        Expect.True(same.Destination.Span.StartsWith(KeyBench.Key(KeyLimits.CallerKeyBytes)), "another key came back than was wrapped");
    }

    private static async Task Batch(KeyBench bench)
    {
        WrappedKey[] wrapped = [await bench.Wrap(KeyBench.Key(16, 0)), await bench.Wrap(KeyBench.Key(32, 1)), await bench.Wrap(KeyBench.Key(64, 2))];
        byte[] changed = wrapped[1].Ciphertext.ToArray();
        changed[^1] ^= 1;
        UnwrapRequest[] requests = [.. new[] { wrapped[0], wrapped[1] with { Ciphertext = changed }, wrapped[2], wrapped[1], wrapped[0] }.Select(one => KeyBench.Request(one))];
        ImmutableArray<UnwrapResult> results = await bench.Wrapper.UnwrapAsync(KeyBench.Tenant, [.. requests], bench.Cancellation);
        Expect.Same(requests.Length, results.Length, "the number of answers");
        KeyBench.ExpectDone(KeyBench.Key(16, 0), results[0], requests[0]);
        KeyBench.ExpectRefused(KeyAnswer.Wrong, results[1], requests[1]);
        KeyBench.ExpectDone(KeyBench.Key(64, 2), results[2], requests[2]);
        KeyBench.ExpectDone(KeyBench.Key(32, 1), results[3], requests[3]);
        KeyBench.ExpectDone(KeyBench.Key(16, 0), results[4], requests[4]);
    }

    private static async Task FullBatch(KeyBench bench)
    {
        var requests = new List<UnwrapRequest>();
        for (int number = 0; number < KeyLimits.BatchKeys; number++)
        {
            requests.Add(KeyBench.Request(await bench.Wrap(KeyBench.Key(32, number))));
        }

        ImmutableArray<UnwrapResult> results = await bench.Wrapper.UnwrapAsync(KeyBench.Tenant, [.. requests], bench.Cancellation);
        Expect.Same(requests.Count, results.Length, "the number of answers");
        for (int number = 0; number < requests.Count; number++)
        {
            KeyBench.ExpectDone(KeyBench.Key(32, number), results[number], requests[number]);
        }
    }

    private static async Task BytesAreCopied(KeyBench bench)
    {
        byte[] key = KeyBench.Key(32);
        byte[] context = [.. KeyBench.Context];
        WrappedKey wrapped = await bench.Wrap(key, context);
        Expect.True(key.AsSpan().SequenceEqual(KeyBench.Key(32)), "wrapping changed the caller's key");
        Array.Clear(key);
        Array.Clear(context);
        await bench.ExpectKey(KeyBench.Key(32), wrapped);
    }

    private static async Task Cancelled(KeyBench bench)
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        UnwrapRequest request = KeyBench.Request(await bench.Wrap(KeyBench.Key(32)));
        await Expect.Throws<OperationCanceledException>(() => bench.Wrapper.WrapAsync(KeyBench.Tenant, KeyBench.Context, KeyBench.Key(32), gone.Token).AsTask(), "wrapping for a caller that gave up");
        await Expect.Throws<OperationCanceledException>(() => bench.Wrapper.UnwrapAsync(KeyBench.Tenant, [request], gone.Token).AsTask(), "unwrapping for a caller that gave up");
        KeyBench.ExpectUntouched(request);
    }

    private static async Task TwoNodes(KeyBench bench)
    {
        var second = new KeyBench(bench.Harness, await bench.Harness.OpenAsync(bench.Cancellation), bench.Cancellation);
        await second.ExpectKey(KeyBench.Key(32), await bench.Wrap(KeyBench.Key(32)));
        await bench.ExpectKey(KeyBench.Key(64), await second.Wrap(KeyBench.Key(64)));
    }

    private static Task ManyAtOnce(KeyBench bench) => Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
    {
        for (int round = 0; round < 20; round++)
        {
            byte[] key = KeyBench.Key(32, (caller * 20) + round);
            await bench.ExpectKey(key, await bench.Wrap(key));
        }
    })));
}
