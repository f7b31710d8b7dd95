using System.Collections.Immutable;
using QualityKit.Retention;

namespace QualityKit.Privacy;

/// <summary>One thing that is stored about somebody.</summary>
public sealed record SubjectItem
{
    /// <summary>The kind of document: a <see cref="StoredKind.Name"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The interaction that it belongs to, as holds see it; null for what belongs to none.</summary>
    public HeldItem? Interaction { get; init; }

    /// <summary>The open work that still needs it, such as a dispute.</summary>
    public ImmutableArray<OpenWork> Work { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Kind and id.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
