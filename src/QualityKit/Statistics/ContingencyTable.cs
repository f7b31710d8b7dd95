namespace QualityKit.Statistics;

/// <summary>How two raters rated the same units: a row a category of the first, a column a category of the second. Immutable.</summary>
public sealed class ContingencyTable
{
    private const double Confidence = 0.95;

    private readonly long[,] _cells;
    private readonly double _n;

    private ContingencyTable(RatingScale scale, long[,] cells)
    {
        Scale = scale;
        _cells = cells;
        Units = cells.Cast<long>().Sum();
        _n = Units;
    }

    /// <summary>The categories.</summary>
    public RatingScale Scale { get; }

    /// <summary>How many units both rated.</summary>
    public long Units { get; }

    /// <summary>The units that the first put into one category and the second into another, or the same.</summary>
    /// <param name="first">The position of the first rater's category.</param>
    /// <param name="second">The position of the second rater's category.</param>
    public long this[int first, int second] => _cells[first, second];

    /// <summary>A table that was counted before.</summary>
    /// <param name="scale">The categories.</param>
    /// <param name="cells">As many rows and columns as categories; none below 0.</param>
    /// <exception cref="ArgumentException">The table has another shape, or a count is below 0.</exception>
    public static ContingencyTable Of(RatingScale scale, long[,] cells)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.GetLength(0) != scale.Count || cells.GetLength(1) != scale.Count || cells.Cast<long>().Any(cell => cell < 0))
        {
            throw new ArgumentException($"the table has {scale.Count} rows and columns of counts from 0", nameof(cells));
        }

        return new ContingencyTable(scale, (long[,])cells.Clone());
    }

    /// <summary>The units that two raters both rated.</summary>
    /// <param name="ratings">The ratings.</param>
    /// <param name="first">The number of the first rater, from 0.</param>
    /// <param name="second">The number of the second rater, from 0.</param>
    public static ContingencyTable Of(Ratings ratings, int first, int second)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var cells = new long[ratings.Scale.Count, ratings.Scale.Count];
        for (int unit = 0; unit < ratings.UnitCount; unit++)
        {
            ReadOnlySpan<int> raters = ratings.RatersOf(unit);
            int row = raters.IndexOf(first);
            int column = raters.IndexOf(second);
            if (row >= 0 && column >= 0)
            {
                ReadOnlySpan<int> codes = ratings.CodesOf(unit);
                cells[codes[row], codes[column]]++;
            }
        }

        return new ContingencyTable(ratings.Scale, cells);
    }

    /// <summary>The same ratings without who gave them, for the coefficients of <see cref="Agreement"/>.</summary>
    public UnitCounts ToCounts()
    {
        int width = Scale.Count;
        int[] counts = new int[width * width * width];
        long[] times = new long[width * width];
        for (int row = 0; row < width; row++)
        {
            for (int column = 0; column < width; column++)
            {
                int at = (row * width) + column;
                times[at] = _cells[row, column];
                counts[(at * width) + row]++;
                counts[(at * width) + column]++;
            }
        }

        return new UnitCounts(Scale, counts, times);
    }

    /// <summary>Cohen's kappa, weighted or not (Cohen 1960, 1968), with the standard error of Fleiss, Cohen and Everitt (1969), equation 9, and a normal interval.</summary>
    /// <param name="weights">How much categories agree; null: only the same.</param>
    public Estimate Cohen(AgreementWeights? weights = null)
    {
        var size = new EstimateSize(Units, 2 * Units, Scale.Count);
        if (Units == 0)
        {
            return Estimate.None(EstimateStatus.InsufficientData, size);
        }

        CohenSums sums = Sums(weights);
        double beyond = 1 - sums.Expected;
        if (beyond <= 0)
        {
            return Estimate.None(EstimateStatus.NoVariation, size).With(sums.Observed, sums.Expected);
        }

        double value = (sums.Observed - sums.Expected) / beyond;
        double error = Math.Sqrt(Math.Max(0, sums.VarianceOfKappa) / _n);
        return Estimate.Of(value, size, error, Intervals.Normal(value, error, Confidence, 1)).With(sums.Observed, sums.Expected);
    }

    /// <summary>The standard error that kappa has if the raters agree by chance only (Fleiss, Cohen and Everitt 1969, equation 8); null where kappa has no value.</summary>
    /// <param name="weights">How much categories agree; null: only the same.</param>
    public double? CohenErrorByChance(AgreementWeights? weights = null)
    {
        if (Units == 0 || Sums(weights) is not { Expected: < 1 } sums)
        {
            return null;
        }

        return Math.Sqrt(Math.Max(0, sums.VarianceByChance) / _n);
    }

    /// <summary>How uneven the categories are: of a table with two, the units both put first less those both put second, as a share (Byrt and others 1993).</summary>
    /// <returns>Null when there are other than two categories, or no units.</returns>
    public double? PrevalenceIndex() => Scale.Count == 2 && Units > 0 ? (_cells[0, 0] - _cells[1, 1]) / _n : null;

    /// <summary>How the raters lean apart: of a table with two categories, the difference of their shares of the first (Byrt and others 1993).</summary>
    /// <returns>Null when there are other than two categories, or no units.</returns>
    public double? BiasIndex() => Scale.Count == 2 && Units > 0 ? (_cells[0, 1] - _cells[1, 0]) / _n : null;

    private CohenSums Sums(AgreementWeights? weights) => new(_cells, _n, (weights ?? AgreementWeights.Identity).For(Scale));
}
