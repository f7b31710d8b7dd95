using QualityKit.Storage.Documents;

namespace QualityKit.Retention;

/// <summary>The port to somebody outside the store who remembers deletions and legal holds, so that they can be repeated when the store is restored to an older state, and changes of rings of keys, so that it is found that it was: a write-once bucket, a file on another machine. It never forgets and never changes what it was told.</summary>
public interface IKeepingWitness
{
    /// <summary>Remembers a receipt behind all that it was told before. Told again of the same entry, it changes nothing.</summary>
    /// <exception cref="Storage.Errors.StorageUnavailableException">It could not be told: what happened is not confirmed, and whoever asks for it again tells it again.</exception>
    ValueTask RememberAsync(TenantId tenant, KeepingReceipt receipt, CancellationToken cancellationToken);

    /// <summary>What it was told last; null for nothing.</summary>
    ValueTask<KeepingReceipt?> NewestAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>All that it was told, in the order in which it was told.</summary>
    IAsyncEnumerable<KeepingReceipt> ReadAsync(TenantId tenant, CancellationToken cancellationToken);
}
