using BatchScoring.Reading;

namespace BatchScoring.Tallies;

/// <summary>A line that could not be read.</summary>
internal sealed record DamagedLine : ChatResult
{
    public required Damage Damage { get; init; }
}
