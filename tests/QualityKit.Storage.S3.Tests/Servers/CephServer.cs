using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.S3.Tests.Servers;

/// <summary>A real S3 server of our own, and short words for what tests do with it. There is one for all classes of tests, which use it at once; it is started when
/// the first needs it, and ends with this process.</summary>
public sealed class CephServer : IAsyncLifetime
{
    public const string Bucket = "blobs";

    public const string VersionedBucket = "versioned";

    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"qualitykit-ceph-{Guid.NewGuid():N}");

    private static readonly Lazy<Task<(Uri Url, AmazonS3Client Client)>> Started = new(StartAsync);

    private static int s_prefixes;

    public static TenantId Tenant { get; } = new("tenant-a");

    public Uri Url { get; private set; } = new("http://127.0.0.1:1");

    internal AmazonS3Client Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (CephPrograms.LeftOutBecause is null)
        {
            (Url, Client) = await Started.Value;
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public Task KillAsync() => Run("kill", Folder);

    public Task StartAgainAsync() => Run("start", Folder);

    /// <summary>Options with a prefix of their own, so that tests do not meet; parts are as small as the protocol allows.</summary>
    public S3BlobOptions Options(Uri? url = null) => new()
    {
        Bucket = Bucket,
        Prefix = $"{Interlocked.Increment(ref s_prefixes)}/",
        ServiceUrl = url ?? Url,
        AccessKey = "TESTS",
        SecretKey = "tests-secret",
        PartSize = S3BlobOptions.SmallestPart,
        RequestTimeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>Every key of a store's prefix, in order.</summary>
    public async Task<string[]> Keys(S3BlobOptions options)
    {
        ListObjectsV2Response page = await Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = options.Bucket, Prefix = options.Prefix });
        return [.. (page.S3Objects ?? []).Select(one => one.Key[options.Prefix.Length..])];
    }

    public static S3BlobStore Open(S3BlobOptions options, TimeProvider? time = null) => S3BlobStore.Connect(options, time ?? TimeProvider.System);

    public static byte[] Bytes(int count, int seed = 1)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static async Task<BlobInfo?> Put(IBlobStore store, string name, byte[] bytes, int step = 300_000)
    {
        await using IStagedBlob staged = await store.StageAsync(Tenant, new BlobName(name), CancellationToken.None);
        foreach (byte[] piece in bytes.Chunk(step))
        {
            await staged.WriteAsync(piece, CancellationToken.None);
        }

        return await staged.CommitAsync(CancellationToken.None);
    }

    public static async Task<byte[]?> Get(IBlobStore store, string name, long offset = 0, long? length = null)
    {
        await using Stream? stream = await store.OpenAsync(Tenant, new BlobName(name), offset, length, CancellationToken.None);
        if (stream is null)
        {
            return null;
        }

        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    private static async Task<(Uri Url, AmazonS3Client Client)> StartAsync()
    {
        int port = FreePort();
        var url = new Uri($"http://127.0.0.1:{port}");
        await Run("new", Folder, FreePort().ToString(), port.ToString(), Environment.ProcessId.ToString());
        var client = new AmazonS3Client(
            new BasicAWSCredentials("TESTS", "tests-secret"),
            new AmazonS3Config { ServiceURL = url.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1", RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED, ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED });
        await client.PutBucketAsync(Bucket);
        await client.PutBucketAsync(VersionedBucket);
        await client.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = VersionedBucket, VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled } });
        return (url, client);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Run(params string[] arguments)
    {
        // What it starts inherits its output, so that goes to a file and not to a pipe that would never end.
        string log = Path.GetTempFileName();
        using Process process = Process.Start(new ProcessStartInfo("bash", ["-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", log, Path.Combine(AppContext.BaseDirectory, "Servers", "ceph"), .. arguments]))!;
        await process.WaitForExitAsync();
        string said = await File.ReadAllTextAsync(log);
        File.Delete(log);
        Assert.True(process.ExitCode == 0, $"the server did not {arguments[0]}:\n{said}");
    }
}
