using QualityKit.Storage.Blobs;
using QualityKit.Storage.S3.Tests.Servers;

namespace QualityKit.Storage.S3.Tests;

/// <summary>What this assembly does as a child of its own tests.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        var options = new S3BlobOptions
        {
            Bucket = CephServer.Bucket,
            ServiceUrl = new Uri(arguments[1]),
            Prefix = arguments[2],
            AccessKey = "TESTS",
            SecretKey = "tests-secret",
            PartSize = S3BlobOptions.SmallestPart,
        };
        using S3BlobStore store = CephServer.Open(options);
        return arguments[0] == "flat" ? await Flat(store) : await Churn(store);
    }

    /// <summary>Writes and reads 100 MB, and says what that took of memory.</summary>
    private static async Task<int> Flat(S3BlobStore store)
    {
        byte[] piece = CephServer.Bytes(100_000);
        await using (IStagedBlob staged = await store.StageAsync(CephServer.Tenant, new BlobName("large"), CancellationToken.None))
        {
            for (int written = 0; written < 1000; written++)
            {
                await staged.WriteAsync(piece, CancellationToken.None);
            }

            await staged.CommitAsync(CancellationToken.None);
        }

        long read = 0;
        await using (Stream stream = (await store.OpenAsync(CephServer.Tenant, new BlobName("large"), 0, null, CancellationToken.None))!)
        {
            for (int some; (some = await stream.ReadAsync(piece)) > 0; read += some)
            {
            }
        }

        string most = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        Console.WriteLine($"{read} {most}");
        return 0;
    }

    /// <summary>Stores long and short blobs, and says each when it is stored, until it is killed.</summary>
    private static async Task<int> Churn(S3BlobStore store)
    {
        for (int count = 0; ; count++)
        {
            await CephServer.Put(store, $"churn/{count}", CephServer.Bytes(SizeOf(count), count));
            Console.WriteLine(count);
        }
    }

    public static int SizeOf(int count) => count % 2 == 0 ? 5_500_000 : 1000;
}
