using Microsoft.Extensions.DependencyInjection;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.S3;

namespace QualityKit;

/// <summary>Keeps blobs in a bucket.</summary>
public static class S3BlobBuilderExtensions
{
    /// <summary>Keeps blobs in a bucket of Amazon S3, or of a server that speaks its protocol.</summary>
    /// <param name="builder">What is built.</param>
    /// <param name="configure">Says which bucket, and how.</param>
    /// <exception cref="ArgumentException">The options do not go together.</exception>
    public static IQualityKitBuilder UseS3Blobs(this IQualityKitBuilder builder, Action<S3BlobOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new S3BlobOptions();
        configure(options);
        options.Check();
        object?[] all =
        [
            options.Bucket, options.Prefix, options.ServiceUrl, options.Region, options.AccessKey, options.SecretKey,
            options.PartSize, options.RequestTimeout, options.Retries, options.AbandonedAfter, options.UnsafeWithoutConditionalWrites,
        ];
        return builder.UseBlobStore(nameof(UseS3Blobs), string.Join('\n', all), services => S3BlobStore.Connect(options, services.GetRequiredService<TimeProvider>()));
    }
}
