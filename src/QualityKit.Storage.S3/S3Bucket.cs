using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace QualityKit.Storage.S3;

/// <summary>The few things that are asked of a bucket, each with one failure.</summary>
internal sealed class S3Bucket(IAmazonS3 client, S3BlobOptions options)
{
    private const int ConflictTries = 5;

    public S3BlobOptions Options => options;

    /// <summary>What is known of the object under a blob's key; null when there is none.</summary>
    // A bucket that is missing looks like a missing object when one asks for the head alone; asked for the object, the server says which.
    public Task<BlobHead?> FindAsync(string key, CancellationToken cancellationToken) => S3Fault.GuardAsync($"`{key}` cannot be found", async () =>
    {
        MetadataCollection? metadata = null;
        try
        {
            metadata = (await client.GetObjectMetadataAsync(options.Bucket, key, cancellationToken).ConfigureAwait(false)).Metadata;
        }
        catch (AmazonServiceException missing) when (S3Fault.IsMissing(missing))
        {
            using GetObjectResponse? response = await GetOrNullAsync(new GetObjectRequest { BucketName = options.Bucket, Key = key }, cancellationToken).ConfigureAwait(false);
            metadata = response?.Metadata;
        }

        return metadata is null ? null : BlobHead.Read(metadata) ?? throw new AmazonClientException("it was not written by this store");
    }, cancellationToken);

    /// <summary>Some bytes of an object; null when there is none of that key.</summary>
    public Task<GetObjectResponse?> ReadAsync(string key, long first, long last, CancellationToken cancellationToken) => S3Fault.GuardAsync(
        $"`{key}` cannot be read",
        () => GetOrNullAsync(new GetObjectRequest { BucketName = options.Bucket, Key = key, ByteRange = new ByteRange(first, last) }, cancellationToken),
        cancellationToken);

    /// <summary>Writes an object under a key that nobody has, or over what is there.</summary>
    /// <returns>False when it had to be new and the key is taken.</returns>
    public Task<bool> PutAsync(string key, ReadOnlyMemory<byte> bytes, BlobHead? head, bool mustBeNew, CancellationToken cancellationToken) => S3Fault.GuardAsync($"`{key}` cannot be written", async () =>
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                var request = new PutObjectRequest { BucketName = options.Bucket, Key = key, InputStream = StreamOf(bytes), UseChunkEncoding = false, IfNoneMatch = mustBeNew ? "*" : null };
                head?.WriteTo(request.Metadata);
                await client.PutObjectAsync(request, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (AmazonServiceException taken) when (mustBeNew && taken.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                return false;
            }
            catch (AmazonServiceException conflict) when (conflict.StatusCode == HttpStatusCode.Conflict && tries < ConflictTries)
            {
                // Two conditional writes met; the server asks for another try.
            }
        }
    }, cancellationToken);

    /// <summary>Begins an object in parts. One that was begun and is not known to have been is found by its age and given up, so it may be tried again.</summary>
    public Task<string> BeginPartsAsync(string key, CancellationToken cancellationToken) => S3Fault.GuardAsync($"`{key}` cannot be begun", async () =>
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                var request = new InitiateMultipartUploadRequest { BucketName = options.Bucket, Key = key };
                return (await client.InitiateMultipartUploadAsync(request, cancellationToken).ConfigureAwait(false)).UploadId;
            }
            catch (AmazonServiceException unread) when (S3Fault.IsNotOfS3(unread) && tries < ConflictTries)
            {
                // Ceph does so now and then when many begin at once.
            }
        }
    }, cancellationToken);

    public Task<UploadPartResponse> PutPartAsync(string key, string upload, int number, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => S3Fault.GuardAsync(
        $"part {number} of `{key}` cannot be written",
        () => client.UploadPartAsync(
            new UploadPartRequest { BucketName = options.Bucket, Key = key, UploadId = upload, PartNumber = number, PartSize = bytes.Length, InputStream = StreamOf(bytes), UseChunkEncoding = false },
            cancellationToken),
        cancellationToken);

    /// <summary>Makes the parts one object. The key is nobody else's, so when the reply is lost it is enough to look whether the object is there.</summary>
    public Task<bool> EndPartsAsync(string key, string upload, IEnumerable<UploadPartResponse> parts, long length, CancellationToken cancellationToken) => S3Fault.GuardAsync($"`{key}` cannot be finished", async () =>
    {
        try
        {
            var request = new CompleteMultipartUploadRequest { BucketName = options.Bucket, Key = key, UploadId = upload };
            request.AddPartETags(parts);
            await client.CompleteMultipartUploadAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (S3Fault.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            long there = (await client.GetObjectMetadataAsync(options.Bucket, key, cancellationToken).ConfigureAwait(false)).ContentLength;
            return there == length ? true : throw new AmazonClientException($"{there} bytes arrived of {length}", failure);
        }
    }, cancellationToken);

    public Task<bool> AbortPartsAsync(string key, string upload, CancellationToken cancellationToken) => S3Fault.GuardAsync($"the upload of `{key}` cannot be given up", async () =>
    {
        try
        {
            await client.AbortMultipartUploadAsync(options.Bucket, key, upload, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (AmazonServiceException gone) when (S3Fault.IsMissing(gone))
        {
            return false;
        }
    }, cancellationToken);

    /// <summary>Removes an object with all its versions and delete markers, the oldest first: so no older one comes back to light on the way.</summary>
    public Task<int> RemoveAsync(string key, CancellationToken cancellationToken) => S3Fault.GuardAsync($"`{key}` cannot be removed", async () =>
    {
        List<string?> versions = await VersionsAsync(key, cancellationToken).ConfigureAwait(false);
        foreach (string? version in Enumerable.Reverse(versions))
        {
            await client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = options.Bucket, Key = key, VersionId = version }, cancellationToken).ConfigureAwait(false);
        }

        return versions.Count;
    }, cancellationToken);

    /// <summary>The keys that start so, in order, a page at a time, each with the time of its last change by the server's clock.</summary>
    public async IAsyncEnumerable<IReadOnlyList<S3Object>> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = prefix };
        do
        {
            ListObjectsV2Response page = await S3Fault.GuardAsync($"`{prefix}` cannot be listed", () => client.ListObjectsV2Async(request, cancellationToken), cancellationToken).ConfigureAwait(false);
            yield return page.S3Objects ?? [];
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is { Length: > 0 });
    }

    /// <summary>The uploads that were begun and not ended.</summary>
    public async IAsyncEnumerable<MultipartUpload> UploadsAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListMultipartUploadsRequest { BucketName = options.Bucket, Prefix = prefix };
        bool isMore;
        do
        {
            ListMultipartUploadsResponse page = await S3Fault.GuardAsync($"uploads to `{prefix}` cannot be listed", () => client.ListMultipartUploadsAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (MultipartUpload upload in page.MultipartUploads ?? [])
            {
                yield return upload;
            }

            (request.KeyMarker, request.UploadIdMarker, isMore) = (page.NextKeyMarker, page.NextUploadIdMarker, page.IsTruncated == true);
        }
        while (isMore);
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array) ? new MemoryStream(array.Array ?? [], array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray());

    private async Task<GetObjectResponse?> GetOrNullAsync(GetObjectRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetObjectAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException missing) when (S3Fault.IsMissing(missing))
        {
            return null;
        }
    }

    /// <summary>The newest first; one without a name where the server knows of no versions.</summary>
    private async Task<List<string?>> VersionsAsync(string key, CancellationToken cancellationToken)
    {
        var versions = new List<string?>();
        var request = new ListVersionsRequest { BucketName = options.Bucket, Prefix = key };
        try
        {
            while (true)
            {
                ListVersionsResponse page = await client.ListVersionsAsync(request, cancellationToken).ConfigureAwait(false);
                List<S3ObjectVersion> found = page.Versions ?? [];
                versions.AddRange(found.Where(version => version.Key == key).Select(version => version.VersionId));

                // Keys come in order and this one is the shortest of its prefix: it is passed when another shows.
                if (page.IsTruncated != true || found.Exists(version => version.Key != key))
                {
                    return versions;
                }

                (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
            }
        }
        catch (AmazonServiceException unknown) when (unknown.StatusCode is HttpStatusCode.NotImplemented or HttpStatusCode.MethodNotAllowed)
        {
            return [null];
        }
    }
}
