using QualityKit.Storage.Blobs;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs;

/// <summary>What a blob store promises: whole blobs or none, ranges, create-only names, checksums, tenants apart.</summary>
internal static class BlobCases
{
    private const uint ChecksumOfDigits = 0xE3069283;

    public static IEnumerable<(string Name, Func<BlobBench, Task> Run)> All { get; } =
    [
        ("a blob is read as it was written", RoundTrip),
        ("an empty blob is a blob", Empty),
        ("a blob written in pieces is one blob", Pieces),
        ("any range can be read", Ranges),
        ("length and checksum are those of the bytes", Checksums),
        ("nobody sees a blob before it is committed", Staged),
        ("a blob that was not committed never was", Abandoned),
        ("a name can be used once", CreateOnly),
        ("of many that commit one name one wins, and its bytes are whole", RaceForName),
        ("a deleted blob is gone, and only that one", Delete),
        ("the name of a deleted blob is free for another", NameAfterDelete),
        ("a tenant sees its own blobs only", Tenants),
        ("a missing blob is nothing, not an error", Missing),
        ("a staged blob that is over takes nothing more", Over),
        ("a caller that gave up changes nothing", Cancelled),
        ("a reader that began before a deletion is not given wrong bytes", ReadDuringDelete),
    ];

    private static async Task RoundTrip(BlobBench bench)
    {
        byte[] bytes = BlobBench.Bytes(300_001);
        await bench.Put("calls/a", bytes);
        await bench.ExpectBytes(bytes, "calls/a");
    }

    private static async Task Empty(BlobBench bench)
    {
        BlobInfo? info = await bench.Put("empty", default);
        Expect.Same(new BlobInfo { Name = new BlobName("empty"), Length = 0, Crc32C = 0 }, info, "what is known of an empty blob");
        await bench.ExpectBytes([], "empty");
    }

    private static async Task Pieces(BlobBench bench)
    {
        byte[] bytes = BlobBench.Bytes(10_007);
        foreach (int step in (int[])[1_000, 4_096, 10_006, 1])
        {
            await bench.Put($"pieces-{step}", bytes, step);
            await bench.ExpectBytes(bytes, $"pieces-{step}");
        }
    }

    private static async Task Ranges(BlobBench bench)
    {
        byte[] bytes = BlobBench.Bytes(70_000);
        await bench.Put("a", bytes);
        foreach ((int offset, int? length) in ((int, int?)[])[(0, 1), (1, 1), (0, 70_000), (65_535, 2), (69_999, 1), (69_999, 100), (70_000, 1), (70_000, null), (500, null), (5, 0), (80_000, 5)])
        {
            int start = Math.Min(offset, bytes.Length);
            int count = Math.Min(length ?? int.MaxValue, bytes.Length - start);
            await bench.ExpectBytes(bytes[start..(start + count)], "a", offset, length);
        }
    }

    private static async Task Checksums(BlobBench bench)
    {
        BlobInfo? put = await bench.Put("digits", "123456789"u8.ToArray(), step: 2);
        BlobInfo? found = await bench.Store.FindAsync(BlobBench.Tenant, new BlobName("digits"), bench.Cancellation);
        Expect.Same(new BlobInfo { Name = new BlobName("digits"), Length = 9, Crc32C = ChecksumOfDigits }, put, "what the commit says");
        Expect.Same(put, found, "what is found");
    }

    private static async Task Staged(BlobBench bench)
    {
        await using IStagedBlob staged = await bench.Store.StageAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        await staged.WriteAsync(BlobBench.Bytes(100_000), bench.Cancellation);
        await bench.ExpectBytes(null, "a");
        Expect.List([], await bench.Names(), "what is listed before the commit");
        Expect.True(await bench.Store.FindAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation) is null, "a blob was found before it was committed");
        await staged.CommitAsync(bench.Cancellation);
        Expect.List(["a 100000"], await bench.Names(), "what is listed after the commit");
    }

    private static async Task Abandoned(BlobBench bench)
    {
        await using (IStagedBlob staged = await bench.Store.StageAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation))
        {
            await staged.WriteAsync(BlobBench.Bytes(100), bench.Cancellation);
        }

        Expect.List([], await bench.Names(), "what is listed after a blob was abandoned");
        Expect.True(await bench.Put("a", BlobBench.Bytes(5)) is not null, "the name of an abandoned blob cannot be used");
        await bench.ExpectBytes(BlobBench.Bytes(5), "a");
    }

    private static async Task CreateOnly(BlobBench bench)
    {
        await bench.Put("a", "first"u8.ToArray());
        Expect.True(await bench.Put("a", "second, longer"u8.ToArray()) is null, "a blob was written over another");
        await bench.ExpectBytes("first"u8.ToArray(), "a");
    }

    private static async Task RaceForName(BlobBench bench)
    {
        for (int round = 0; round < 10; round++)
        {
            string name = $"race-{round}";
            BlobInfo?[] done = await Task.WhenAll(Enumerable.Range(1, 6).Select(writer => Task.Run(() => bench.Put(name, BlobBench.Bytes(writer * 10_000), step: 1_000))));
            BlobInfo winner = done.OfType<BlobInfo>().Single();
            await bench.ExpectBytes(BlobBench.Bytes((int)winner.Length), name);
        }
    }

    private static async Task Delete(BlobBench bench)
    {
        await bench.Put("a", "a"u8.ToArray());
        await bench.Put("a/b", "ab"u8.ToArray());
        await bench.Put("ab", "abc"u8.ToArray());
        Expect.True(await bench.Store.DeleteAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation), "a blob that was there was said not to be");
        Expect.True(!await bench.Store.DeleteAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation), "a blob that was gone was said to be there");
        Expect.List(["a/b 2", "ab 3"], await bench.Names(), "what is left");
    }

    private static async Task NameAfterDelete(BlobBench bench)
    {
        await bench.Put("a", BlobBench.Bytes(70_000));
        await bench.Store.DeleteAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        Expect.True(await bench.Put("a", "another"u8.ToArray()) is not null, "a blob that was deleted was said to be there");
        await bench.ExpectBytes("another"u8.ToArray(), "a");
        Expect.List(["a 7"], await bench.Names(), "what is listed");
        Expect.True(await bench.Put("a", "a third"u8.ToArray()) is null, "a blob was written over another whose name had been used before");
    }

    private static async Task Tenants(BlobBench bench)
    {
        await bench.Put("a", "mine"u8.ToArray());
        await bench.Put("a", "theirs, longer"u8.ToArray(), tenant: BlobBench.Other);
        await bench.Put("b", "theirs"u8.ToArray(), tenant: BlobBench.Other);
        await bench.ExpectBytes("mine"u8.ToArray(), "a");
        await bench.ExpectBytes(null, "b");
        Expect.List(["a 4"], await bench.Names(), "what a tenant sees");
        await bench.Store.DeleteAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        Expect.List(["a 14", "b 6"], await bench.Names(BlobBench.Other), "what another tenant still has");
    }

    private static async Task Missing(BlobBench bench)
    {
        await bench.ExpectBytes(null, "missing");
        Expect.True(await bench.Store.FindAsync(BlobBench.Tenant, new BlobName("missing"), bench.Cancellation) is null, "a blob that was never written was found");
        Expect.List([], await bench.Names(), "what is listed of nothing");
    }

    private static async Task Over(BlobBench bench)
    {
        await using IStagedBlob staged = await bench.Store.StageAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        await staged.WriteAsync("one"u8.ToArray(), bench.Cancellation);
        await staged.CommitAsync(bench.Cancellation);
        await Expect.Throws<ObjectDisposedException>(() => staged.WriteAsync("two"u8.ToArray(), bench.Cancellation).AsTask(), "a write after the commit");
        await Expect.Throws<ObjectDisposedException>(() => staged.CommitAsync(bench.Cancellation).AsTask(), "a second commit");
        await bench.ExpectBytes("one"u8.ToArray(), "a");
    }

    private static async Task Cancelled(BlobBench bench)
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await using IStagedBlob staged = await bench.Store.StageAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        await Expect.Throws<OperationCanceledException>(() => staged.WriteAsync("one"u8.ToArray(), gone.Token).AsTask(), "a write");
        await Expect.Throws<OperationCanceledException>(() => staged.CommitAsync(gone.Token).AsTask(), "a commit");
        await Expect.Throws<OperationCanceledException>(() => bench.Store.FindAsync(BlobBench.Tenant, new BlobName("a"), gone.Token).AsTask(), "a look");
        await Expect.Throws<OperationCanceledException>(() => bench.Store.OpenAsync(BlobBench.Tenant, new BlobName("a"), 0, null, gone.Token).AsTask(), "a read");
        await Expect.Throws<OperationCanceledException>(() => bench.Store.DeleteAsync(BlobBench.Tenant, new BlobName("a"), gone.Token).AsTask(), "a deletion");
        Expect.List([], await bench.Names(), "what is listed");
    }

    // A store may break the read off or let it end well; what it may not do is to give other bytes, or end early as if that were all.
    private static async Task ReadDuringDelete(BlobBench bench)
    {
        byte[] bytes = BlobBench.Bytes(500_000);
        await bench.Put("a", bytes);
        await using Stream stream = (await bench.Store.OpenAsync(BlobBench.Tenant, new BlobName("a"), 0, null, bench.Cancellation))!;
        byte[] start = new byte[1_000];
        await stream.ReadExactlyAsync(start, bench.Cancellation);
        await bench.Store.DeleteAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        using var all = new MemoryStream();
        all.Write(start);
        try
        {
            await stream.CopyToAsync(all, bench.Cancellation);
        }
        catch (QualityKit.Storage.Errors.StorageUnavailableException)
        {
            return;
        }

        Expect.True(bytes.AsSpan().SequenceEqual(all.ToArray()), "a reader of a blob that was deleted meanwhile got other bytes, or an early end without an error");
    }
}
