using System.Collections.Immutable;

namespace QualityKit.Interactions;

/// <summary>An interaction whose links lead nowhere.</summary>
public sealed record MissingMedia
{
    /// <summary>Which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>The links, in their order.</summary>
    public required ImmutableArray<string> Ids { get; init => field = value.IsDefault ? [] : value; }
}
