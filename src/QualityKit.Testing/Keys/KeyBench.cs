using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Keys;

/// <summary>What a case works with: the wrapper of a fresh harness, and short words for what the cases do.</summary>
internal sealed class KeyBench(IKeyWrapperHarness harness, IKeyWrapper wrapper, CancellationToken cancellation)
{
    private const byte Untouched = 0xA5;

    public static TenantId Tenant { get; } = new("tenant-a");

    public static TenantId Other { get; } = new("tenant-b");

    public static byte[] Context { get; } = [.. "recording/7f3a"u8];

    public IKeyWrapperHarness Harness { get; } = harness;

    public IKeyWrapper Wrapper { get; } = wrapper;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Bytes that are the same each time, and others for another number.</summary>
    public static byte[] Key(int length, int number = 0)
    {
        byte[] key = new byte[length];
        for (int position = 0; position < length; position++)
        {
            key[position] = (byte)((position * 151) + (number * 89) + 7);
        }

        return key;
    }

    public async Task<WrappedKey> Wrap(byte[] key, byte[]? context = null, TenantId? tenant = null)
    {
        WrapResult result = await Wrapper.WrapAsync(tenant ?? Tenant, context ?? Context, key, Cancellation);
        return result.Wrapped ?? throw new ConformanceException($"a key of {key.Length} bytes was not wrapped: {result.Answer}");
    }

    public static UnwrapRequest Request(WrappedKey wrapped, byte[]? context = null)
    {
        byte[] destination = new byte[KeyLimits.KeyBytes];
        Array.Fill(destination, Untouched);
        return new UnwrapRequest { Wrapped = wrapped, Context = context ?? Context, Destination = destination };
    }

    public async Task<UnwrapResult> Unwrap(UnwrapRequest request, TenantId? tenant = null)
    {
        var results = await Wrapper.UnwrapAsync(tenant ?? Tenant, [request], Cancellation);
        Expect.Same(1, results.Length, "the number of answers to one request");
        return results[0];
    }

    /// <summary>Unwraps, and expects the key.</summary>
    public async Task ExpectKey(byte[] expected, WrappedKey wrapped, byte[]? context = null, TenantId? tenant = null)
    {
        UnwrapRequest request = Request(wrapped, context);
        ExpectDone(expected, await Unwrap(request, tenant), request);
    }

    public static void ExpectDone(byte[] expected, UnwrapResult result, UnwrapRequest request)
    {
        Expect.Same(KeyAnswer.Done, result.Answer, "the answer");
        Expect.Same(expected.Length, result.Length, "the length of the key");
        Expect.True(request.Destination.Span[..expected.Length].SequenceEqual(expected), "another key came back than was wrapped");
        Expect.True(!request.Destination.Span[expected.Length..].ContainsAnyExcept(Untouched), "something was written behind the key");
    }

    /// <summary>Unwraps, and expects a refusal that leaves the destination alone.</summary>
    public async Task ExpectRefused(KeyAnswer answer, WrappedKey wrapped, byte[]? context = null, TenantId? tenant = null)
    {
        UnwrapRequest request = Request(wrapped, context);
        ExpectRefused(answer, await Unwrap(request, tenant), request);
    }

    public static void ExpectRefused(KeyAnswer answer, UnwrapResult result, UnwrapRequest request)
    {
        Expect.Same(answer, result.Answer, "the answer");
        Expect.Same(0, result.Length, "the length of a key that was refused");
        ExpectUntouched(request);
    }

    public static void ExpectUntouched(UnwrapRequest request) =>
        Expect.True(!request.Destination.Span.ContainsAnyExcept(Untouched), "something was written for a key that was refused");

    public ValueTask Apply(KeyControl control, KeyVersionId? version = null, TenantId? tenant = null) =>
        Harness.ApplyAsync(control, tenant ?? Tenant, version, Cancellation);
}
