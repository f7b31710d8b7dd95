using QualityKit.Storage.Documents;

namespace QualityKit.Vault;

/// <summary>The port to media that stays where it is, such as what an older platform recorded. What the library does not encrypt it cannot shred: deleting is as final as the place makes it.</summary>
/// <remarks>When the place cannot be reached, members and the streams they give throw <see cref="Storage.Errors.StorageUnavailableException"/>; a stream never ends early.</remarks>
public interface IExternalMedia
{
    /// <summary>What recordings name the place by: 1 to 128 bytes of UTF-8, the same for good.</summary>
    string Name { get; }

    /// <summary>How many bytes something has; null when it is not there.</summary>
    ValueTask<long?> FindLengthAsync(TenantId tenant, string key, CancellationToken cancellationToken);

    /// <summary>Some bytes, to be read forward; null when it is not there.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="key">What it is called there.</param>
    /// <param name="offset">The first byte, from 0.</param>
    /// <param name="length">How many bytes, all of them within it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask<Stream?> OpenAsync(TenantId tenant, string key, long offset, long length, CancellationToken cancellationToken);

    /// <summary>Removes it for good. What is not there is removed.</summary>
    ValueTask DeleteAsync(TenantId tenant, string key, CancellationToken cancellationToken);
}
