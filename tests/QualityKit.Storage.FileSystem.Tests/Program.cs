using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>What this assembly does as a child of its own tests.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) => arguments switch
    {
        ["write", var folder, var bytes] => Write(folder, int.Parse(bytes)),
        ["delete", var folder] => Delete(folder),
        ["churn", var folder] => Churn(folder),
        ["serve", var folder] => StoreServer.Run(folder),
        ["make-key-file", var file] => ChangeKeyFile(file, keys => keys.CreateAsync(CancellationToken.None)),
        ["rotate-key-file", var file] => ChangeKeyFile(file, async keys => await keys.RotateAsync(CancellationToken.None)),
        ["flat", var folder, var bytes] => FlatMemory.Run(folder, long.Parse(bytes)),
        ["measure", var folder, var bytes, var pairs] => CopyMeasurement.Run(folder, long.Parse(bytes), int.Parse(pairs)),
        _ => Task.FromResult(64),
    };

    private static FileSystemBlobStore Open(string folder) => new(new FileSystemBlobOptions { Folder = folder }, TimeProvider.System);

    private static async Task<int> Write(string folder, int bytes)
    {
        using FileSystemBlobStore store = Open(folder);
        try
        {
            BlobInfo? info = await TempFolder.Put(store, "calls/a", TempFolder.Bytes(bytes));
            Console.WriteLine(info is null ? "taken" : "stored");
            return 0;
        }
        catch (StorageUnavailableException failure)
        {
            Console.WriteLine($"unavailable: {failure.Message}");
            return 1;
        }
    }

    private static async Task<int> Delete(string folder)
    {
        using FileSystemBlobStore store = Open(folder);
        Console.WriteLine(await store.DeleteAsync(TempFolder.Tenant, new BlobName("calls/a"), CancellationToken.None) ? "deleted" : "missing");
        return 0;
    }

    private static async Task<int> ChangeKeyFile(string file, Func<KeyFile, ValueTask> change)
    {
        using var keys = new KeyFile(file, KeyFileKillTests.Passphrase);
        await change(keys);
        return 0;
    }

    /// <summary>Stores blob after blob, and says each when it is stored, until it is killed.</summary>
    private static async Task<int> Churn(string folder)
    {
        using FileSystemBlobStore store = Open(folder);
        for (int count = 0; ; count++)
        {
            await TempFolder.Put(store, $"churn/{count}", TempFolder.Bytes(1 + (count * 7919 % 300_000), count));
            Console.WriteLine(count);
            if (count % 3 == 2)
            {
                await store.DeleteAsync(TempFolder.Tenant, new BlobName($"churn/{count - 1}"), CancellationToken.None);
                Console.WriteLine(-(count - 1));
            }
        }
    }
}
