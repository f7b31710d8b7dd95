namespace QualityKit.Jobs;

/// <summary>Something that archives or exports what is kept of an interaction, for a bulk job: recordings, transcripts, a data warehouse.</summary>
public interface IJobTarget
{
    /// <summary>Names it in logs, such as <c>recordings</c>.</summary>
    string Name { get; }

    /// <summary>Whether it takes part in an action. A job that nothing takes part in is refused when it is planned.</summary>
    bool Does(JobAction action);

    /// <summary>Archives or exports one interaction.</summary>
    /// <param name="order">What to do.</param>
    /// <param name="cancellationToken">Gives up waiting; whether it was done is then unknown, and asking again is safe.</param>
    /// <returns>What became of it. Anything that it throws counts the interaction as failed, and the job goes on.</returns>
    /// <exception cref="Storage.Errors.StorageUnavailableException">The store could not be asked: the job waits, and the order comes again.</exception>
    Task<JobOutcome> DoAsync(JobOrder order, CancellationToken cancellationToken);
}
