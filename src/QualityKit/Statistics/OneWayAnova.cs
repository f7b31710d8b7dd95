using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Groups of scores of any sizes: whether they differ, and what share of the variance they make.</summary>
/// <remarks>Fisher (1925); the intraclass correlation of unequal groups after Donner (1986), with k0 = (N - sum of n squared / N) / (a - 1).</remarks>
public sealed record OneWayAnova
{
    private OneWayAnova()
    {
    }

    /// <summary>The sum of squares between groups.</summary>
    public double BetweenSquares { get; private init; }

    /// <summary>The sum of squares within groups.</summary>
    public double WithinSquares { get; private init; }

    /// <summary>How many groups have a score.</summary>
    public int Groups { get; private init; }

    /// <summary>How many scores there are.</summary>
    public int Scores { get; private init; }

    /// <summary>The size of groups that counts; null for fewer than two groups.</summary>
    public double? Size { get; private init; }

    /// <summary>The mean square between groups; null for fewer than two.</summary>
    public double? BetweenMeanSquare => Groups > 1 ? BetweenSquares / (Groups - 1) : null;

    /// <summary>The mean square within groups; null where no group has two scores.</summary>
    public double? WithinMeanSquare => Scores > Groups ? WithinSquares / (Scores - Groups) : null;

    /// <summary>Whether the groups differ; null where nothing varies within them.</summary>
    public FTest? Test => WithinMeanSquare > 0 && BetweenMeanSquare is { } between ? FTest.Of(between / WithinMeanSquare.Value, Groups - 1, Scores - Groups) : null;

    /// <summary>The share of the sum of squares that the groups make; null where nothing varies.</summary>
    public double? ExplainedShare => BetweenSquares + WithinSquares > 0 ? BetweenSquares / (BetweenSquares + WithinSquares) : null;

    /// <summary>ICC(1) of groups of any sizes: how alike two scores of one group are.</summary>
    public Estimate IntraclassCorrelation
    {
        get
        {
            var size = new EstimateSize(Groups, Scores, 0);
            return (BetweenMeanSquare, WithinMeanSquare) switch
            {
                (null, _) or (_, null) => Estimate.None(EstimateStatus.InsufficientData, size),
                (0, 0) => Estimate.None(EstimateStatus.NoVariation, size),
                ({ } between, { } within) => Estimate.Of((between - within) / (between + ((Size!.Value - 1) * within)), size),
            };
        }
    }

    /// <summary>Analyses groups of scores. Groups without a score stay out.</summary>
    /// <param name="groups">The scores of each group, numbers at most 1e100 from 0.</param>
    /// <exception cref="ArgumentException">A score cannot be used.</exception>
    public static OneWayAnova Of(IEnumerable<IReadOnlyList<double>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        double[][] all = [.. groups.Where(group => group.Count > 0).Select(group => group.ToArray())];
        if (all.Any(group => group.Any(score => !RatingScale.IsUsable(score))))
        {
            throw new ArgumentException("a score is a number at most 1e100 from 0", nameof(groups));
        }

        if (all.Length == 0)
        {
            return new OneWayAnova();
        }

        // Relative to the first score, so that a common offset costs no digits.
        double origin = all[0][0];
        double[] means = [.. all.Select(group => StableSum.Of([.. group.Select(score => score - origin)]) / group.Length)];
        int count = all.Sum(group => group.Length);
        double grand = StableSum.Of([.. all.Select((group, i) => group.Length * means[i])]) / count;
        return new OneWayAnova
        {
            Groups = all.Length,
            Scores = count,
            BetweenSquares = StableSum.Of([.. all.Select((group, i) => group.Length * (means[i] - grand) * (means[i] - grand))]),
            WithinSquares = StableSum.Of([.. all.SelectMany((group, i) => group.Select(score => Square(score - origin - means[i])))]),
            Size = all.Length < 2 ? null : (count - (all.Sum(group => (double)group.Length * group.Length) / count)) / (all.Length - 1),
        };
    }

    private static double Square(double value) => value * value;
}
