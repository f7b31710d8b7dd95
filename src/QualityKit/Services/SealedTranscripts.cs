using Microsoft.Extensions.Logging;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Destroys, for every tenant, the texts of transcripts that a legal hold kept sealed, once it is released.</summary>
internal sealed class SealedTranscripts(TranscriptService transcripts, IStoreMaintenance maintenance, ILogger log) : IQualityJob
{
    /// <summary><c>sealed-transcripts</c>.</summary>
    public string Name => "sealed-transcripts";

    /// <summary>1 hour.</summary>
    public TimeSpan Period => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public ValueTask<bool> RunOnceAsync(CancellationToken cancellationToken) =>
        TenantRound.RunAsync(maintenance, DestroyAsync, (tenant, problem) => log.SealedTranscriptsFailed(tenant, problem), cancellationToken);

    private async ValueTask<bool> DestroyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await transcripts.DestroyAllAsync(TranscriptTarget.ActorOf(tenant), CommandId.New(), cancellationToken).ConfigureAwait(false);
        return false;
    }
}
