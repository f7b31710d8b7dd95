namespace QualityKit.Statistics;

/// <summary>How much two categories agree: 1 for the same, less for those apart (Gwet 2014, Handbook of Inter-Rater Reliability, table 3.1).</summary>
public sealed class AgreementWeights
{
    private readonly Func<RatingScale, double[,]> _table;

    private AgreementWeights(Func<RatingScale, double[,]> table) => _table = table;

    /// <summary>Only the same category agrees.</summary>
    public static AgreementWeights Identity { get; } = Of((_, _, _) => 0);

    /// <summary>1 less the distance of the values in shares of the range (Cicchetti and Allison 1971).</summary>
    public static AgreementWeights Linear { get; } = Of((scale, k, l) => 1 - Distance(scale, k, l));

    /// <summary>1 less the squared distance of the values in shares of the range (Fleiss and Cohen 1973).</summary>
    public static AgreementWeights Quadratic { get; } = Of((scale, k, l) => 1 - (Distance(scale, k, l) * Distance(scale, k, l)));

    /// <summary>1 less the share of the pairs of categories that lie between, so that only the order counts (Gwet 2014). This is not Krippendorff's ordinal metric.</summary>
    public static AgreementWeights Ordinal { get; } = Of((scale, k, l) =>
    {
        double steps = Math.Abs(k - l);
        return 1 - (steps * (steps + 1) / (scale.Count * (scale.Count - 1.0)));
    });

    /// <summary>1 less the root of the distance of the values in shares of the range (Gwet 2014).</summary>
    public static AgreementWeights Radical { get; } = Of((scale, k, l) => 1 - Math.Sqrt(Distance(scale, k, l)));

    /// <summary>1 less the squared distance in proportion to the sum of the values (Gwet 2014). The values are 0 or more.</summary>
    public static AgreementWeights Ratio { get; } = Of((scale, k, l) =>
    {
        double share = Proportion(scale.Span[k], scale.Span[l]) / Proportion(scale.Span[0], scale.Span[^1]);
        return 1 - (share * share);
    });

    /// <summary>Weights of your own.</summary>
    /// <param name="weights">Square and symmetric; 1 on the diagonal and 0 to 1 beside it.</param>
    /// <exception cref="ArgumentException">The weights are not of this kind.</exception>
    public static AgreementWeights FromMatrix(double[,] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        int size = weights.GetLength(0);
        for (int k = 0; k < size; k++)
        {
            for (int l = 0; l < size; l++)
            {
                if (weights.GetLength(1) != size || weights[k, l] is not (>= 0 and <= 1) || weights[k, l] != weights[l, k] || weights[k, k] != 1)
                {
                    throw new ArgumentException($"weights are square and symmetric, 1 on the diagonal and 0 to 1 beside it; those at {k}, {l} are not", nameof(weights));
                }
            }
        }

        var own = (double[,])weights.Clone();
        return new AgreementWeights(scale => scale.Count == size ? own : throw new ArgumentException($"there are {scale.Count} categories, and weights for {size}", nameof(weights)));
    }

    internal double[,] For(RatingScale scale) => _table(scale);

    private static AgreementWeights Of(Func<RatingScale, int, int, double> weight) => new(scale =>
    {
        var table = new double[scale.Count, scale.Count];
        for (int k = 0; k < scale.Count; k++)
        {
            for (int l = 0; l < scale.Count; l++)
            {
                table[k, l] = k == l ? 1 : weight(scale, k, l);
            }
        }

        return table;
    });

    private static double Distance(RatingScale scale, int k, int l) => Math.Abs(scale.Span[k] - scale.Span[l]) / (scale.Span[^1] - scale.Span[0]);

    private static double Proportion(double a, double b) =>
        a >= 0 && b >= 0 ? Math.Abs(a - b) / (a + b) : throw new ArgumentException("ratio weights need categories of 0 or more");
}
