namespace QualityKit.Methods;

/// <summary>How the questions of a form become its score (rules S7 to S9).</summary>
public sealed record Combination
{
    private Combination(CombinationKind kind, GroupBasis within = GroupBasis.QuestionWeights, decimal start = 0)
    {
        Kind = kind;
        Within = within;
        Start = start;
    }

    /// <summary>The weighted mean of question values over the whole form.</summary>
    public static Combination QuestionWeights { get; } = new(CombinationKind.QuestionWeights);

    /// <summary>Weighted points over weighted possible points.</summary>
    public static Combination WeightedPoints { get; } = new(CombinationKind.WeightedPoints);

    /// <summary>Points over possible points, without weights.</summary>
    public static Combination TotalPoints { get; } = new(CombinationKind.TotalPoints);

    /// <summary>The sum of points.</summary>
    public static Combination Sum { get; } = new(CombinationKind.Sum);

    /// <summary>The weighted mean of grades, where lower is better.</summary>
    public static Combination Grade { get; } = new(CombinationKind.Grade);

    /// <summary>Which rule applies.</summary>
    public CombinationKind Kind { get; }

    /// <summary>How a group's own questions make its ratio; matters under <see cref="CombinationKind.GroupWeights"/>.</summary>
    public GroupBasis Within { get; }

    /// <summary>The number that deductions start from; 0 under any other rule.</summary>
    public decimal Start { get; }

    /// <summary>Each group's own ratio, then the weighted mean of groups, down the tree; within question weights it is the default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a defined basis.</exception>
    public static Combination GroupWeights(GroupBasis within = GroupBasis.QuestionWeights) =>
        Enum.IsDefined(within)
            ? new(CombinationKind.GroupWeights, within)
            : throw new ArgumentOutOfRangeException(nameof(within), within, "not a defined basis");

    /// <summary>Start at a number and subtract what was lost; the score is the share that is left.</summary>
    /// <param name="start">Above 0; often 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start is 0 or negative.</exception>
    public static Combination Deductions(decimal start)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(start);
        return new(CombinationKind.Deductions, start: start);
    }
}
