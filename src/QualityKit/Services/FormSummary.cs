using System.Collections.Immutable;

namespace QualityKit.Services;

/// <summary>A form across its versions, in a list.</summary>
public sealed record FormSummary
{
    /// <summary>The identity of the form across versions.</summary>
    public required string Key { get; init; }

    /// <summary>What its newest version is called.</summary>
    public required string Name { get; init; }

    /// <summary>Its folder; null for the root.</summary>
    public string? Directory { get; init; }

    /// <summary>Whether no evaluation may be created with it any more; default no.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Its versions, the first first.</summary>
    public required ImmutableArray<FormVersionSummary> Versions { get; init => field = value.IsDefault ? [] : value; }
}
