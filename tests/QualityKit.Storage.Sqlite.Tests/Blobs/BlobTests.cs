using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;
using QualityKit.Storage.Sqlite.Tests.Faults;

namespace QualityKit.Storage.Sqlite.Tests.Blobs;

public class BlobTests
{
    private static readonly BlobName Name = new("calls/a");

    [Fact]
    public async Task A_blob_that_was_given_up_meanwhile_cannot_be_committed()
    {
        using var folder = new StoreFolder();
        var blobs = new SqliteBlobStore(folder.Open());
        await using IStagedBlob slow = await blobs.StageAsync(StoreFolder.Tenant, Name, default);
        await slow.WriteAsync(new byte[200_000], default);
        await (await new SqliteBlobStore(folder.Open(time: new LaterTime(TimeSpan.FromHours(2)))).StageAsync(StoreFolder.Tenant, new BlobName("b"), default)).DisposeAsync();

        StorageUnavailableException over = await Assert.ThrowsAsync<StorageUnavailableException>(() => slow.CommitAsync(default).AsTask());
        Assert.Equal("the blob `calls/a` was not written to for too long, and was given up: write it again", over.Message);
        Assert.Null(await blobs.FindAsync(StoreFolder.Tenant, Name, default));
    }

    [Fact]
    public async Task A_committed_blob_is_never_given_up()
    {
        using var folder = new StoreFolder();
        var blobs = new SqliteBlobStore(folder.Open());
        await using (IStagedBlob staged = await blobs.StageAsync(StoreFolder.Tenant, Name, default))
        {
            await staged.WriteAsync(new byte[200_000], default);
            await staged.CommitAsync(default);
        }

        var later = new SqliteBlobStore(folder.Open(time: new LaterTime(TimeSpan.FromDays(900))));
        await (await later.StageAsync(StoreFolder.Tenant, new BlobName("b"), default)).DisposeAsync();
        Assert.Equal(200_000, (await later.FindAsync(StoreFolder.Tenant, Name, default))!.Length);
    }

    [Fact]
    public async Task A_blob_is_read_without_tasks_as_well()
    {
        using var folder = new StoreFolder();
        var blobs = new SqliteBlobStore(folder.Open());
        byte[] bytes = [.. Enumerable.Range(0, 150_000).Select(number => (byte)(number * 7))];
        await using (IStagedBlob staged = await blobs.StageAsync(StoreFolder.Tenant, Name, default))
        {
            await staged.WriteAsync(bytes, default);
            await staged.CommitAsync(default);
        }

        using Stream stream = (await blobs.OpenAsync(StoreFolder.Tenant, Name, 65_000, 70_000, default))!;
        byte[] read = new byte[70_000];
        stream.ReadExactly(read);
        Assert.Equal(bytes[65_000..135_000], read);
        Assert.Equal(0, stream.Read(read));
        Assert.Equal((70_000, 70_000), (stream.Position, stream.Length));
        Assert.True(stream is { CanRead: true, CanSeek: false, CanWrite: false });
    }

    [Fact]
    public async Task A_blob_over_1_GiB_is_refused()
    {
        using var folder = new StoreFolder();
        var blobs = new SqliteBlobStore(folder.Open());
        await using IStagedBlob staged = await blobs.StageAsync(StoreFolder.Tenant, Name, default);

        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => staged.WriteAsync(new byte[(1 << 30) + 1], default).AsTask());
        Assert.StartsWith("the blob `calls/a` grows over 1073741824 bytes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_blob_is_never_whole_in_memory()
    {
        using var folder = new StoreFolder();
        var blobs = new SqliteBlobStore(folder.Open());
        byte[] piece = new byte[100_000];
        long before = GC.GetAllocatedBytesForCurrentThread();
        await using (IStagedBlob staged = await blobs.StageAsync(StoreFolder.Tenant, Name, default))
        {
            for (int number = 0; number < 200; number++)
            {
                await staged.WriteAsync(piece, default);
            }

            await staged.CommitAsync(default);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }
}
