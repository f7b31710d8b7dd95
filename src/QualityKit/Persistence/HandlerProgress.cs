namespace QualityKit.Persistence;

/// <summary>How far one handler is with the events of one entity: every event before this place is done.</summary>
internal sealed record HandlerProgress
{
    /// <summary>The name of the handler.</summary>
    public required string Handler { get; init; }

    /// <summary>The place of the journal document whose event is next.</summary>
    public long Place { get; init; }

    /// <summary>The line of that document from which the next event is looked for.</summary>
    public int Line { get; init; }

    /// <summary>How often the next event failed.</summary>
    public int Failures { get; init; }

    /// <summary>When it is tried again; null for at once.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
