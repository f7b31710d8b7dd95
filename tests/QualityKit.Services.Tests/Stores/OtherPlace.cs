using System.Collections.Concurrent;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Vault;

namespace QualityKit.Services.Tests.Stores;

/// <summary>Where an older platform keeps its recordings.</summary>
internal sealed class OtherPlace : IExternalMedia
{
    public string Name => "archive";

    public ConcurrentDictionary<string, byte[]> Media { get; } = new();

    /// <summary>Whether it can be reached.</summary>
    public bool IsThere { get; set; } = true;

    public ValueTask<long?> FindLengthAsync(TenantId tenant, string key, CancellationToken cancellationToken) => new(Reached().TryGetValue(key, out byte[]? bytes) ? bytes.Length : null);

    public ValueTask<Stream?> OpenAsync(TenantId tenant, string key, long offset, long length, CancellationToken cancellationToken) =>
        new(Reached().TryGetValue(key, out byte[]? bytes) ? new MemoryStream(bytes, (int)offset, (int)length) : null);

    public ValueTask DeleteAsync(TenantId tenant, string key, CancellationToken cancellationToken)
    {
        Reached().TryRemove(key, out _);
        return default;
    }

    private ConcurrentDictionary<string, byte[]> Reached() => IsThere ? Media : throw new StorageUnavailableException("the archive cannot be reached");
}
