using QualityKit.Storage.Blobs;

namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>Writes and reads a large blob, and says what that took of memory.</summary>
internal static class FlatMemory
{
    public static async Task<int> Run(string folder, long bytes)
    {
        using var store = new FileSystemBlobStore(new FileSystemBlobOptions { Folder = folder }, TimeProvider.System);
        byte[] piece = TempFolder.Bytes(64 * 1024);
        await TempFolder.Put(store, "warm", piece);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await using (IStagedBlob staged = await store.StageAsync(TempFolder.Tenant, new BlobName("large"), CancellationToken.None))
        {
            for (long written = 0; written < bytes; written += piece.Length)
            {
                await staged.WriteAsync(piece, CancellationToken.None);
            }

            await staged.CommitAsync(CancellationToken.None);
        }

        long read = 0;
        await using (Stream stream = (await store.OpenAsync(TempFolder.Tenant, new BlobName("large"), 0, null, CancellationToken.None))!)
        {
            for (int some; (some = await stream.ReadAsync(piece)) > 0; read += some)
            {
            }
        }

        Console.WriteLine($"{read} {GC.GetTotalAllocatedBytes(precise: true) - before} {Environment.WorkingSet}");
        return 0;
    }
}
