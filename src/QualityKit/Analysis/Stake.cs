using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>What a question can bring into the score.</summary>
/// <param name="Answer">The class of its answer; -1 where it is hidden.</param>
/// <param name="Kind">How it takes part.</param>
/// <param name="Points">Its points when it counts.</param>
internal readonly record struct Stake(int Answer, StakeKind Kind, Fraction Points = default)
{
    public bool Counts => Kind == StakeKind.Counts;
}
