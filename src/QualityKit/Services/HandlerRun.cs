using Microsoft.Extensions.DependencyInjection;
using QualityKit.Auditing;
using QualityKit.Events;
using QualityKit.Persistence;

namespace QualityKit.Services;

/// <summary>Tells one handler of the events of one entity, in order, until one fails or the turn is over.</summary>
internal sealed class HandlerRun(OutboxTools tools, AuditEntity entity, TurnAllowance allowance)
{
    /// <summary>Goes through a page of journal documents.</summary>
    /// <param name="type">The handler's type.</param>
    /// <param name="start">How far it is.</param>
    /// <param name="page">The documents from there, in order.</param>
    /// <param name="isFull">Whether there may be more behind them.</param>
    /// <param name="cancellationToken">Stops the work; what is done stays done.</param>
    public async ValueTask<HandlerOutcome> RunAsync(Type type, HandlerProgress start, IReadOnlyList<JournalEntry> page, bool isFull, CancellationToken cancellationToken)
    {
        AsyncServiceScope scope = tools.Handlers.Scope();
        await using System.Runtime.CompilerServices.ConfiguredAsyncDisposable disposal = scope.ConfigureAwait(false);
        IEventHandler? handler = null;
        HandlerProgress at = start with { RetryAt = null };
        foreach (JournalEntry entry in page)
        {
            long place = entry.PlaceOf(entity).Place;
            at = place == at.Place ? at : at with { Place = place, Line = 0, Failures = 0 };
            for (; at.Line < entry.Lines.Length; at = at with { Line = at.Line + 1, Failures = 0 })
            {
                if (EventReader.Of(entry, at.Line, entity) is not { } happened)
                {
                    continue;
                }

                if (!allowance.TryTake() || await CallAsync(() => handler ??= tools.Handlers.Make(scope, type), start.Handler, happened, cancellationToken).ConfigureAwait(false) is not { } call)
                {
                    return new(at, IsReady: true);
                }

                if (call.Problem is { } problem)
                {
                    return Failed(at with { Failures = at.Failures + 1 }, happened, problem);
                }

                allowance.Count(delivered: 1);
            }

            at = at with { Place = place + 1, Line = 0, Failures = 0 };
        }

        return new(at, isFull);
    }

    // Null when the host stops: the event counts as not told.
    private async ValueTask<EventCallResult?> CallAsync(Func<IEventHandler> make, string handler, QualityEvent happened, CancellationToken cancellationToken)
    {
        try
        {
            return new(await tools.Call.RunAsync(make, handler, happened, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private HandlerOutcome Failed(HandlerProgress at, QualityEvent happened, Exception problem)
    {
        DateTimeOffset now = tools.Ambient.Now;
        if (at.Failures < tools.Options.Attempts)
        {
            DateTimeOffset retry = now + tools.Options.RetryAfter(at.Failures);
            allowance.Count(failed: 1);
            tools.Ambient.Log.HandlerFailed(at.Handler, happened.Id.Value, at.Failures, retry, problem);
            return new(at with { RetryAt = retry }, IsReady: false);
        }

        allowance.Count(failed: 1, dead: 1);
        tools.Ambient.Log.DeadLettered(at.Handler, happened.Id.Value, at.Failures, problem);
        var dead = new DeadLetterDocument
        {
            Journal = happened.Command.Value,
            Line = at.Line,
            Handler = at.Handler,
            Failures = at.Failures,
            FailedAt = now,
            Problem = problem.GetType().FullName ?? problem.GetType().Name,
        };
        return new(at with { Line = at.Line + 1, Failures = 0 }, IsReady: true, dead);
    }

    private readonly record struct EventCallResult(Exception? Problem);
}
