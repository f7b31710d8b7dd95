using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Two scores of each unit, such as an evaluator's and the expert's.</summary>
public sealed class PairedScores
{
    private const double Confidence = 0.95;

    private readonly double[] _x;
    private readonly double[] _y;

    private PairedScores(double[] x, double[] y)
    {
        _x = x;
        _y = y;
    }

    /// <summary>How many units there are.</summary>
    public int Count => _x.Length;

    private EstimateSize Size => new(Count, 2L * Count, 0);

    /// <summary>Pairs of scores.</summary>
    /// <param name="x">The first score of each unit, numbers at most 1e100 from 0.</param>
    /// <param name="y">The second score of each unit.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or a score cannot be used.</exception>
    public static PairedScores Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException("the two columns have one length", nameof(y));
        }

        double[] first = x.ToArray();
        double[] second = y.ToArray();
        if (!first.All(RatingScale.IsUsable) || !second.All(RatingScale.IsUsable))
        {
            throw new ArgumentException("a score is a number at most 1e100 from 0", nameof(x));
        }

        return new PairedScores(first, second);
    }

    /// <summary>The mean difference x - y and how far differences spread (Bland and Altman 1986).</summary>
    public LimitsOfAgreement LimitsOfAgreement() => Statistics.LimitsOfAgreement.Of([.. _x.Zip(_y, (x, y) => x - y)]);

    /// <summary>Lin's concordance: the correlation, less what offset and scale cost it (Lin 1989, with moments over n; the variance as corrected in 2000).</summary>
    /// <returns>
    /// The interval is that of Fisher's z. When one of the two does not vary, the value is 0 and there is no standard error; when neither does, and they are the same, there is no value.
    /// </returns>
    public Estimate Concordance()
    {
        if (Count < 2)
        {
            return Estimate.None(EstimateStatus.InsufficientData, Size);
        }

        PairMoments moments = new(_x, _y);
        double offset = moments.MeanX - moments.MeanY;
        double below = moments.VarianceX + moments.VarianceY + (offset * offset);
        if (below == 0)
        {
            return Estimate.None(EstimateStatus.NoVariation, Size);
        }

        double value = 2 * moments.Covariance / below;
        double r = moments.Correlation ?? 0;
        if (r == 0 || Count < 3 || Math.Abs(r) >= 1 || Math.Abs(value) >= 1)
        {
            return Estimate.Of(value, Size);
        }

        double u = offset * offset / (Math.Sqrt(moments.VarianceX) * Math.Sqrt(moments.VarianceY));
        double c = value * value;
        double variance = (((1 - (r * r)) * c * (1 - c) / (r * r)) + (2 * c * value * (1 - value) * u / r) - (c * c * u * u / (2 * r * r))) / (Count - 2);
        if (variance <= 0)
        {
            return Estimate.Of(value, Size);
        }

        double error = Math.Sqrt(variance);
        double margin = NormalDistribution.UpperQuantile((1 - Confidence) / 2) * error / (1 - c);
        double z = Math.Atanh(value);
        return Estimate.Of(value, Size, error, new ConfidenceInterval(Math.Tanh(z - margin), Math.Tanh(z + margin), Confidence));
    }

    /// <summary>Pearson's correlation, with the interval of Fisher's z (Pearson 1896; Fisher 1921).</summary>
    public Estimate Pearson()
    {
        if (Count < 2)
        {
            return Estimate.None(EstimateStatus.InsufficientData, Size);
        }

        if (new PairMoments(_x, _y).Correlation is not { } r)
        {
            return Estimate.None(EstimateStatus.NoVariation, Size);
        }

        if (Count < 4 || Math.Abs(r) >= 1)
        {
            return Estimate.Of(r, Size);
        }

        double margin = NormalDistribution.UpperQuantile((1 - Confidence) / 2) / Math.Sqrt(Count - 3);
        double z = Math.Atanh(r);
        return Estimate.Of(r, Size, null, new ConfidenceInterval(Math.Tanh(z - margin), Math.Tanh(z + margin), Confidence));
    }

    /// <summary>The chance of a correlation as far from 0 if there were none (Student 1908); null where there is no correlation, or fewer than three pairs.</summary>
    public double? PearsonPValue() => Pearson().Value is { } r && Count > 2
        ? StudentTDistribution.TwoSided(r * Math.Sqrt((Count - 2) / (1 - (r * r))), Count - 2)
        : null;

    /// <summary>The correlation of ranks, ties in their middle (Spearman 1904).</summary>
    public Estimate Spearman()
    {
        PairMoments ranks = new(Ranks.Of(_x), Ranks.Of(_y));
        return (Count, ranks.Correlation) switch
        {
            ( < 2, _) => Estimate.None(EstimateStatus.InsufficientData, Size),
            (_, null) => Estimate.None(EstimateStatus.NoVariation, Size),
            (_, { } r) => Estimate.Of(r, Size),
        };
    }

    /// <summary>The share of pairs of units in one order less that in the other, ties taken out (Kendall 1945, tau b). Takes time in the square of the units.</summary>
    public Estimate KendallTau()
    {
        if (Count < 2)
        {
            return Estimate.None(EstimateStatus.InsufficientData, Size);
        }

        (long order, long x, long y) = (0, 0, 0);
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (int byX, int byY) = (_x[i].CompareTo(_x[j]), _y[i].CompareTo(_y[j]));
                order += Math.Sign(byX) * Math.Sign(byY);
                x += byX != 0 ? 1 : 0;
                y += byY != 0 ? 1 : 0;
            }
        }

        return x == 0 || y == 0 ? Estimate.None(EstimateStatus.NoVariation, Size) : Estimate.Of(order / (Math.Sqrt(x) * Math.Sqrt(y)), Size);
    }
}
