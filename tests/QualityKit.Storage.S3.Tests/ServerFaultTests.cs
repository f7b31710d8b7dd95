using System.Diagnostics;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;
using QualityKit.Storage.S3.Tests.Servers;

namespace QualityKit.Storage.S3.Tests;

/// <summary>What other tests would be disturbed by, or would disturb: a server that is killed, and answers that are waited for only a moment.</summary>
[Collection(ServerGroup.Alone)]
public class ServerFaultTests(CephServer server)
{
    [ServerFact]
    public async Task A_server_that_falls_silent_is_not_waited_for_for_ever()
    {
        await using var proxy = new CuttingProxy(server.Url);
        S3BlobOptions options = server.Options(proxy.Url);
        (options.RequestTimeout, options.Retries) = (TimeSpan.FromSeconds(10), 0);
        using (S3BlobStore direct = CephServer.Open(options))
        {
            await CephServer.Put(direct, "a", CephServer.Bytes(S3BlobOptions.SmallestPart + 700_000));
        }

        options.RequestTimeout = TimeSpan.FromSeconds(1);
        using S3BlobStore store = CephServer.Open(options);
        await using Stream stream = (await store.OpenAsync(CephServer.Tenant, new BlobName("a"), 0, null, CancellationToken.None))!;
        proxy.IsStalled = true;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => stream.CopyToAsync(Stream.Null));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.FindAsync(CephServer.Tenant, new BlobName("a"), CancellationToken.None).AsTask());
    }

    [ServerFact]
    public async Task What_was_stored_outlives_the_writer_and_the_server_killed_with_9()
    {
        S3BlobOptions options = server.Options();
        using S3BlobStore store = CephServer.Open(options);
        var said = new List<int>();
        using (Process child = FaultTests.Start("churn", options))
        {
            for (int count = 0; count < 8; count++)
            {
                said.Add(int.Parse((await child.StandardOutput.ReadLineAsync())!));
            }

            // While it writes: the server first, so that what was promised is what the server promised.
            await server.KillAsync();
            child.Kill();
            said.AddRange((await child.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse));
        }

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Once(options));
        await server.StartAgainAsync();
        var names = new List<string>();
        await foreach (BlobInfo info in store.ListAsync(CephServer.Tenant, CancellationToken.None))
        {
            names.Add(info.Name.Value);
            int count = int.Parse(info.Name.Value.Split('/')[1]);
            Assert.Equal(CephServer.Bytes(Program.SizeOf(count), count), await CephServer.Get(store, info.Name.Value));
        }

        Assert.Empty(said.Select(count => $"churn/{count}").Except(names));
        Assert.True(names.Count <= said.Count + 1, "more was stored than was written");
        Assert.NotNull(await CephServer.Put(store, "after", [1]));
    }

    private static async Task Once(S3BlobOptions options)
    {
        options.Retries = 0;
        using S3BlobStore store = CephServer.Open(options);
        await CephServer.Get(store, "churn/0");
    }
}
