namespace QualityKit.Storage.S3;

/// <summary>Which bucket, and how <see cref="S3BlobStore"/> uses it.</summary>
public sealed class S3BlobOptions
{
    internal const int SmallestPart = 5 << 20;

    internal const int LargestPart = 1 << 30;

    private const int AgeOverRequest = 20;

    /// <summary>The bucket; it must exist. Required.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>What every key starts with, such as <c>quality/</c>; default nothing. Everything below it belongs to the store alone.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>The address of the server, such as <c>https://s3.example.org</c>; default Amazon's own of <see cref="Region"/>.</summary>
    public Uri? ServiceUrl { get; set; }

    /// <summary>The region, for the address and for signatures, such as <c>eu-central-1</c>; default what the AWS SDK finds in its environment, or <c>us-east-1</c> where there is a <see cref="ServiceUrl"/>.</summary>
    public string? Region { get; set; }

    /// <summary>The access key; default whatever the AWS SDK finds: environment, profile, the machine's role.</summary>
    public string? AccessKey { get; set; }

    /// <summary>The secret that goes with <see cref="AccessKey"/>.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Blobs longer than this are uploaded in parts of this size, and each blob that is being written takes this much memory; default 8 MiB, from 5 MiB to 1 GiB. A blob has at most 10,000 parts.</summary>
    public int PartSize { get; set; } = 8 << 20;

    /// <summary>How long one attempt of one request, or one read of an answer, may take; default 100 seconds.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request that failed is tried again; default 3.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>After what time <see cref="S3BlobStore.RemoveAbandonedAsync"/> takes what was staged and never committed; default 2 days, at least 1 hour and 20 times what one request may take with all its retries. A blob that was staged longer than half of it ago is not committed any more.</summary>
    public TimeSpan AbandonedAfter { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Goes on with a server that ignores <c>If-None-Match</c>; default false: such a server is refused.
    /// With it on, the store looks whether a name is free before it takes it. Two that commit one name in the same moment may then both be told that theirs was stored, and the later one stays.</summary>
    public bool UnsafeWithoutConditionalWrites { get; set; }

    /// <summary>Sends short blobs in parts, too: so that tests reach both ways with all they have.</summary>
    internal bool AlwaysInParts { get; set; }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Bucket);
        ArgumentNullException.ThrowIfNull(Prefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(PartSize, SmallestPart);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PartSize, LargestPart);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RequestTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(Retries);
        ArgumentOutOfRangeException.ThrowIfLessThan(AbandonedAfter, TimeSpan.FromHours(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(AbandonedAfter, RequestTimeout * (Retries + 1) * AgeOverRequest, nameof(AbandonedAfter));
        if (AccessKey is null != SecretKey is null)
        {
            throw new ArgumentException($"`{nameof(AccessKey)}` and `{nameof(SecretKey)}` go together");
        }

        if (ServiceUrl is { IsAbsoluteUri: false })
        {
            throw new ArgumentException($"`{ServiceUrl}` is not a whole address, such as `https://s3.example.org`");
        }
    }
}
