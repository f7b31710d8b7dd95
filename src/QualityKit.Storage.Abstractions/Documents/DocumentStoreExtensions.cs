using System.Runtime.CompilerServices;
using QualityKit.Storage.Documents;

namespace QualityKit;

/// <summary>What every document store can do with what it has to do.</summary>
public static class DocumentStoreExtensions
{
    /// <summary>Everything that a query finds, page by page as it is read. A page is asked for when the one before was used up, so writes in between may or may not be seen; nothing is listed twice or left out for them.</summary>
    public static async IAsyncEnumerable<Document> QueryAllAsync(
        this IDocumentStore store, TenantId tenant, DocumentQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        for (PageEnd? end = query.After; ;)
        {
            DocumentPage page = await store.QueryAsync(tenant, query with { After = end }, cancellationToken).ConfigureAwait(false);
            foreach (Document document in page.Documents)
            {
                yield return document;
            }

            end = page.End;
            if (end is null)
            {
                yield break;
            }
        }
    }
}
