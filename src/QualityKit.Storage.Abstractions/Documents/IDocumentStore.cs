namespace QualityKit.Storage.Documents;

/// <summary>Keeps documents: reads one, finds some through an index, and commits batches. It knows nothing of what they mean.</summary>
/// <remarks>Every commit is atomic and isolated: batches behave as if they came one after another. A read that starts after a commit has
/// answered sees it. Arguments are checked before a provider sees them (<see cref="CheckedDocumentStore"/>). When storage cannot be reached,
/// every member throws <see cref="Errors.StorageUnavailableException"/>; a commit that did may have happened, and is safe to send again.</remarks>
public interface IDocumentStore
{
    /// <summary>What the store can do.</summary>
    DocumentCapabilities Capabilities { get; }

    /// <summary>One document; null when it does not exist.</summary>
    ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken);

    /// <summary>One page of what a query finds.</summary>
    ValueTask<DocumentPage> QueryAsync(TenantId tenant, DocumentQuery query, CancellationToken cancellationToken);

    /// <summary>How many entries a query finds, counted up to a limit; its page size and page end are not looked at.</summary>
    /// <param name="tenant">Whose documents.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="limit">At which number counting stops, 1 to 1,000,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask<int> CountAsync(TenantId tenant, DocumentQuery query, int limit, CancellationToken cancellationToken);

    /// <summary>Makes all changes of a batch, or none.</summary>
    /// <returns>The version of what was written, or every conflict. A batch whose command was committed before gets the answer that it got then.</returns>
    ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken);
}
