using System.Diagnostics;
using QualityKit.Events;

namespace QualityKit.Services;

/// <summary>Calls a handler for an event, and waits no longer than allowed.</summary>
internal sealed class EventCall(Ambient ambient, TimeSpan timeout)
{
    /// <returns>What went wrong; null when the event is done.</returns>
    /// <exception cref="OperationCanceledException">The caller stopped it; nothing is known of the event.</exception>
    public async ValueTask<Exception?> RunAsync(Func<IEventHandler> make, string handler, QualityEvent happened, CancellationToken cancellationToken)
    {
        using Activity? activity = ambient.Telemetry.Source.StartActivity("qualitykit.outbox.call");
        activity?.SetTag("handler", handler);
        activity?.SetTag("event", happened.Code);
        long began = ambient.Time.GetTimestamp();
        Exception? problem = await TryAsync(make, happened, cancellationToken).ConfigureAwait(false);
        ambient.Telemetry.Called(handler, problem is null ? "done" : "failed", ambient.Time.GetElapsedTime(began));
        activity?.SetStatus(problem is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        return problem;
    }

    // Whatever a handler throws is the event's failure, never the worker's; and one that ignores its token is left behind.
    private async ValueTask<Exception?> TryAsync(Func<IEventHandler> make, QualityEvent happened, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, ambient.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await make().HandleAsync(happened, both.Token).AsTask().WaitAsync(both.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException late) when (limit.IsCancellationRequested)
        {
            return new TimeoutException("the handler took too long", late);
        }
        catch (Exception problem)
        {
            return problem;
        }
    }
}
