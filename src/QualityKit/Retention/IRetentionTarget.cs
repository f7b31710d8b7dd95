namespace QualityKit.Retention;

/// <summary>Something that keeps part of an interaction, and deletes it when its time has come: recordings, transcripts, evaluations.</summary>
public interface IRetentionTarget
{
    /// <summary>Names it in audit and receipts, such as <c>recordings</c>.</summary>
    string Name { get; }

    /// <summary>Deletes all that it keeps of an interaction, in commits that require all that the order rests on (<see cref="DeletionOrder.Requirements"/>).</summary>
    /// <param name="order">What to delete.</param>
    /// <param name="cancellationToken">Gives up waiting; whether it was deleted is then unknown, and asking again is safe.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="Storage.Errors.StorageUnavailableException">The store could not be asked.</exception>
    Task<DeletionOutcome> DeleteAsync(DeletionOrder order, CancellationToken cancellationToken);
}
