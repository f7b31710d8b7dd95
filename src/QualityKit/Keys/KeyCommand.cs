using QualityKit.Storage.Documents;

namespace QualityKit.Keys;

/// <summary>What somebody does with a ring. The kinds are closed. A command that comes twice changes the ring once.</summary>
public abstract record KeyCommand
{
    private protected KeyCommand()
    {
    }

    /// <summary>Names this attempt.</summary>
    public required CommandId Id { get; init; }

    /// <summary>What it does, and its id.</summary>
    public sealed override string ToString() => $"{GetType().Name} ({Id})";

    /// <summary>Whether it is about destroying all keys: all else waits while that does.</summary>
    internal virtual bool IsOfShred => false;

    /// <summary>Does it, or says why not.</summary>
    internal abstract KeyOutcome Apply(KeySituation at);
}
