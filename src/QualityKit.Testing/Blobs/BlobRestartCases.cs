using QualityKit.Storage.Blobs;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs;

/// <summary>What is still true of blobs after a process was killed; asked of durable stores only.</summary>
internal static class BlobRestartCases
{
    public static IEnumerable<(string Name, Func<BlobBench, Task> Run)> All { get; } =
    [
        ("a committed blob is there after a kill", CommittedStays),
        ("a blob that was being written is not there after a kill", StagedGoes),
        ("length and checksum are known after a kill", InfoStays),
        ("a deleted blob stays deleted after a kill", DeletedStays),
        ("a name stays used after a kill", NameStays),
        ("the last bytes before the commit are there after a kill", LastBytesStay),
    ];

    private static async Task<BlobBench> Restart(BlobBench bench)
    {
        await bench.Harness.KillAsync(bench.Cancellation);
        return new BlobBench(bench.Harness, await bench.Harness.OpenAsync(bench.Cancellation), bench.Cancellation);
    }

    private static async Task CommittedStays(BlobBench bench)
    {
        byte[] bytes = BlobBench.Bytes(200_000);
        await bench.Put("a", bytes);
        BlobBench after = await Restart(bench);
        await after.ExpectBytes(bytes, "a");
    }

    private static async Task StagedGoes(BlobBench bench)
    {
        IStagedBlob staged = await bench.Store.StageAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        await staged.WriteAsync(BlobBench.Bytes(200_000), bench.Cancellation);
        BlobBench after = await Restart(bench);
        Expect.List([], await after.Names(), "what is listed after a kill");
        await after.ExpectBytes(null, "a");
        Expect.True(await after.Put("a", BlobBench.Bytes(3)) is not null, "the name of a blob that was being written cannot be used after a kill");
    }

    private static async Task InfoStays(BlobBench bench)
    {
        BlobInfo? put = await bench.Put("a", BlobBench.Bytes(70_001), step: 1_000);
        BlobBench after = await Restart(bench);
        Expect.Same(put, await after.Store.FindAsync(BlobBench.Tenant, new BlobName("a"), after.Cancellation), "what is found after a kill");
    }

    private static async Task DeletedStays(BlobBench bench)
    {
        await bench.Put("a", BlobBench.Bytes(10));
        await bench.Put("b", BlobBench.Bytes(20));
        await bench.Store.DeleteAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        BlobBench after = await Restart(bench);
        Expect.List(["b 20"], await after.Names(), "what is listed after a kill");
    }

    private static async Task NameStays(BlobBench bench)
    {
        await bench.Put("a", BlobBench.Bytes(10));
        BlobBench after = await Restart(bench);
        Expect.True(await after.Put("a", BlobBench.Bytes(20)) is null, "a blob was written over another after a kill");
        await after.ExpectBytes(BlobBench.Bytes(10), "a");
    }

    private static async Task LastBytesStay(BlobBench bench)
    {
        byte[] bytes = BlobBench.Bytes(4_097);
        await bench.Put("a", bytes, step: 1);
        await bench.Put("b", bytes, step: 4_096);
        BlobBench after = await Restart(bench);
        await after.ExpectBytes(bytes, "a");
        await after.ExpectBytes(bytes, "b");
    }
}
