using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using QualityKit.Services;

namespace QualityKit.Hosting;

/// <summary>Runs one job again and again. Whatever a run throws is logged, and the next run comes as always: a job never ends, and never ends the host.</summary>
internal sealed class JobLoop(IQualityJob job, TimeProvider time, ILogger log)
{
    /// <summary>Waits differ by up to a tenth, so that nodes that were started together do not ask the store together.</summary>
    private const int JitterPart = 10;

    private const int Steps = 1000;

    public async Task RunAsync(CancellationToken stopping)
    {
        // The host goes on starting while the first run is under way.
        await Task.Yield();
        log.Running(job.Name, job.Period);
        using var source = new ActivitySource(QualityKitDiagnostics.ActivitySourceName);
        while (!stopping.IsCancellationRequested)
        {
            bool hasMore = await TryAsync(source, stopping).ConfigureAwait(false);
            if (!hasMore && !await WaitedAsync(stopping).ConfigureAwait(false))
            {
                break;
            }
        }

        log.Stopped(job.Name);
    }

    private async ValueTask<bool> TryAsync(ActivitySource source, CancellationToken stopping)
    {
        using Activity? activity = source.StartActivity("qualitykit.job");
        activity?.SetTag("job", job.Name);
        try
        {
            return await job.RunOnceAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception problem)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            log.Failed(job.Name, problem);
            return false;
        }
    }

    private async ValueTask<bool> WaitedAsync(CancellationToken stopping)
    {
        TimeSpan wait = job.Period + (job.Period * RandomNumberGenerator.GetInt32(Steps) / (JitterPart * (double)Steps));
        try
        {
            await Task.Delay(wait, time, stopping).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
