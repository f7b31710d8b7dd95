using QualityKit.People;

namespace QualityKit.Privacy;

/// <summary>Another disclosure policy, until somebody else approves it.</summary>
public sealed record DisclosureProposal
{
    /// <summary>Names it, so that what is approved is what was looked at.</summary>
    public required string Id { get; init; }

    /// <summary>What it would disclose.</summary>
    public required DisclosurePolicy Policy { get; init; }

    /// <summary>Who proposed it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
