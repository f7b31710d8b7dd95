using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>That a person confirmed what a machine submitted.</summary>
public sealed record Confirmation
{
    /// <summary>Who did it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
