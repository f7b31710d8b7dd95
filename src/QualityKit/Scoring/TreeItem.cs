using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>An item of a group in the tree of groups (rule S8): a question, a pool of questions, or an inner group.</summary>
internal sealed class TreeItem
{
    public required Fraction Weight { get; init; }

    public required bool IsBonus { get; init; }

    /// <summary>How much of its weight is there: 1 counted, 0 left out.</summary>
    public required Fraction Presence { get; init; }

    /// <summary>Its score; null when it has none.</summary>
    public required Fraction? Value { get; init; }

    /// <summary>Passes the applied weight of the item on to what is in it.</summary>
    public required Action<Fraction> Assign { get; init; }

    public Fraction EffectiveWeight(bool leavesForm) =>
        Value is null ? Fraction.Zero : leavesForm && !IsBonus ? Weight * Presence : Weight;
}
