using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>A turn over the payloads of a tenant that wait: what it found of the store when it began, which whatever it commits requires.</summary>
internal sealed class RemovalTurn
{
    private readonly RecordingTools _tools;
    private readonly TenantId _tenant;
    private readonly RestoreState _restore;
    private bool? _isClockOff;

    private RemovalTurn(RecordingTools tools, TenantId tenant, RestoreState restore) => (_tools, _tenant, _restore) = (tools, tenant, restore);

    /// <summary>Begins one; null where the store went back and nobody has reconciled it: then nothing is removed.</summary>
    public static async ValueTask<RemovalTurn?> BeginAsync(RecordingTools tools, TenantId tenant, CancellationToken cancellationToken) =>
        await tools.Safety.Guard.LookAsync(tenant, cancellationToken).ConfigureAwait(false) is { IsRestored: false } restore ? new(tools, tenant, restore) : null;

    /// <summary>An empty batch, which commits nothing in a store that went back meanwhile.</summary>
    public DocumentBatch Batch() => DocumentBatch.For(_tenant, CommandId.New()).With(_restore.Requirement);

    /// <summary>Whether it takes longer than it may.</summary>
    public bool IsLate(PendingBlob pending) => _tools.Deeds.Now - pending.At >= _tools.Options.MostStoring;

    /// <summary>Whether what is being written is nobody's any more. By a clock that is in doubt nothing is; and what is in a copy that was brought back may be somebody's whose documents are lost.</summary>
    public async ValueTask<bool> MayGiveUpAsync(PendingBlob pending, CancellationToken cancellationToken) =>
        IsLate(pending) && !_restore.MayBeOfCopy(pending.At)
        && !(_isClockOff ??= await _tools.Clock.IsOffAsync(_tenant, cancellationToken).ConfigureAwait(false));
}
