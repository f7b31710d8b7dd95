using System.Collections.Immutable;
using QualityKit.Interactions;

namespace QualityKit.Retention;

/// <summary>What placing a hold did.</summary>
public sealed record HoldPlacement
{
    /// <summary>The register with the hold in it, one revision on.</summary>
    public required HoldRegister Register { get; init; }

    /// <summary>The interactions that it holds; each is stored with its mark.</summary>
    public required ImmutableArray<InteractionId> Held { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The interactions that it would hold, and that were deleted before: it came too late for these.</summary>
    public required ImmutableArray<InteractionId> AlreadyShredded { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The interactions that it names and that are unknown: they are held when they come.</summary>
    public required ImmutableArray<InteractionId> Unknown { get; init => field = value.IsDefault ? [] : value; }
}
