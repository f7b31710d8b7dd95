using QualityKit.Storage.Errors;

namespace QualityKit.Storage.FileSystem;

/// <summary>What the disk refuses becomes what the contract names.</summary>
internal static class DiskFault
{
    // A file that would grow beyond what the file system or the process's limit allows: the framework says that an argument named `value` is too large.
    public static bool Is(Exception failure) => failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };

    public static StorageUnavailableException Of(string what, Exception failure) => new($"{what}: {failure.Message}", failure);

    /// <summary>Does work that waits for the disk, away from the caller's thread. Work that began is not cancelled: it ends, and is known to have.</summary>
    public static async ValueTask<T> GuardAsync<T>(string what, Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await Task.Run(work, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure) when (Is(failure))
        {
            throw Of(what, failure);
        }
    }
}
