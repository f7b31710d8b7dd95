using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Destroys, for every tenant, the texts of transcripts that a legal hold kept sealed, once it is released.</summary>
internal sealed class SealedTranscripts(TranscriptService transcripts, IStoreMaintenance maintenance) : IQualityJob
{
    /// <summary><c>sealed-transcripts</c>.</summary>
    public string Name => "sealed-transcripts";

    /// <summary>1 hour.</summary>
    public TimeSpan Period => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async ValueTask<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await foreach (TenantId tenant in maintenance.ListTenantsAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await transcripts.DestroyAllAsync(TranscriptTarget.ActorOf(tenant), CommandId.New(), cancellationToken).ConfigureAwait(false);
            }
            catch (RestoreDetectedException)
            {
                // Once a person has reconciled the store; health says so until then.
            }
        }

        return false;
    }
}
