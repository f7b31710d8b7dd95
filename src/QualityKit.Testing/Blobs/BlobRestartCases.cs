using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs;

/// <summary>What is still true of blobs after a process was killed; asked of durable stores only.</summary>
internal static class BlobRestartCases
{
    public static IEnumerable<(string Name, Func<BlobBench, Task> Run)> All { get; } =
    [
        ("a committed blob is there after a kill", CommittedStays),
        ("a blob that was being written is not there after a kill", StagedGoes),
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
        var staged = await bench.Store.StageAsync(BlobBench.Tenant, new Storage.Blobs.BlobName("a"), bench.Cancellation);
        await staged.WriteAsync(BlobBench.Bytes(200_000), bench.Cancellation);
        BlobBench after = await Restart(bench);
        Expect.List([], await after.Names(), "what is listed after a kill");
        Expect.True(await after.Put("a", BlobBench.Bytes(3)) is not null, "the name of a blob that was being written cannot be used after a kill");
    }
}
