using QualityKit.Storage.Blobs;

namespace QualityKit.Testing.Blobs;

/// <summary>Starts and stops the provider that is tested; the kit makes one for every case, so each starts with nothing stored.</summary>
public interface IBlobStoreHarness : IAsyncDisposable
{
    /// <summary>Opens the provider over the blobs of this harness. Called again, it opens the same blobs once more, as another node would.</summary>
    ValueTask<IBlobStore> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Stops everything at once, without a chance to tidy up. Asked of durable stores only; <see cref="OpenAsync"/> follows.</summary>
    ValueTask KillAsync(CancellationToken cancellationToken);
}
