namespace QualityKit.Events;

/// <summary>Is told of every event, at least once, in the order of each entity. What it does must be harmless when done again: remember <see cref="QualityEvent.Id"/>, or the last <see cref="QualityEvent.Number"/> of the entity.</summary>
public interface IEventHandler
{
    /// <summary>What the progress of this handler is kept under, 1 to 64 letters, digits, <c>-</c> or <c>.</c>; unique, and the same in every version of the host.</summary>
    string Name { get; }

    /// <summary>Does what there is to do about an event; one that does not concern the handler just returns.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="cancellationToken">Stops the work: the host stops, or the handler's time is up.</param>
    /// <returns>When it returns, the event is done. When it throws, the event comes again later; meanwhile later events of the same entity wait, for this handler alone.</returns>
    ValueTask HandleAsync(QualityEvent happened, CancellationToken cancellationToken);
}
