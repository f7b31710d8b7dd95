using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.S3;

/// <summary>Blobs in a bucket of Amazon S3, or of a server that speaks its protocol and honours <c>If-None-Match</c>. Any number of processes may share it. Safe to share between threads.</summary>
public sealed class S3BlobStore : IBlobStore, IDisposable
{
    private const int AskedAtOnce = 8;

    private const long MostParts = 10_000;

    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(10);

    private readonly IAmazonS3 _client;

    private readonly bool _ownsClient;

    private readonly S3Bucket _bucket;

    private readonly S3Keys _keys;

    private readonly TimeProvider _time;

    private readonly SemaphoreSlim _checking = new(1);

    private volatile bool _isChecked;

    /// <summary>A store over a client that the caller made and keeps; <see cref="Connect"/> makes one. For another server than Amazon's its <c>RequestChecksumCalculation</c> and <c>ResponseChecksumValidation</c> have to be <c>WHEN_REQUIRED</c>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="options">Which bucket, and how; what concerns the connection is the client's.</param>
    /// <param name="time">The clock that waiting is held against.</param>
    /// <exception cref="ArgumentException">The options do not go together.</exception>
    public S3BlobStore(IAmazonS3 client, S3BlobOptions options, TimeProvider time)
        : this(client, ownsClient: false, options, time)
    {
    }

    private S3BlobStore(IAmazonS3 client, bool ownsClient, S3BlobOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Check();
        (_client, _ownsClient, _time) = (client, ownsClient, time);
        (_bucket, _keys) = (new S3Bucket(client, options), new S3Keys(options.Prefix));
        Capabilities = new BlobCapabilities { Name = "S3", IsDurable = true, IsShared = true, LargestBlob = options.PartSize * MostParts };
    }

    /// <inheritdoc/>
    public BlobCapabilities Capabilities { get; }

    /// <summary>A store with a client of its own. Nothing is sent before it is used first.</summary>
    /// <param name="options">Which server and bucket, and how.</param>
    /// <param name="time">The clock that waiting is held against.</param>
    /// <exception cref="ArgumentException">The options do not go together.</exception>
    public static S3BlobStore Connect(S3BlobOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        return new S3BlobStore(ClientOf(options), ownsClient: true, options, time);
    }

    /// <summary>Tries out whether the server is fit: that bytes come back as they were, and that a name is taken once. A store does it by itself before it first writes.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="StorageUnavailableException">It cannot be reached, or is not fit; the message says why.</exception>
    public async ValueTask CheckServerAsync(CancellationToken cancellationToken)
    {
        if (_isChecked)
        {
            return;
        }

        await _checking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isChecked)
            {
                await new ServerCheck(_bucket, _keys).RunAsync(cancellationToken).ConfigureAwait(false);
                _isChecked = true;
            }
        }
        finally
        {
            _checking.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IStagedBlob> StageAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        cancellationToken.ThrowIfCancellationRequested();
        string key = _keys.Blob(tenant, name);
        await CheckServerAsync(cancellationToken).ConfigureAwait(false);
        return new StagedUpload(_bucket, _keys, key, name, _time);
    }

    /// <inheritdoc/>
    public async ValueTask<BlobInfo?> FindAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        BlobHead? head = await _bucket.FindAsync(_keys.Blob(tenant, name), cancellationToken).ConfigureAwait(false);
        return Visible(head)?.Info(name);
    }

    /// <inheritdoc/>
    public async ValueTask<Stream?> OpenAsync(TenantId tenant, BlobName name, long offset, long? length, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length ?? 0, nameof(length));
        string key = _keys.Blob(tenant, name);
        if (Visible(await _bucket.FindAsync(key, cancellationToken).ConfigureAwait(false)) is not { } head)
        {
            return null;
        }

        long rest = Math.Max(0, head.Length - offset);
        long count = Math.Min(rest, length ?? rest);
        if (count == 0)
        {
            return new MemoryStream([], writable: false);
        }

        string bytes = head.Kind == BlobKind.Whole ? key : _keys.Data(key, head.Token);
        GetObjectResponse? response = await _bucket.ReadAsync(bytes, offset, offset + count - 1, cancellationToken).ConfigureAwait(false);
        return response is null
            ? await GoneOrBrokenAsync(key, head, cancellationToken).ConfigureAwait(false)
            : Checked(response, head, name, count);
    }

    /// <inheritdoc/>
    /// <remarks>Every version of its objects goes, too. A call that was cut short is finished by calling again.</remarks>
    public async ValueTask<bool> DeleteAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        string key = _keys.Blob(tenant, name);
        BlobHead? head = await _bucket.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (head is { Kind: BlobKind.Parts })
        {
            // First nobody sees it any more; what is left to do stands in the object until it is done.
            await _bucket.PutAsync(key, default, head with { Kind = BlobKind.Going }, mustBeNew: false, cancellationToken).ConfigureAwait(false);
        }

        if (head is { Kind: BlobKind.Parts or BlobKind.Going })
        {
            await _bucket.RemoveAsync(_keys.Data(key, head.Token), cancellationToken).ConfigureAwait(false);
        }

        await _bucket.RemoveAsync(key, cancellationToken).ConfigureAwait(false);
        return head is not null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobInfo> ListAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (IReadOnlyList<S3Object> page in _bucket.ListAsync(_keys.BlobsOf(tenant), cancellationToken).ConfigureAwait(false))
        {
            foreach (S3Object[] some in page.Chunk(AskedAtOnce))
            {
                BlobInfo?[] found = await Task.WhenAll(some.Select(one => InfoAsync(tenant, one.Key, cancellationToken))).ConfigureAwait(false);
                foreach (BlobInfo info in found.OfType<BlobInfo>())
                {
                    yield return info;
                }
            }
        }
    }

    /// <summary>Removes what was sent and never became a blob, once it is older than <see cref="S3BlobOptions.AbandonedAfter"/> by the server's clock. It asks for each blob that was uploaded in parts, so let it run by night, once a day or a week.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many uploads and objects were removed.</returns>
    public async ValueTask<int> RemoveAbandonedAsync(CancellationToken cancellationToken)
    {
        DateTime now = await new ServerCheck(_bucket, _keys).NowAsync(cancellationToken).ConfigureAwait(false);
        return await new S3Sweep(_bucket, _keys, now - _bucket.Options.AbandonedAfter).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets go of the client, if the store made it.</summary>
    public void Dispose()
    {
        if (_ownsClient)
        {
            _client.Dispose();
        }

        _checking.Dispose();
    }

    // The same everywhere: bodies are sent plain and signed with their SHA-256, which every server checks. The checksums that the SDK would add by default
    // are refused by many servers, and the chunks that it would cut bodies into are stored as they are by some.
    private static AmazonS3Client ClientOf(S3BlobOptions options)
    {
        var config = new AmazonS3Config
        {
            Timeout = options.RequestTimeout,
            ConnectTimeout = options.RequestTimeout < LongestConnect ? options.RequestTimeout : LongestConnect,
            MaxErrorRetry = options.Retries,
            // Of these the SDK makes ten more, unasked, when a connection is cut.
            MaxStaleConnectionRetries = options.Retries,
            RetryMode = RequestRetryMode.Standard,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.ServiceUrl is { } address)
        {
            (config.ServiceURL, config.ForcePathStyle, config.AuthenticationRegion) = (address.ToString(), true, options.Region ?? "us-east-1");
        }
        else if (options.Region is { } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return options.AccessKey is null ? new AmazonS3Client(config) : new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }

    private static BlobHead? Visible(BlobHead? head) => head is { Kind: BlobKind.Going } ? null : head;

    private async Task<BlobInfo?> InfoAsync(TenantId tenant, string key, CancellationToken cancellationToken) =>
        _keys.NameOf(tenant, key) is { } name ? Visible(await _bucket.FindAsync(key, cancellationToken).ConfigureAwait(false))?.Info(name) : null;

    /// <summary>The bytes are not there: because the blob was removed since, or because somebody else took them away.</summary>
    private async Task<Stream?> GoneOrBrokenAsync(string key, BlobHead head, CancellationToken cancellationToken)
    {
        BlobHead? now = Visible(await _bucket.FindAsync(key, cancellationToken).ConfigureAwait(false));
        return now?.Token != head.Token ? null : throw new StorageUnavailableException($"`{key}` is there, but its bytes are not");
    }

    private S3BlobStream Checked(GetObjectResponse response, BlobHead head, BlobName name, long count)
    {
        bool isSame = head.Kind != BlobKind.Whole || BlobHead.Read(response.Metadata)?.Token == head.Token;
        if (!isSame || response.ContentLength != count)
        {
            response.Dispose();
            throw new StorageUnavailableException($"the server answered with {response.ContentLength} bytes for {count} of the blob `{name}`, or with another blob");
        }

        return new S3BlobStream(response, name, count, _bucket.Options.RequestTimeout, _time);
    }
}
