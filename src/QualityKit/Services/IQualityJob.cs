namespace QualityKit.Services;

/// <summary>Work in the background that any node of a host may do, again and again: deliver events, seal the audit, sweep. The package <c>QualityKit.Hosting</c> runs every job; a host can call it itself instead.</summary>
public interface IQualityJob
{
    /// <summary>The name, for logs and metrics: <c>outbox</c>.</summary>
    string Name { get; }

    /// <summary>How long to wait between two runs when there is no more to do.</summary>
    TimeSpan Period { get; }

    /// <summary>Does what is due, up to the job's own limit. Several nodes may run it at the same time.</summary>
    /// <returns>Whether there is more to do at once.</returns>
    ValueTask<bool> RunOnceAsync(CancellationToken cancellationToken);
}
