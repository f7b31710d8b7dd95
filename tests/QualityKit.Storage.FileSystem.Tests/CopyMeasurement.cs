using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using QualityKit.Storage.Blobs;

namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>Beside a plain copy of the same bytes with the same buffer, flushed as well, in turns: the ratio is what counts.</summary>
internal static class CopyMeasurement
{
    public static async Task<int> Run(string folder, long bytes, int pairs)
    {
        Directory.CreateDirectory(folder);
        string source = Path.Combine(folder, "source");
        byte[] buffer = TempFolder.Bytes(1 << 20);
        await using (FileStream made = File.Create(source))
        {
            for (long written = 0; written < bytes; written += buffer.Length)
            {
                await made.WriteAsync(buffer);
            }
        }

        using var store = new FileSystemBlobStore(new FileSystemBlobOptions { Folder = Path.Combine(folder, "blobs") }, TimeProvider.System);
        var ratios = new List<double>();
        for (int pair = -1; pair < pairs; pair++)
        {
            double copied = await Time(() => Copy(source, Path.Combine(folder, $"copy{pair}"), buffer));
            double stored = await Time(() => Store(store, source, $"blob/{pair + 1}", buffer));
            if (pair >= 0)
            {
                ratios.Add(stored / copied);
                Console.WriteLine($"pair {pair}: copy {copied:f3} s, blob {stored:f3} s, ratio {stored / copied:f3}");
            }

            File.Delete(Path.Combine(folder, $"copy{pair}"));
            await store.DeleteAsync(TempFolder.Tenant, new BlobName($"blob/{pair + 1}"), CancellationToken.None);
        }

        ratios.Sort();
        Console.WriteLine($"{bytes} bytes, {pairs} pairs: median ratio {ratios[ratios.Count / 2]:f3}, from {ratios[0]:f3} to {ratios[^1]:f3}");
        File.Delete(source);
        return 0;
    }

    private static async Task<double> Time(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task Copy(string source, string target, byte[] buffer)
    {
        using SafeFileHandle from = File.OpenHandle(source);
        using SafeFileHandle to = File.OpenHandle(target, FileMode.CreateNew, FileAccess.Write);
        long position = 0;
        for (int some; (some = await RandomAccess.ReadAsync(from, buffer, position)) > 0; position += some)
        {
            await RandomAccess.WriteAsync(to, buffer.AsMemory(0, some), position);
        }

        RandomAccess.FlushToDisk(to);
    }

    private static async Task Store(FileSystemBlobStore store, string source, string name, byte[] buffer)
    {
        using SafeFileHandle from = File.OpenHandle(source);
        await using IStagedBlob staged = await store.StageAsync(TempFolder.Tenant, new BlobName(name), CancellationToken.None);
        long position = 0;
        for (int some; (some = await RandomAccess.ReadAsync(from, buffer, position)) > 0; position += some)
        {
            await staged.WriteAsync(buffer.AsMemory(0, some), CancellationToken.None);
        }

        await staged.CommitAsync(CancellationToken.None);
    }
}
