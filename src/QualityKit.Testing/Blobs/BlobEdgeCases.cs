using QualityKit.Storage.Blobs;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs;

/// <summary>What holds at the edges: names that look alike, ranges in large blobs, several at once, callers that drop what they began.</summary>
internal static class BlobEdgeCases
{
    private const int Large = (9 * 1024 * 1024) + 17;

    public static IEnumerable<(string Name, Func<BlobBench, Task> Run)> All { get; } =
    [
        ("names that look alike are different blobs", LookAlikes),
        ("a name of 200 letters is kept whole", LongName),
        ("a large blob in pieces is whole, and any range of it can be read", LargeBlob),
        ("a range of no bytes is empty, not an error", EmptyRange),
        ("what a writer does to its bytes afterwards changes nothing", BytesAreCopied),
        ("blobs that are written at once do not mix", WrittenAtOnce),
        ("readers of one blob do not disturb each other", ReadAtOnce),
        ("of two that stage one name the first to commit wins", TwoStaged),
        ("dropping a blob after its commit leaves it", DroppedAfterCommit),
        ("dropping a blob that was refused leaves the one that is there", DroppedAfterRefusal),
        ("two nodes see each other's blobs", TwoNodes),
        ("what is found later is what the commit said", FoundLater),
        ("a listing has every blob once", ListedOnce),
        ("a stream is read forward in steps of any size", SmallReads),
        ("a caller that gave up gets no list and stages nothing", Cancelled),
    ];

    private static async Task LookAlikes(BlobBench bench)
    {
        string[] names = ["a", "aa", "a-", "a/a", "a/aa", "a-a", "0", "00", "a/b/c", "a-b/c", "a/b-c"];
        foreach ((string name, int number) in names.Select((name, number) => (name, number)))
        {
            Expect.True(await bench.Put(name, BlobBench.Bytes(10 + number)) is not null, $"`{name}` was taken for another");
        }

        foreach ((string name, int number) in names.Select((name, number) => (name, number)))
        {
            await bench.ExpectBytes(BlobBench.Bytes(10 + number), name);
        }
    }

    private static async Task LongName(BlobBench bench)
    {
        string name = string.Join('/', Enumerable.Repeat(new string('x', 19), 10));
        await bench.Put($"{name}0", BlobBench.Bytes(5));
        await bench.Put($"{name}1", BlobBench.Bytes(6));
        await bench.ExpectBytes(BlobBench.Bytes(5), $"{name}0");
        Expect.List([$"{name}0 5", $"{name}1 6"], await bench.Names(), "what is listed");
    }

    private static async Task LargeBlob(BlobBench bench)
    {
        byte[] bytes = BlobBench.Bytes(Large);
        await bench.Put("large", bytes, step: 300_001);
        foreach ((int offset, int length) in ((int, int)[])[(0, 1), ((5 * 1024 * 1024) - 1, 2), (8 * 1024 * 1024, 1024), (Large - 1, 5)])
        {
            await bench.ExpectBytes(bytes[offset..Math.Min(offset + length, Large)], "large", offset, length);
        }

        await bench.ExpectBytes(bytes, "large");
    }

    private static async Task EmptyRange(BlobBench bench)
    {
        await bench.Put("a", BlobBench.Bytes(10));
        await bench.ExpectBytes([], "a", 0, 0);
        await bench.ExpectBytes([], "a", 10, 0);
        await bench.Put("empty", default);
        await bench.ExpectBytes([], "empty", 0, 5);
        await bench.ExpectBytes([], "empty", 5, null);
    }

    private static async Task BytesAreCopied(BlobBench bench)
    {
        byte[] piece = BlobBench.Bytes(1_000);
        await using IStagedBlob staged = await bench.Store.StageAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        await staged.WriteAsync(piece, bench.Cancellation);
        Array.Clear(piece);
        await staged.WriteAsync(piece, bench.Cancellation);
        await staged.CommitAsync(bench.Cancellation);
        await bench.ExpectBytes([.. BlobBench.Bytes(1_000), .. new byte[1_000]], "a");
    }

    private static async Task WrittenAtOnce(BlobBench bench)
    {
        byte[][] written = [.. Enumerable.Range(0, 6).Select(writer => BlobBench.Bytes(20_000 + writer, seed: (uint)writer))];
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() => bench.Put($"w{writer}", written[writer], step: 777))));
        for (int writer = 0; writer < 6; writer++)
        {
            await bench.ExpectBytes(written[writer], $"w{writer}");
        }
    }

    private static async Task ReadAtOnce(BlobBench bench)
    {
        byte[] bytes = BlobBench.Bytes(50_000);
        await bench.Put("a", bytes);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(reader => Task.Run(() => bench.ExpectBytes(bytes[(reader * 1_000)..], "a", reader * 1_000))));
        await using Stream first = (await bench.Store.OpenAsync(BlobBench.Tenant, new BlobName("a"), 0, null, bench.Cancellation))!;
        await using Stream second = (await bench.Store.OpenAsync(BlobBench.Tenant, new BlobName("a"), 0, null, bench.Cancellation))!;
        byte[] start = new byte[100];
        await first.ReadExactlyAsync(start, bench.Cancellation);
        await second.ReadExactlyAsync(start, bench.Cancellation);
        Expect.True(start.AsSpan().SequenceEqual(bytes.AsSpan(0, 100)), "a second stream began where the first one was");
    }

    private static async Task TwoStaged(BlobBench bench)
    {
        await using IStagedBlob first = await bench.Store.StageAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        await using IStagedBlob second = await bench.Store.StageAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        await first.WriteAsync("first"u8.ToArray(), bench.Cancellation);
        await second.WriteAsync("second"u8.ToArray(), bench.Cancellation);
        Expect.True(await second.CommitAsync(bench.Cancellation) is not null, "the first to commit was refused");
        Expect.True(await first.CommitAsync(bench.Cancellation) is null, "a second commit of one name went over the first");
        await bench.ExpectBytes("second"u8.ToArray(), "a");
    }

    private static async Task DroppedAfterCommit(BlobBench bench)
    {
        IStagedBlob staged = await bench.Store.StageAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        await staged.WriteAsync(BlobBench.Bytes(50), bench.Cancellation);
        await staged.CommitAsync(bench.Cancellation);
        await staged.DisposeAsync();
        await staged.DisposeAsync();
        await bench.ExpectBytes(BlobBench.Bytes(50), "a");
    }

    private static async Task DroppedAfterRefusal(BlobBench bench)
    {
        await bench.Put("a", BlobBench.Bytes(50));
        IStagedBlob staged = await bench.Store.StageAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        await staged.WriteAsync(BlobBench.Bytes(60), bench.Cancellation);
        Expect.True(await staged.CommitAsync(bench.Cancellation) is null, "a blob was written over another");
        await staged.DisposeAsync();
        await bench.ExpectBytes(BlobBench.Bytes(50), "a");
        Expect.List(["a 50"], await bench.Names(), "what is listed");
    }

    private static async Task TwoNodes(BlobBench bench)
    {
        var second = new BlobBench(bench.Harness, await bench.Harness.OpenAsync(bench.Cancellation), bench.Cancellation);
        await bench.Put("a", BlobBench.Bytes(50));
        await second.ExpectBytes(BlobBench.Bytes(50), "a");
        Expect.True(await second.Put("a", BlobBench.Bytes(60)) is null, "the second node wrote over a blob of the first");
        await second.Store.DeleteAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        await bench.ExpectBytes(null, "a");
    }

    private static async Task FoundLater(BlobBench bench)
    {
        BlobInfo? put = await bench.Put("a", BlobBench.Bytes(100_003), step: 4_096);
        BlobInfo? found = await bench.Store.FindAsync(BlobBench.Tenant, new BlobName("a"), bench.Cancellation);
        Expect.Same(put, found, "what is found");
        await foreach (BlobInfo listed in bench.Store.ListAsync(BlobBench.Tenant, bench.Cancellation))
        {
            Expect.Same(put, listed, "what is listed");
        }
    }

    private static async Task ListedOnce(BlobBench bench)
    {
        for (int number = 0; number < 60; number++)
        {
            await bench.Put($"n/{number:00}", BlobBench.Bytes(1));
        }

        Expect.List(Enumerable.Range(0, 60).Select(number => $"n/{number:00} 1"), await bench.Names(), "what is listed of 60");
    }

    private static async Task SmallReads(BlobBench bench)
    {
        byte[] bytes = BlobBench.Bytes(5_000);
        await bench.Put("a", bytes);
        await using Stream stream = (await bench.Store.OpenAsync(BlobBench.Tenant, new BlobName("a"), 1, 4_000, bench.Cancellation))!;
        var all = new List<byte>();
        byte[] piece = new byte[613];
        for (int step = 1; ; step = (step * 7 % 613) + 1)
        {
            int read = await stream.ReadAsync(piece.AsMemory(0, step), bench.Cancellation);
            if (read == 0)
            {
                break;
            }

            all.AddRange(piece.AsSpan(0, read));
        }

        Expect.True(bytes.AsSpan(1, 4_000).SequenceEqual(all.ToArray()), $"a stream read in small steps gave {all.Count} bytes instead of 4000, or others");
    }

    private static async Task Cancelled(BlobBench bench)
    {
        await bench.Put("a", BlobBench.Bytes(5));
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Expect.Throws<OperationCanceledException>(() => bench.Store.ListAsync(BlobBench.Tenant, gone.Token).ToListAsync(bench.Cancellation).AsTask(), "a list");
        await Expect.Throws<OperationCanceledException>(() => bench.Store.StageAsync(BlobBench.Tenant, new BlobName("b"), gone.Token).AsTask(), "a staging");
    }
}
