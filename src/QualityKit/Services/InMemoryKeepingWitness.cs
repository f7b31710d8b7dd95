using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Remembers deletions and holds while the process runs: for tests. A witness that is worth something outlives the database.</summary>
public sealed class InMemoryKeepingWitness : IKeepingWitness
{
    private readonly ConcurrentDictionary<TenantId, ImmutableList<KeepingReceipt>> _told = new();

    /// <inheritdoc/>
    public ValueTask RememberAsync(TenantId tenant, KeepingReceipt receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        cancellationToken.ThrowIfCancellationRequested();
        _told.AddOrUpdate(
            tenant,
            _ => [receipt],
            (_, told) => told.Exists(other => other.Entry.Bytes.Span.SequenceEqual(receipt.Entry.Bytes.Span)) ? told : told.Add(receipt));
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<KeepingReceipt?> NewestAsync(TenantId tenant, CancellationToken cancellationToken) => new(_told.GetValueOrDefault(tenant)?[^1]);

    /// <inheritdoc/>
    public async IAsyncEnumerable<KeepingReceipt> ReadAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (KeepingReceipt receipt in _told.GetValueOrDefault(tenant) ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return receipt;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }
}
