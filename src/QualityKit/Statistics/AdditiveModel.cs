using System.Collections.Immutable;

namespace QualityKit.Statistics;

/// <summary>Scores as a sum of what the interaction deserves and how lenient the rater is, from whatever was scored: a fair score for who was scored by whom.</summary>
/// <remarks>
/// x(ij) = mu + a(i) + b(j) + error, both effects adding up to 0, by ordinary least squares (Yates 1934, on unequal numbers in subclasses).
/// Units are eliminated exactly, so the system to solve has the size of the raters, and one step of refinement follows.
/// </remarks>
public sealed record AdditiveModel
{
    internal AdditiveModel()
    {
    }

    /// <summary>Ok; insufficient data when fewer than two raters scored; disconnected when raters share no chain of units (then see <see cref="Components"/>).</summary>
    public EstimateStatus Status { get; internal init; }

    /// <summary>What all scores have in common, mu; null without a solution.</summary>
    public double? Mean { get; internal init; }

    /// <summary>How lenient each rater is, b, in points: positive for lenient. Severity is the same with the other sign. A rater who scored nothing has no value.</summary>
    public ImmutableArray<Estimate> Leniency { get; internal init; } = [];

    /// <summary>What each unit would have got from a rater of average leniency, mu + a; null for a unit that nobody scored.</summary>
    public ImmutableArray<double?> AdjustedScores { get; internal init; } = [];

    /// <summary>The standard deviation of what the model leaves; null without degrees of freedom.</summary>
    public double? ResidualDeviation { get; internal init; }

    /// <summary>Scores less what was fitted.</summary>
    public long ResidualDegrees { get; internal init; }

    /// <summary>The raters that can be compared with each other, by number; more than one part when disconnected.</summary>
    public ImmutableArray<ImmutableArray<int>> Components { get; internal init; } = [];

    /// <summary>Fits the model.</summary>
    /// <param name="ratings">The scores; any may be missing.</param>
    public static AdditiveModel Of(Ratings ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ImmutableArray<ImmutableArray<int>> components = RaterGraph.Components(ratings);
        EstimateStatus status = components.Length switch
        {
            > 1 => EstimateStatus.Disconnected,
            1 when components[0].Length > 1 => EstimateStatus.Ok,
            _ => EstimateStatus.InsufficientData,
        };
        return status == EstimateStatus.Ok
            ? new AdditiveFit(ratings, components[0]).Model() with { Components = components }
            : new AdditiveModel { Status = status, Components = components };
    }
}
