using Amazon.S3.Model;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;
using QualityKit.Storage.S3.Tests.Servers;

namespace QualityKit.Storage.S3.Tests;

public class LayoutTests(CephServer server) : IClassFixture<CephServer>
{
    private const int Part = S3BlobOptions.SmallestPart;

    [ServerTheory]
    [InlineData(Part - 1, false)]
    [InlineData(Part, false)]
    [InlineData(Part + 1, true)]
    [InlineData(2 * Part, true)]
    [InlineData((2 * Part) + 1, true)]
    public async Task Sizes_around_a_part_s_are_blobs_like_others(int size, bool isInParts)
    {
        S3BlobOptions options = server.Options();
        using S3BlobStore store = CephServer.Open(options);
        byte[] bytes = CephServer.Bytes(size);
        BlobInfo? put = await CephServer.Put(store, "a", bytes, step: 700_001);
        Crc32C checksum = default;
        checksum.Append(bytes);
        Assert.Equal(new BlobInfo { Name = new BlobName("a"), Length = size, Crc32C = checksum.Value }, put);
        Assert.Equal(put, await store.FindAsync(CephServer.Tenant, new BlobName("a"), CancellationToken.None));
        Assert.Equal(bytes, await CephServer.Get(store, "a"));
        Assert.Equal(bytes[(Part - 10)..Math.Min(size, Part + 10)], await CephServer.Get(store, "a", Part - 10, 20));
        Assert.Equal(bytes[^1..], await CephServer.Get(store, "a", size - 1));
        Assert.Equal(isInParts ? 2 : 1, (await server.Keys(options)).Length);

        Assert.True(await store.DeleteAsync(CephServer.Tenant, new BlobName("a"), CancellationToken.None));
        Assert.Empty(await server.Keys(options));
    }

    [ServerFact]
    public async Task A_short_blob_is_one_object_and_a_long_one_two()
    {
        S3BlobOptions options = server.Options();
        using S3BlobStore store = CephServer.Open(options);
        await CephServer.Put(store, "calls/a", [1, 2, 3]);
        await CephServer.Put(store, "calls/b", new byte[Part + 1]);
        string[] keys = await server.Keys(options);
        Assert.Equal(["blobs/t-tenant-a/calls/a", "blobs/t-tenant-a/calls/b"], keys[..2]);
        Assert.Matches("^data/t-tenant-a/calls/b/[0-9a-f]{32}$", keys[2]);
        Assert.Equal(3, keys.Length);
    }

    [ServerFact]
    public async Task What_was_given_up_leaves_nothing()
    {
        S3BlobOptions options = server.Options();
        using S3BlobStore store = CephServer.Open(options);
        await using (IStagedBlob staged = await store.StageAsync(CephServer.Tenant, new BlobName("a"), CancellationToken.None))
        {
            await staged.WriteAsync(new byte[Part + 1], CancellationToken.None);
            Assert.Single((await server.Client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = options.Bucket, Prefix = options.Prefix })).MultipartUploads);
        }

        Assert.Empty(await server.Keys(options));
        Assert.Empty((await server.Client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = options.Bucket, Prefix = options.Prefix })).MultipartUploads ?? []);
    }

    [ServerFact]
    public async Task Who_loses_a_name_leaves_nothing()
    {
        S3BlobOptions options = server.Options();
        using S3BlobStore store = CephServer.Open(options);
        byte[][] blobs = [CephServer.Bytes(Part + 1, 1), CephServer.Bytes(Part + 2, 2), CephServer.Bytes(10, 3)];
        BlobInfo?[] done = await Task.WhenAll(blobs.Select(bytes => CephServer.Put(store, "a", bytes)));
        BlobInfo winner = done.OfType<BlobInfo>().Single();
        Assert.Equal(blobs.Single(bytes => bytes.Length == winner.Length), await CephServer.Get(store, "a"));
        Assert.Equal(winner.Length > 10 ? 2 : 1, (await server.Keys(options)).Length);
    }

    [ServerFact]
    public async Task A_removal_that_was_cut_short_is_finished_by_the_next()
    {
        S3BlobOptions options = server.Options();
        using S3BlobStore store = CephServer.Open(options);
        await CephServer.Put(store, "a", new byte[Part + 1]);
        var bucket = new S3Bucket(server.Client, options);
        string key = $"{options.Prefix}blobs/t-tenant-a/a";
        BlobHead head = (await bucket.FindAsync(key, CancellationToken.None))!;
        await bucket.PutAsync(key, default, head with { Kind = BlobKind.Going }, mustBeNew: false, CancellationToken.None);

        Assert.Null(await CephServer.Get(store, "a"));
        Assert.Null(await store.FindAsync(CephServer.Tenant, new BlobName("a"), CancellationToken.None));
        await foreach (BlobInfo info in store.ListAsync(CephServer.Tenant, CancellationToken.None))
        {
            Assert.Fail($"{info.Name} was listed");
        }

        Assert.Null(await CephServer.Put(store, "a", [1]));
        Assert.True(await store.DeleteAsync(CephServer.Tenant, new BlobName("a"), CancellationToken.None));
        Assert.Empty(await server.Keys(options));
    }

    [ServerFact]
    public async Task Old_leftovers_are_swept_and_nothing_else()
    {
        S3BlobOptions options = server.Options();
        using S3BlobStore store = CephServer.Open(options);
        var bucket = new S3Bucket(server.Client, options);
        var keys = new S3Keys(options.Prefix);
        await CephServer.Put(store, "short", [1]);
        await CephServer.Put(store, "long", new byte[Part + 1]);
        string[] kept = await server.Keys(options);

        await CephServer.Put(store, "going", new byte[Part + 1]);
        string going = keys.Blob(CephServer.Tenant, new BlobName("going"));
        await bucket.PutAsync(going, default, (await bucket.FindAsync(going, CancellationToken.None))! with { Kind = BlobKind.Going }, mustBeNew: false, CancellationToken.None);
        await bucket.PutAsync(keys.Data(keys.Blob(CephServer.Tenant, new BlobName("never")), "0123"), new byte[10], head: null, mustBeNew: false, CancellationToken.None);
        await bucket.PutAsync(keys.Data(keys.Blob(CephServer.Tenant, new BlobName("long")), "lost"), new byte[10], head: null, mustBeNew: false, CancellationToken.None);
        IStagedBlob staged = await store.StageAsync(CephServer.Tenant, new BlobName("staged"), CancellationToken.None);
        await staged.WriteAsync(new byte[Part + 1], CancellationToken.None);

        Assert.Equal(0, await store.RemoveAbandonedAsync(CancellationToken.None));
        DateTime now = await new ServerCheck(bucket, keys).NowAsync(CancellationToken.None);
        Assert.InRange(now, DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow.AddMinutes(5));
        Assert.Equal(4, await new S3Sweep(bucket, keys, now.AddHours(1)).RunAsync(CancellationToken.None));
        Assert.Equal(kept, await server.Keys(options));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => staged.CommitAsync(CancellationToken.None).AsTask());
        Assert.Equal(kept, await server.Keys(options));
    }

    [ServerFact]
    public async Task A_blob_that_was_staged_too_long_ago_is_not_committed()
    {
        var time = new ManualTime();
        using S3BlobStore store = CephServer.Open(server.Options(), time);
        await using IStagedBlob soon = await store.StageAsync(CephServer.Tenant, new BlobName("soon"), CancellationToken.None);
        await using IStagedBlob late = await store.StageAsync(CephServer.Tenant, new BlobName("late"), CancellationToken.None);
        time.Ahead = TimeSpan.FromHours(23.9);
        Assert.NotNull(await soon.CommitAsync(CancellationToken.None));
        time.Ahead = TimeSpan.FromHours(24.1);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => late.CommitAsync(CancellationToken.None).AsTask());
    }

    [ServerFact]
    public async Task Old_versions_go_with_a_blob()
    {
        S3BlobOptions options = server.Options();
        (options.Bucket, options.UnsafeWithoutConditionalWrites) = (CephServer.VersionedBucket, true);
        using S3BlobStore store = CephServer.Open(options);
        foreach (int size in (int[])[10, Part + 1])
        {
            Assert.NotNull(await CephServer.Put(store, "a", new byte[size]));
            Assert.Null(await CephServer.Put(store, "a", [1]));
            Assert.NotNull(await CephServer.Put(store, "a/b", [1, 2]));
            Assert.True(await store.DeleteAsync(CephServer.Tenant, new BlobName("a"), CancellationToken.None));
            Assert.Null(await CephServer.Get(store, "a"));
            Assert.Equal([1, 2], await CephServer.Get(store, "a/b"));
            Assert.True(await store.DeleteAsync(CephServer.Tenant, new BlobName("a/b"), CancellationToken.None));
            Assert.Empty((await server.Client.ListVersionsAsync(new ListVersionsRequest { BucketName = options.Bucket, Prefix = options.Prefix })).Versions ?? []);
        }

        // A blob that another tool hid under a delete marker goes as well, though it is not seen.
        await CephServer.Put(store, "hidden", [1]);
        await server.Client.DeleteObjectAsync(options.Bucket, $"{options.Prefix}blobs/t-tenant-a/hidden");
        Assert.False(await store.DeleteAsync(CephServer.Tenant, new BlobName("hidden"), CancellationToken.None));
        Assert.Empty((await server.Client.ListVersionsAsync(new ListVersionsRequest { BucketName = options.Bucket, Prefix = options.Prefix })).Versions ?? []);
    }

    // This Ceph honours the condition in plain buckets and ignores it, without a word, in versioned ones: a wrong server as good as one of our own.
    [ServerFact]
    public async Task A_server_that_ignores_conditions_is_refused()
    {
        S3BlobOptions options = server.Options();
        options.Bucket = CephServer.VersionedBucket;
        using S3BlobStore store = CephServer.Open(options);
        StorageUnavailableException refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => CephServer.Put(store, "a", [1]));
        Assert.Contains("If-None-Match", refused.Message);
        Assert.Empty((await server.Client.ListVersionsAsync(new ListVersionsRequest { BucketName = options.Bucket, Prefix = options.Prefix })).Versions ?? []);
    }

    [ServerFact]
    public async Task A_bucket_that_is_missing_or_forbidden_is_an_error_and_not_an_empty_store()
    {
        S3BlobOptions missing = server.Options();
        missing.Bucket = "no-such-bucket";
        S3BlobOptions forbidden = server.Options();
        forbidden.SecretKey = "wrong";
        foreach (S3BlobOptions options in (S3BlobOptions[])[missing, forbidden])
        {
            using S3BlobStore store = CephServer.Open(options);
            var name = new BlobName("a");
            await Assert.ThrowsAsync<StorageUnavailableException>(() => CephServer.Get(store, "a"));
            await Assert.ThrowsAsync<StorageUnavailableException>(() => store.FindAsync(CephServer.Tenant, name, CancellationToken.None).AsTask());
            await Assert.ThrowsAsync<StorageUnavailableException>(() => store.DeleteAsync(CephServer.Tenant, name, CancellationToken.None).AsTask());
            await Assert.ThrowsAsync<StorageUnavailableException>(() => store.ListAsync(CephServer.Tenant, CancellationToken.None).GetAsyncEnumerator().MoveNextAsync().AsTask());
            StorageUnavailableException refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => store.CheckServerAsync(CancellationToken.None).AsTask());
            Assert.DoesNotContain("wrong", refused.ToString());
        }
    }

    [ServerFact]
    public async Task Other_objects_are_not_taken_for_blobs_and_missing_bytes_not_for_none()
    {
        S3BlobOptions options = server.Options();
        using S3BlobStore store = CephServer.Open(options);
        var bucket = new S3Bucket(server.Client, options);
        await bucket.PutAsync($"{options.Prefix}blobs/t-tenant-a/foreign", new byte[10], head: null, mustBeNew: false, CancellationToken.None);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => CephServer.Get(store, "foreign"));

        await CephServer.Put(store, "long", new byte[Part + 1]);
        string data = (await server.Keys(options)).Single(key => key.StartsWith("data/", StringComparison.Ordinal));
        await server.Client.DeleteObjectAsync(options.Bucket, options.Prefix + data);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => CephServer.Get(store, "long"));
    }
}
