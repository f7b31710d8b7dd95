namespace QualityKit.Auditing;

/// <summary>The port to somebody outside the store who remembers which seals there were: a write-once bucket, a ticket system, a mailbox, another company. It never forgets and never changes what it was told.</summary>
public interface IAuditAnchor
{
    /// <summary>Remembers a seal. Told again of the same seal, it changes nothing.</summary>
    /// <param name="tenant">Whose audit.</param>
    /// <param name="seal">Number and hash.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask AnchorAsync(string tenant, AnchoredSeal seal, CancellationToken cancellationToken);

    /// <summary>What it was told, in the order of the numbers.</summary>
    /// <param name="tenant">Whose audit.</param>
    /// <param name="from">The first number that is asked for, from 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    IAsyncEnumerable<AnchoredSeal> ReadAsync(string tenant, long from, CancellationToken cancellationToken);
}
