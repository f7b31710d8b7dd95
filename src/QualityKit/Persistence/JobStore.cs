using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using QualityKit.Jobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Reads bulk jobs.</summary>
internal sealed class JobStore(IDocumentStore store)
{
    /// <summary>A job; null when there is none.</summary>
    public async ValueTask<JobDocument?> FindAsync(TenantId tenant, JobId job, CancellationToken cancellationToken) =>
        !string.IsNullOrEmpty(job.Value) && job.Value.Length <= StoreLimits.IdBytes
        && await store.ReadAsync(tenant, JobDocument.KeyOf(job), cancellationToken).ConfigureAwait(false) is { } document
            ? JobDocument.Read(document)
            : null;

    /// <summary>The jobs that are not over, in the order in which they were planned.</summary>
    public async ValueTask<ImmutableArray<JobDocument>> OpenAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var jobs = ImmutableArray.CreateBuilder<JobDocument>();
        await foreach (JobDocument job in ListAsync(tenant, JobIndexes.Open, isDescending: false, cancellationToken).ConfigureAwait(false))
        {
            jobs.Add(job);
        }

        return jobs.ToImmutable();
    }

    /// <summary>The jobs of a state.</summary>
    public async IAsyncEnumerable<JobDocument> ListAsync(TenantId tenant, string state, bool isDescending, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new DocumentQuery { Collection = Collections.Jobs, Index = JobIndexes.ByState, Equal = [[IndexValue.Of(state)]], IsDescending = isDescending };
        await foreach (Document document in store.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            yield return JobDocument.Read(document);
        }
    }
}
