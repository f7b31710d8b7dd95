using QualityKit.Auditing;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Takes the heads that a seal covers out of the list of what is unsealed.</summary>
internal sealed class SealSettling(SealingTools tools, TenantId tenant)
{
    /// <summary>How often a batch is tried whose heads grow meanwhile; a later run goes on.</summary>
    private const int Tries = 5;

    /// <returns>Whether all are settled.</returns>
    public async ValueTask<bool> RunAsync(AuditSeal seal, CancellationToken cancellationToken)
    {
        foreach (AuditHead[] heads in seal.Heads.Chunk(StoreLimits.BatchWrites))
        {
            bool isSettled = false;
            for (int tried = 0; tried < Tries && !isSettled; tried++)
            {
                isSettled = await TryAsync(heads, seal.At, cancellationToken).ConfigureAwait(false);
            }

            if (!isSettled)
            {
                return false;
            }
        }

        return true;
    }

    private async ValueTask<bool> TryAsync(AuditHead[] heads, DateTimeOffset at, CancellationToken cancellationToken)
    {
        DocumentBatch batch = DocumentBatch.For(tenant, tools.Commands.Next());
        foreach (AuditHead head in heads)
        {
            Document? stored = await tools.Store.ReadAsync(tenant, AuditHeadDocument.KeyOf(head.Entity), cancellationToken).ConfigureAwait(false);
            if (stored is not null && AuditHeadDocument.Read(tenant, stored) is { UnsealedSince: { } since } now && Unsealed(now, head, since, at) is var left && left != since)
            {
                batch = (now with { UnsealedSince = left }).StoreIn(batch);
            }
        }

        return batch.Operations.IsEmpty || (await tools.Store.CommitAsync(batch, cancellationToken).ConfigureAwait(false)).IsCommitted;
    }

    // One that grew waits from the seal on. One that is the same, or shorter because somebody cut it, has nothing that a seal could add.
    private static DateTimeOffset? Unsealed(AuditHeadDocument now, AuditHead head, DateTimeOffset since, DateTimeOffset at) =>
        now.Head.Length <= head.Length ? null : since > at ? since : at.AddMicroseconds(1);
}
