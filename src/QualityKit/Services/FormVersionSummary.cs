using QualityKit.Forms;
using QualityKit.People;

namespace QualityKit.Services;

/// <summary>One published version of a form, in a list.</summary>
public sealed record FormVersionSummary
{
    /// <summary>Identifies it by its content.</summary>
    public required FormVersionId Id { get; init; }

    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Who published it.</summary>
    public required PersonId PublishedBy { get; init; }
}
