using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs;

/// <summary>What a case works with: the store of a fresh harness, and short words for what the cases do.</summary>
internal sealed class BlobBench(IBlobStoreHarness harness, IBlobStore store, CancellationToken cancellation)
{
    public static TenantId Tenant { get; } = new("tenant-a");

    public static TenantId Other { get; } = new("tenant-b");

    public IBlobStoreHarness Harness { get; } = harness;

    public IBlobStore Store { get; } = store;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Bytes that are the same each time and have no pattern that a power of two would hide.</summary>
    public static byte[] Bytes(int count, uint seed = 12345)
    {
        byte[] bytes = new byte[count];
        uint state = seed;
        for (int position = 0; position < count; position++)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            bytes[position] = (byte)(state >> 24);
        }

        return bytes;
    }

    public async Task<BlobInfo?> Put(string name, ReadOnlyMemory<byte> bytes, int step = int.MaxValue, TenantId? tenant = null)
    {
        IStagedBlob staged = await Store.StageAsync(tenant ?? Tenant, new BlobName(name), Cancellation).ConfigureAwait(false);
        await using (staged.ConfigureAwait(false))
        {
            for (int start = 0; start < bytes.Length; start += Math.Min(step, bytes.Length - start))
            {
                await staged.WriteAsync(bytes.Slice(start, Math.Min(step, bytes.Length - start)), Cancellation).ConfigureAwait(false);
            }

            return await staged.CommitAsync(Cancellation).ConfigureAwait(false);
        }
    }

    public async Task<byte[]?> Get(string name, long offset = 0, long? length = null, TenantId? tenant = null)
    {
        Stream? stream = await Store.OpenAsync(tenant ?? Tenant, new BlobName(name), offset, length, Cancellation).ConfigureAwait(false);
        if (stream is null)
        {
            return null;
        }

        await using (stream.ConfigureAwait(false))
        {
            using var all = new MemoryStream();
            await stream.CopyToAsync(all, Cancellation).ConfigureAwait(false);
            return all.ToArray();
        }
    }

    public async Task ExpectBytes(byte[]? expected, string name, long offset = 0, long? length = null)
    {
        byte[]? found = await Get(name, offset, length).ConfigureAwait(false);
        Expect.True(
            expected is null ? found is null : found is not null && expected.AsSpan().SequenceEqual(found),
            $"`{name}` from {offset}, {length?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "all"}: expected {expected?.Length ?? -1} bytes, got {found?.Length ?? -1}, or they differ");
    }

    public async Task<List<string>> Names(TenantId? tenant = null)
    {
        var names = new List<string>();
        await foreach (BlobInfo info in Store.ListAsync(tenant ?? Tenant, Cancellation).ConfigureAwait(false))
        {
            names.Add($"{info.Name} {info.Length}");
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
