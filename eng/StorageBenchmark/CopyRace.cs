using QualityKit.Storage.Blobs;
using QualityKit.Storage.FileSystem;

namespace QualityKit.StorageBenchmark;

/// <summary>Streams a file into a blob store, in turn with copying it through the same buffer and flushing it to the disk.</summary>
internal static class CopyRace
{
    private const int Length = 256 << 20;
    private const int Step = 128 << 10;

    public static async Task RunAsync(string folder, int rounds)
    {
        Directory.CreateDirectory(folder);
        string source = Path.Combine(folder, "source");
        await File.WriteAllBytesAsync(source, new byte[Length]);
        var store = new FileSystemBlobStore(new FileSystemBlobOptions { Folder = Path.Combine(folder, "store") }, TimeProvider.System);
        var pairs = new List<(double, double)>();
        long before = GC.GetTotalAllocatedBytes();
        for (int round = -1; round < rounds; round++)
        {
            int number = round + 1;
            double ours = 0;
            double theirs = 0;
            async Task Ours() => ours = await BatchRace.TimeAsync(() => StoreAsync(store, source, new BlobName($"b-{number}"))) / 1000;
            async Task Theirs() => theirs = await BatchRace.TimeAsync(() => CopyAsync(source, Path.Combine(folder, $"copy-{number}"))) / 1000;
            await (number % 2 == 0 ? Ours() : Theirs());
            await (number % 2 == 0 ? Theirs() : Ours());
            File.Delete(Path.Combine(folder, $"copy-{number}"));
            await store.DeleteAsync(Contents.Tenant, new BlobName($"b-{number}"), default);
            if (round >= 0)
            {
                pairs.Add((ours, theirs));
            }
        }

        Figures.Row("file system", pairs, "ms");
        long allocated = (GC.GetTotalAllocatedBytes() - before) / (rounds + 1) / 1024;
        Console.WriteLine($"\nBoth sides together allocate {allocated:N0} KiB a round, of {Length >> 10:N0} KiB that pass through each.");
    }

    private static async Task StoreAsync(FileSystemBlobStore store, string source, BlobName name)
    {
        await using FileStream input = Open(source);
        await using IStagedBlob staged = await store.StageAsync(Contents.Tenant, name, default);
        byte[] buffer = new byte[Step];
        for (int read; (read = await input.ReadAsync(buffer)) > 0;)
        {
            await staged.WriteAsync(buffer.AsMemory(0, read), default);
        }

        await staged.CommitAsync(default);
    }

    private static async Task CopyAsync(string source, string target)
    {
        await using FileStream input = Open(source);
        await using var output = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        byte[] buffer = new byte[Step];
        for (int read; (read = await input.ReadAsync(buffer)) > 0;)
        {
            await output.WriteAsync(buffer.AsMemory(0, read));
        }

        output.Flush(flushToDisk: true);
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
}
