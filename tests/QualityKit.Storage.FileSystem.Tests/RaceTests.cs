using QualityKit.Storage.Blobs;

namespace QualityKit.Storage.FileSystem.Tests;

public class RaceTests
{
    [Fact]
    public async Task Readers_see_whole_blobs_or_nothing_while_others_commit_and_delete()
    {
        using var folder = new TempFolder();
        FileSystemBlobStore[] nodes = [folder.Open(), folder.Open()];
        using var over = new CancellationTokenSource();
        const int Names = 12;
        byte[] Expected(int name) => TempFolder.Bytes(50_000 + (name * 10_007), name);
        int whole = 0;
        int nothing = 0;

        async Task Read(int reader)
        {
            for (int turn = reader; !over.IsCancellationRequested; turn++)
            {
                byte[]? found = await TempFolder.Get(nodes[turn % 2], $"race/{turn % Names}");
                Interlocked.Increment(ref found is null ? ref nothing : ref whole);
                Assert.True(found is null || found.AsSpan().SequenceEqual(Expected(turn % Names)), "a reader saw part of a blob");
                foreach (string name in turn % 5 == 0 ? await TempFolder.Names(nodes[turn % 2]) : [])
                {
                    Assert.StartsWith("race/", name);
                }
            }
        }

        Task[] readers = [.. Enumerable.Range(0, 4).Select(reader => Task.Run(() => Read(reader)))];
        for (int round = 0; round < 15; round++)
        {
            int[] names = [.. Enumerable.Range(0, Names)];
            BlobInfo?[] made = await Task.WhenAll(names.Concat(names).Select((name, place) => Task.Run(() => TempFolder.Put(nodes[place % 2], $"race/{name}", Expected(name), 20_000))));
            Assert.Equal(Names, made.OfType<BlobInfo>().Count());
            bool[] gone = await Task.WhenAll(names.Concat(names).Select((name, place) => Task.Run(() => nodes[place % 2].DeleteAsync(TempFolder.Tenant, new BlobName($"race/{name}"), CancellationToken.None).AsTask())));
            Assert.Equal(Names, gone.Count(wasThere => wasThere));
        }

        await over.CancelAsync();
        await Task.WhenAll(readers);
        Assert.True(whole > 20 && nothing > 20, $"{whole} whole, {nothing} missing: the race was none");
        foreach (FileSystemBlobStore node in nodes)
        {
            node.Dispose();
        }
    }
}
