using System.Diagnostics;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;
using QualityKit.Storage.S3.Tests.Servers;
using Xunit.Abstractions;

namespace QualityKit.Storage.S3.Tests;

public class FaultTests(CephServer server, ITestOutputHelper output) : IClassFixture<CephServer>
{
    private const int Part = S3BlobOptions.SmallestPart;

    private static readonly byte[] Long = CephServer.Bytes(Part + 700_000);

    private static readonly byte[] Short = CephServer.Bytes(300_000);

    [ServerTheory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Cut_anywhere_a_blob_that_is_sent_is_whole_or_not_there(int retries)
    {
        int stored = 0;
        int thrown = 0;
        int unknown = 0;
        foreach ((byte[] bytes, int points) in ((byte[], int)[])[(Long, 4), (Short, 2)])
        {
            (long up, long down) = await Send(bytes, retries, null, null, _ => { });
            // Evenly, and then where the small requests at the end are.
            long[] ups = [.. Enumerable.Range(0, points).Select(point => up * point / points), up - 1, up - 500, up - 1500];
            long[] downs = [.. Enumerable.Range(0, points + 1).Select(point => down * point / points - (point == points ? 5 : 0))];
            foreach ((long? cutUp, long? cutDown) in ups.Select(at => ((long?)at, (long?)null)).Concat(downs.Select(at => ((long?)null, (long?)at))))
            {
                await Send(bytes, retries, cutUp, cutDown, info =>
                {
                    stored += info.Said is not null ? 1 : 0;
                    thrown += info.Threw ? 1 : 0;
                    unknown += info.Threw && info.Found is not null ? 1 : 0;
                });
            }
        }

        output.WriteLine($"{retries} retries: {stored} stored, {thrown} broken off, {unknown} of these there all the same");
        Assert.True(retries == 0 ? thrown > 6 : stored > 15, $"{stored} stored, {thrown} broken off: the cuts missed");
    }

    [ServerTheory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_lost_answer_does_not_lose_the_blob(int retries)
    {
        foreach (byte[] bytes in (byte[][])[Short, Long])
        {
            await using var proxy = new CuttingProxy(server.Url);
            using S3BlobStore store = CephServer.Open(Through(proxy, retries));
            long answers = await Commit(store, "dry-run", bytes, proxy, cutDownAfter: null);
            await Commit(store, "lost-one", bytes, proxy, answers - 20);
            Assert.Equal(1, proxy.Cuts);
            Assert.Equal(bytes, await CephServer.Get(store, "lost-one"));
        }
    }

    [ServerTheory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task What_stands_before_the_server_and_cannot_read_a_request_is_asked_five_times(int unread, bool isStored)
    {
        await using var proxy = new CuttingProxy(server.Url);
        using S3BlobStore store = CephServer.Open(Through(proxy, retries: 0));
        proxy.Unread = unread;
        if (isStored)
        {
            await CephServer.Put(store, "unread", Long);
            Assert.Equal(Long, await CephServer.Get(store, "unread"));
        }
        else
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => CephServer.Put(store, "never-read", Long));
        }

        Assert.Equal(0, proxy.Unread);
    }

    [ServerFact]
    public async Task When_nobody_can_say_whether_a_blob_is_stored_its_bytes_stay()
    {
        foreach (byte[] bytes in (byte[][])[Short, Long])
        {
            await using var proxy = new CuttingProxy(server.Url);
            using S3BlobStore store = CephServer.Open(Through(proxy, retries: 0));
            long answers = await Commit(store, "dry-run", bytes, proxy, cutDownAfter: null);
            proxy.StaysDown = true;
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Commit(store, "lost-one", bytes, proxy, answers - 20));
            proxy.StaysDown = false;
            Assert.Equal(bytes, await CephServer.Get(store, "lost-one"));
        }
    }

    [ServerFact]
    public async Task Cut_anywhere_a_blob_that_is_read_never_ends_early()
    {
        S3BlobOptions options = server.Options();
        using (S3BlobStore direct = CephServer.Open(options))
        {
            await CephServer.Put(direct, "a", Long);
        }

        await using var proxy = new CuttingProxy(server.Url);
        options.ServiceUrl = proxy.Url;
        options.Retries = 0;
        using S3BlobStore store = CephServer.Open(options);
        int whole = 0;
        for (int point = 0; point < 12; point++)
        {
            proxy.CutDownAfter = proxy.Passed.Down + (Long.Length * (long)point / 10);
            using var got = new MemoryStream();
            try
            {
                await using Stream stream = (await store.OpenAsync(CephServer.Tenant, new BlobName("a"), 0, null, CancellationToken.None))!;
                try
                {
                    await stream.CopyToAsync(got);
                    Assert.Equal(Long, got.ToArray());
                    whole++;
                }
                catch (StorageUnavailableException)
                {
                    await Assert.ThrowsAsync<StorageUnavailableException>(() => stream.ReadAsync(new byte[1]).AsTask());
                    throw;
                }
            }
            catch (StorageUnavailableException)
            {
                Assert.True(got.Length < Long.Length);
                Assert.Equal(Long[..(int)got.Length], got.ToArray());
            }
        }

        output.WriteLine($"{proxy.Cuts} cuts, {whole} read whole");
        Assert.True(proxy.Cuts >= 8, $"{proxy.Cuts} cuts");
    }

    [ServerFact]
    public async Task A_server_that_is_not_there_is_an_error()
    {
        S3BlobOptions options = server.Options(new Uri("http://127.0.0.1:9"));
        options.Retries = 1;
        using S3BlobStore store = CephServer.Open(options);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => CephServer.Put(store, "a", [1]));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => CephServer.Get(store, "a"));
    }

    [ServerFact]
    public async Task Memory_stays_flat_while_100_MB_pass()
    {
        S3BlobOptions options = server.Options();
        using Process child = Start("flat", options);
        string said = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        long[] numbers = [.. said.Split(' ').Select(long.Parse)];
        output.WriteLine($"{numbers[1]} kB resident at most");
        Assert.Equal(100_000_000, numbers[0]);
        Assert.True(numbers[1] < 160_000, $"the process took {numbers[1]} kB");
    }

    internal static Process Start(string role, S3BlobOptions options) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(FaultTests).Assembly.Location, role, options.ServiceUrl!.ToString(), options.Prefix]) { RedirectStandardOutput = true })!;

    private S3BlobOptions Through(CuttingProxy proxy, int retries)
    {
        S3BlobOptions options = server.Options(proxy.Url);
        options.Retries = retries;
        return options;
    }

    /// <summary>Writes a blob and commits it, with a cut after so many bytes of answers to the commit.</summary>
    /// <returns>How many bytes of answers the commit had.</returns>
    private static async Task<long> Commit(S3BlobStore store, string name, byte[] bytes, CuttingProxy proxy, long? cutDownAfter)
    {
        await using IStagedBlob staged = await store.StageAsync(CephServer.Tenant, new BlobName(name), CancellationToken.None);
        await staged.WriteAsync(bytes, CancellationToken.None);
        proxy.Reset();
        proxy.CutDownAfter = cutDownAfter ?? long.MaxValue;
        BlobInfo? info = await staged.CommitAsync(CancellationToken.None);
        Assert.Equal(bytes.Length, info!.Length);
        return proxy.Passed.Down;
    }

    /// <summary>Sends a blob through a proxy that cuts once after so many bytes of one way, and holds what was said against what is there.</summary>
    private async Task<(long Up, long Down)> Send(byte[] bytes, int retries, long? cutUp, long? cutDown, Action<(BlobInfo? Said, bool Threw, byte[]? Found)> report)
    {
        await using var proxy = new CuttingProxy(server.Url);
        using S3BlobStore store = CephServer.Open(Through(proxy, retries));
        await store.CheckServerAsync(CancellationToken.None);
        proxy.Reset();
        (proxy.CutUpAfter, proxy.CutDownAfter) = (cutUp ?? long.MaxValue, cutDown ?? long.MaxValue);
        BlobInfo? said = null;
        bool threw = false;
        try
        {
            said = await CephServer.Put(store, "a", bytes);
        }
        catch (StorageUnavailableException)
        {
            threw = true;
        }

        (long Up, long Down) passed = proxy.Passed;
        byte[]? found = await CephServer.Get(store, "a");
        Assert.True(found is null || found.AsSpan().SequenceEqual(bytes), "part of a blob was seen");
        Assert.True(said is null || found is not null, "a blob that was reported stored is not there");
        Assert.True(said is not null || threw, "the name was said to be taken, and nobody else was there");
        report((said, threw, found));
        return passed;
    }
}
