using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Testing.Keys;

/// <summary>Starts and stops the key wrapper that is tested; the kit makes one for every case, so each starts with new keys.</summary>
public interface IKeyWrapperHarness : IAsyncDisposable
{
    /// <summary>How many requests reached the service or file behind the provider so far: the kit sees by it that nothing is tried twice in secret. Only asked of harnesses that can <see cref="KeyControl.CountRequests"/>.</summary>
    int Requests { get; }

    /// <summary>Opens the provider over the keys of this harness. Called again, it opens the same keys once more, as another node would.</summary>
    ValueTask<IKeyWrapper> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Does something to the provider behind its back. Only asked what the kit was told that the harness can do.</summary>
    /// <param name="control">What.</param>
    /// <param name="tenant">Whose key.</param>
    /// <param name="keyVersion">Which version, for switching; null for all else.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask ApplyAsync(KeyControl control, TenantId tenant, KeyVersionId? keyVersion, CancellationToken cancellationToken);
}
