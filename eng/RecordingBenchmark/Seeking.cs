using System.Diagnostics;
using System.Globalization;
using QualityKit.Encryption;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.FileSystem;
using QualityKit.Vault;

namespace QualityKit.RecordingBenchmark;

/// <summary>One second of audio out of an hour, anywhere, each time opened anew: header, commitment, range, chunks.</summary>
internal static class Seeking
{
    private const int Second = 16_000;
    private const int Hour = 3600 * Second;
    private const int Seeks = 5000;

    public static string Line(string folder)
    {
        var random = new Random(1);
        using var store = new FileSystemBlobStore(new FileSystemBlobOptions { Folder = Path.Combine(folder, "blobs") }, TimeProvider.System);
        using DataKey key = RandomKeys.NewDataKey();
        (BlobInfo blob, PayloadSeal seal) = Store(store, key, random);
        byte[] second = new byte[Second];
        List<double> times = [];
        for (int seek = 0; seek < Seeks; seek++)
        {
            long start = Stopwatch.GetTimestamp();
            using PayloadReader reader = Recordings.Wait(PayloadReader.OpenAsync(CiphertextSource.Of(store, Recordings.Context.Tenant, blob), key, Recordings.Context, seal, CancellationToken.None));
            using Stream stream = reader.OpenStream();
            stream.Position = random.Next(Hour - Second);
            stream.ReadExactlyAsync(second).AsTask().GetAwaiter().GetResult();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        // The first ones make the machine code.
        times.RemoveRange(0, 100);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"one second of audio out of an hour, opened anew each time, file system store, {times.Count} seeks: p50 {Statistic.Quantile(times, 0.5):0} us, p99 {Statistic.Quantile(times, 0.99):0} us (goal: under 1,000 us)");
    }

    private static (BlobInfo Blob, PayloadSeal Seal) Store(FileSystemBlobStore store, DataKey key, Random random)
    {
        IStagedBlob staged = Recordings.Wait(store.StageAsync(Recordings.Context.Tenant, new BlobName("hour"), CancellationToken.None));
        using PayloadWriter writer = PayloadWriter.To(staged, key, Recordings.Context);
        byte[] minute = new byte[60 * Second];
        for (int written = 0; written < Hour; written += minute.Length)
        {
            random.NextBytes(minute);
            Recordings.Wait(writer.WriteAsync(minute, CancellationToken.None));
        }

        PayloadSeal seal = Recordings.Wait(writer.CompleteAsync(CancellationToken.None));
        return (Recordings.Wait(staged.CommitAsync(CancellationToken.None))!, seal);
    }
}
