using System.Collections.Immutable;
using QualityKit.Interactions;

namespace QualityKit.Retention;

/// <summary>An interaction as holds see it.</summary>
public sealed record HeldItem
{
    /// <summary>Which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>Its attributes today.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <summary>The holds that it was found under before, as they were stored with it: these stick until they are released.</summary>
    public ImmutableArray<HoldId> Marks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether it has been deleted already, so that only a tombstone is left.</summary>
    public bool IsShredded { get; init; }

    /// <summary>The id; never the attributes, which may be personal.</summary>
    public override string ToString() => $"interaction {Interaction}";
}
