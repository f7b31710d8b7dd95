using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QualityKit.Services;

namespace QualityKit.Hosting;

/// <summary>Runs every job of a set, each in a loop of its own, until the host stops.</summary>
internal sealed class JobsService(IEnumerable<IQualityJob> jobs, TimeProvider time, ILogger log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(jobs.Select(job => new JobLoop(job, time, log).RunAsync(stoppingToken)));
}
