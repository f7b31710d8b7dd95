using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>The sums that every coefficient of agreement starts with, and the step from a chance agreement to a coefficient.</summary>
/// <remarks>K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, chapters 2 to 6.</remarks>
internal sealed class UnitSums
{
    // The variance of a mean of linearised units is t distributed with one degree less than units.
    private const double Confidence = 0.95;

    private readonly UnitCounts _counts;
    private readonly PairTally _tally;
    private readonly double[,] _weights;

    public UnitSums(UnitCounts counts, AgreementWeights weights)
    {
        _counts = counts;
        _tally = new PairTally(counts);
        _weights = weights.For(counts.Scale);
        Units = _tally.Units(1);
        Paired = _tally.Units(2);
        Size = new EstimateSize(Units, _tally.Ratings(1), counts.Scale.Count);
        Shares = _tally.MeanShares();
        Observed = _tally.Sum((k, l) => _weights[k, l], ratings => ratings * (ratings - 1.0)) / Paired;
    }

    public EstimateSize Size { get; }

    public long Units { get; }

    public long Paired { get; }

    /// <summary>The mean over units of the share of pairs that agree (equation 2.7).</summary>
    public double Observed { get; }

    /// <summary>The mean over units of each category's share.</summary>
    public double[] Shares { get; }

    public double TotalWeight => _weights.Cast<double>().Sum();

    public double Weight(int k, int l) => _weights[k, l];

    /// <summary>The sum over pairs of categories of their weight and both shares.</summary>
    public double Expected(double[] shares) =>
        Enumerable.Range(0, shares.Length).Sum(k => shares[k] * WeightedShare(k, shares));

    /// <summary>The weights of a category with all, by their shares.</summary>
    public double WeightedShare(int k, double[] shares) =>
        Enumerable.Range(0, shares.Length).Sum(l => _weights[k, l] * shares[l]);

    /// <summary>The share of agreement itself.</summary>
    public Estimate Percent()
    {
        if (Paired == 0)
        {
            return Estimate.None(EstimateStatus.InsufficientData, Size);
        }

        double scale = Units / (double)Paired;
        return Finish(Observed, row => scale * PairsOf(row)).With(Observed, null);
    }

    /// <summary>A coefficient of a chance agreement, which each unit adds to as <paramref name="chanceOfRow"/> says, to first order.</summary>
    public Estimate Coefficient(Func<double> chance, Func<int, double> chanceOfRow)
    {
        if (Paired == 0)
        {
            return Estimate.None(EstimateStatus.InsufficientData, Size);
        }

        if (_tally.Used(1) < 2)
        {
            return Estimate.None(EstimateStatus.NoVariation, Size).With(Observed, null);
        }

        double expected = chance();
        double beyond = 1 - expected;
        if (beyond <= 0)
        {
            return Estimate.None(EstimateStatus.NoVariation, Size).With(Observed, expected);
        }

        double value = (Observed - expected) / beyond;
        double scale = Units / (double)Paired;
        return Finish(value, Linear).With(Observed, expected);

        double Linear(int row)
        {
            double own = scale * (PairsOf(row) - (RatingsOf(row) > 1 ? expected : 0)) / beyond;
            return own - (2 * (1 - value) * (chanceOfRow(row) - expected) / beyond);
        }
    }

    public int RatingsOf(int row)
    {
        int sum = 0;
        foreach (int count in _counts.Row(row))
        {
            sum += count;
        }

        return sum;
    }

    /// <summary>The mean of a value of each category over a unit's ratings.</summary>
    public double MeanOf(int row, double[] values)
    {
        ReadOnlySpan<int> counts = _counts.Row(row);
        double sum = 0;
        for (int k = 0; k < counts.Length; k++)
        {
            sum += counts[k] * values[k];
        }

        return sum / RatingsOf(row);
    }

    private double PairsOf(int row)
    {
        ReadOnlySpan<int> counts = _counts.Row(row);
        double ratings = RatingsOf(row);
        double sum = 0;
        for (int k = 0; k < counts.Length; k++)
        {
            for (int l = 0; l < counts.Length && counts[k] > 0; l++)
            {
                sum += _weights[k, l] * counts[k] * (counts[l] - (k == l ? 1 : 0));
            }
        }

        return ratings < 2 ? 0 : sum / (ratings * (ratings - 1));
    }

    private Estimate Finish(double value, Func<int, double> linear)
    {
        if (Units < 2)
        {
            return Estimate.Of(value, Size);
        }

        StableSum squares = default;
        for (int row = 0; row < _counts.Rows; row++)
        {
            if (RatingsOf(row) > 0)
            {
                double off = linear(row) - value;
                squares.Add(_counts.TimesOf(row) * off * off);
            }
        }

        double error = Math.Sqrt(squares.Value / (Units * (Units - 1.0)));
        return Estimate.Of(value, Size, error, Intervals.StudentT(value, error, Units - 1, Confidence, 1));
    }
}
