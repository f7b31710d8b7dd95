using Microsoft.Extensions.Logging;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Verifies every recording of every tenant within the time that the options say, a turn at a time.</summary>
internal sealed class RecordingScrubbing(RecordingTools tools, IStoreMaintenance maintenance, ILogger log) : IQualityJob
{
    private readonly RecordingVerifier _verifier = new(tools);

    /// <summary><c>recording-scrub</c>.</summary>
    public string Name => "recording-scrub";

    /// <summary>1 hour.</summary>
    public TimeSpan Period => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async ValueTask<bool> RunOnceAsync(CancellationToken cancellationToken) =>
        tools.Options.VerifyWithin is { } within
        && await TenantRound.RunAsync(maintenance, (tenant, token) => ScrubAsync(tenant, within, token), (tenant, problem) => log.ScrubFailed(tenant, problem), cancellationToken).ConfigureAwait(false);

    private async ValueTask<bool> ScrubAsync(TenantId tenant, TimeSpan within, CancellationToken cancellationToken)
    {
        RecordingScrub scrub = await _verifier.ScrubAsync(RecordingRemoval.ActorOf(tenant), within, cancellationToken).ConfigureAwait(false);
        foreach (RecordingCheck check in scrub.Damaged)
        {
            log.RecordingDamaged(tenant.Value, check.Recording.Value, check.Problem);
        }

        if (scrub.Unread > 0)
        {
            log.RecordingsUnread(tenant.Value, scrub.Unread);
        }

        return scrub.IsMore;
    }
}
