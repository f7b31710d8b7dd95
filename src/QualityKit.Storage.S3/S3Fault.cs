using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.S3;

/// <summary>What server, network and SDK refuse becomes what the contract names.</summary>
internal static class S3Fault
{
    public static bool Is(Exception failure) =>
        failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or SocketException or TimeoutException or OperationCanceledException;

    public static bool IsMissing(AmazonServiceException failure) => failure.StatusCode == HttpStatusCode.NotFound && failure.ErrorCode != "NoSuchBucket";

    /// <summary>Whether the request was refused as unreadable, and not in S3's words: then what answered is what stands before the server, and the server never saw it.</summary>
    public static bool IsNotOfS3(AmazonServiceException failure) => failure.StatusCode == HttpStatusCode.BadRequest && failure.ErrorCode is (null or "" or nameof(HttpStatusCode.BadRequest));

    public static StorageUnavailableException Of(string what, Exception failure) => new($"{what}: {Reason(failure)}", failure);

    public static async Task<T> GuardAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception failure) when (Is(failure) && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw Of(what, failure);
        }
    }

    private static string Reason(Exception failure) => failure switch
    {
        AmazonServiceException { ErrorCode: { Length: > 0 } code } service => $"the server answered {(int)service.StatusCode} {code}",
        OperationCanceledException => "it took too long",
        _ => failure.Message,
    };
}
