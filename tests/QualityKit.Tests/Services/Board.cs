using System.Collections.Concurrent;
using QualityKit.Events;

namespace QualityKit.Tests.Services;

/// <summary>What handlers were told, in order, and how a test lets them behave.</summary>
internal sealed class Board
{
    private readonly ConcurrentQueue<(string Handler, QualityEvent Event)> _told = new();

    /// <summary>Called before an event counts as told: it may throw, or wait.</summary>
    public Func<string, QualityEvent, CancellationToken, ValueTask> Before { get; set; } = (_, _, _) => default;

    public IReadOnlyList<(string Handler, QualityEvent Event)> Told => [.. _told];

    public async ValueTask Tell(string handler, QualityEvent happened, CancellationToken cancellationToken)
    {
        await Before(handler, happened, cancellationToken);
        _told.Enqueue((handler, happened));
    }

    /// <summary>What a handler was told of an entity, as the numbers that the test gave.</summary>
    public string[] Of(string handler, string entity, string? tenant = null) =>
        [.. Told.Where(one => one.Handler == handler && one.Event.Entity.Id == entity && (tenant is null || one.Event.Entity.Tenant == tenant)).Select(one => one.Event.Detail("n")!)];
}
