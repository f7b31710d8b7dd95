using System.Diagnostics;
using QualityKit.Storage.Blobs;

namespace QualityKit.Storage.FileSystem.Tests;

public class StagingTests
{
    [Fact]
    public async Task What_a_living_store_writes_is_never_swept_however_old()
    {
        using var folder = new TempFolder();
        using FileSystemBlobStore writer = folder.Open();
        await using IStagedBlob staged = await writer.StageAsync(TempFolder.Tenant, new BlobName("a"), CancellationToken.None);
        await staged.WriteAsync(new byte[] { 1 }, CancellationToken.None);
        using FileSystemBlobStore other = folder.Open(new LaterTime(TimeSpan.FromDays(400)));
        Assert.Equal(0, await other.RemoveAbandonedAsync(CancellationToken.None));
        Assert.NotNull(await TempFolder.Put(other, "b", [2]));
        Assert.NotNull(await staged.CommitAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_a_killed_process_wrote_is_swept_when_it_is_old_enough()
    {
        using var folder = new TempFolder();
        using (var killed = new ServedStore(folder.Blobs))
        {
            IStagedBlob staged = await killed.StageAsync(TempFolder.Tenant, new BlobName("a"), CancellationToken.None);
            await staged.WriteAsync(new byte[1000], CancellationToken.None);
        }

        Assert.Single(folder.Files());
        using FileSystemBlobStore soon = folder.Open(new LaterTime(TimeSpan.FromMinutes(59)));
        Assert.Equal(0, await soon.RemoveAbandonedAsync(CancellationToken.None));
        using FileSystemBlobStore later = folder.Open(new LaterTime(TimeSpan.FromMinutes(61)));
        Assert.Equal(1, await later.RemoveAbandonedAsync(CancellationToken.None));
        Assert.Empty(folder.Files());
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(folder.Blobs, "staging")));
    }

    [Fact]
    public async Task A_store_sweeps_when_it_first_writes()
    {
        using var folder = new TempFolder();
        using (var killed = new ServedStore(folder.Blobs))
        {
            await killed.StageAsync(TempFolder.Tenant, new BlobName("a"), CancellationToken.None);
        }

        using FileSystemBlobStore later = folder.Open(new LaterTime(TimeSpan.FromHours(2)));
        await TempFolder.Put(later, "b", [2]);
        Assert.Equal(["b-b"], folder.Files().Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_store_that_is_disposed_leaves_no_place_behind_and_takes_nothing_more()
    {
        using var folder = new TempFolder();
        FileSystemBlobStore store = folder.Open();
        await TempFolder.Put(store, "a", [1]);
        store.Dispose();
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(folder.Blobs, "staging")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => TempFolder.Put(store, "b", [1]));
        Assert.Equal([1], await TempFolder.Get(store, "a"));
    }

    [Fact]
    public async Task Memory_stays_flat_while_200_MB_pass()
    {
        using var folder = new TempFolder();
        (int code, string output, string errors) = await Child.Run(Child.Command("flat", folder.Blobs, "200000000"));
        Assert.True(code == 0, errors);
        long[] numbers = [.. output.Split(' ').Select(long.Parse)];
        Assert.True(numbers[0] >= 200_000_000, output);
        Assert.True(numbers[1] < 8_000_000, $"{numbers[1]} bytes were allocated on the way");
        Assert.True(numbers[2] < 150_000_000, $"the process took {numbers[2]} bytes");
    }
}
