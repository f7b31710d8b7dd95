using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualityKit.Auditing;

namespace QualityKit.Services;

/// <summary>Remembers seals while the process runs: for tests. An anchor that is worth something outlives the database and its administrators.</summary>
public sealed class InMemoryAuditAnchor : IAuditAnchor
{
    private readonly ConcurrentDictionary<string, ImmutableSortedDictionary<long, AnchoredSeal>> _told = new();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was told of another seal of that number.</exception>
    public ValueTask AnchorAsync(string tenant, AnchoredSeal seal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(seal);
        cancellationToken.ThrowIfCancellationRequested();
        ImmutableSortedDictionary<long, AnchoredSeal> told = _told.AddOrUpdate(
            tenant,
            (_, first) => ImmutableSortedDictionary<long, AnchoredSeal>.Empty.Add(first.Number, first),
            (_, known, next) => known.ContainsKey(next.Number) ? known : known.Add(next.Number, next),
            seal);
        return told[seal.Number] == seal ? default : throw new InvalidOperationException($"seal {seal.Number} was anchored with another hash");
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<AnchoredSeal> ReadAsync(string tenant, long from, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return ListAsync(tenant, from, cancellationToken);
    }

    private async IAsyncEnumerable<AnchoredSeal> ListAsync(string tenant, long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (AnchoredSeal seal in _told.GetValueOrDefault(tenant, ImmutableSortedDictionary<long, AnchoredSeal>.Empty).Values.Where(seal => seal.Number >= from))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return seal;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }
}
