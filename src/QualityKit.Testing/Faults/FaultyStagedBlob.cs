using QualityKit.Storage.Blobs;

namespace QualityKit.Testing.Faults;

/// <summary>A blob being written whose calls may go wrong. What failed while it was written is over: it can only be dropped.</summary>
internal sealed class FaultyStagedBlob(IStagedBlob staged, FaultSchedule faults) : IStagedBlob
{
    private const string StagedCommit = "StagedCommitAsync";

    private bool _isBroken;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        Fault? fault = faults.Next(nameof(WriteAsync));
        int passes = fault?.Kind switch
        {
            FaultKind.BeforeEffect => 0,
            FaultKind.Cut => Math.Min(fault.Passes, bytes.Length),
            _ => bytes.Length,
        };
        ExpectWhole(nameof(WriteAsync));
        await FaultSchedule.WaitAsync(fault, cancellationToken).ConfigureAwait(false);
        if (passes > 0 || bytes.IsEmpty)
        {
            await staged.WriteAsync(bytes[..passes], cancellationToken).ConfigureAwait(false);
        }

        _isBroken = fault is { Kind: FaultKind.BeforeEffect or FaultKind.AfterEffect or FaultKind.Cut };
        ExpectWhole(nameof(WriteAsync));
    }

    public ValueTask<BlobInfo?> CommitAsync(CancellationToken cancellationToken)
    {
        ExpectWhole(StagedCommit);
        return faults.CallAsync(StagedCommit, () => staged.CommitAsync(cancellationToken), cancellationToken, repeats: false);
    }

    public ValueTask DisposeAsync() => staged.DisposeAsync();

    private void ExpectWhole(string operation)
    {
        if (_isBroken)
        {
            throw FaultSchedule.Lost(operation);
        }
    }
}
