using Microsoft.Extensions.Logging;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Removes, for every tenant, the payloads of recordings that were deleted, and those that were never finished.</summary>
internal sealed class PendingBlobs(RecordingTools tools, IStoreMaintenance maintenance, ILogger log) : IQualityJob
{
    private readonly PayloadRemoval _removal = new(tools);

    /// <summary><c>pending-blobs</c>.</summary>
    public string Name => "pending-blobs";

    /// <summary>10 minutes.</summary>
    public TimeSpan Period => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public ValueTask<bool> RunOnceAsync(CancellationToken cancellationToken) =>
        TenantRound.RunAsync(
            maintenance,
            (tenant, token) => _removal.RemoveAllAsync(tenant, tools.Options.ItemsPerTurn, token),
            (tenant, problem) => log.PendingBlobsFailed(tenant, problem),
            cancellationToken);
}
