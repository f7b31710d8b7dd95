using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using QualityKit.Storage.Blobs;

namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>Beside a plain copy of the same bytes with the same buffer, in turns, file and folder flushed by both: the ratio is what counts, of time and of processor time.</summary>
internal static class CopyMeasurement
{
    private static readonly BlobName Name = new("measured");

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
        var times = new List<double>();
        var work = new List<double>();
        for (int pair = -1; pair < pairs; pair++)
        {
            string target = Path.Combine(folder, "copy");
            // Each goes first in every second pair: what one leaves to the disk, the other pays for.
            (double Time, double Work) storedFirst = pair % 2 == 0 ? await Measure(() => Store(store, source, buffer)) : default;
            await store.DeleteAsync(TempFolder.Tenant, Name, CancellationToken.None);
            (double Time, double Work) copied = await Measure(() => Copy(source, target, buffer));
            File.Delete(target);
            Disk.SyncFolder(folder);
            (double Time, double Work) stored = pair % 2 == 0 ? storedFirst : await Measure(() => Store(store, source, buffer));
            await store.DeleteAsync(TempFolder.Tenant, Name, CancellationToken.None);
            if (pair >= 0)
            {
                times.Add(stored.Time / copied.Time);
                work.Add(stored.Work / copied.Work);
                Console.WriteLine($"pair {pair}: copy {copied.Time:f3} s, blob {stored.Time:f3} s, ratio {times[^1]:f3}, of processor time {work[^1]:f3}");
            }
        }

        Console.WriteLine($"{bytes} bytes, {pairs} pairs: time {Spread(times)}; processor time {Spread(work)}");
        File.Delete(source);
        return 0;
    }

    private static string Spread(List<double> ratios)
    {
        ratios.Sort();
        return $"{ratios[ratios.Count / 2]:f3} in the median, quartiles {ratios[ratios.Count / 4]:f3} and {ratios[ratios.Count * 3 / 4]:f3}";
    }

    private static async Task<(double Time, double Work)> Measure(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        await work();
        double time = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return (time, (process.TotalProcessorTime - before).TotalSeconds);
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
        Disk.SyncFolder(Path.GetDirectoryName(target)!);
    }

    private static async Task Store(FileSystemBlobStore store, string source, byte[] buffer)
    {
        using SafeFileHandle from = File.OpenHandle(source);
        await using IStagedBlob staged = await store.StageAsync(TempFolder.Tenant, Name, CancellationToken.None);
        long position = 0;
        for (int some; (some = await RandomAccess.ReadAsync(from, buffer, position)) > 0; position += some)
        {
            await staged.WriteAsync(buffer.AsMemory(0, some), CancellationToken.None);
        }

        await staged.CommitAsync(CancellationToken.None);
    }
}
