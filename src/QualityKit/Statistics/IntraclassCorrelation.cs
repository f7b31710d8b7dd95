namespace QualityKit.Statistics;

/// <summary>The intraclass correlations of a complete table of scores: what share of their variance the units make.</summary>
/// <remarks>Shrout and Fleiss (1979); McGraw and Wong (1996), tables 4 to 7: intervals of 95 % from the F distribution. There is no standard error.</remarks>
public sealed record IntraclassCorrelation
{
    private readonly IccIntervals _intervals;

    private IntraclassCorrelation(IccIntervals intervals) => _intervals = intervals;

    /// <summary>The mean square between units.</summary>
    public double? RowMeanSquare => _intervals.Rows;

    /// <summary>The mean square between raters.</summary>
    public double? ColumnMeanSquare => _intervals.Columns;

    /// <summary>The mean square of what neither units nor raters explain.</summary>
    public double? ErrorMeanSquare => _intervals.Error;

    /// <summary>The mean square within units.</summary>
    public double? WithinMeanSquare => _intervals.Within;

    /// <summary>ICC(1): each unit was scored by other raters. One score.</summary>
    public required Estimate OneWay { get; init; }

    /// <summary>ICC(1,k): the mean of a unit's scores, by other raters each.</summary>
    public required Estimate OneWayAverage { get; init; }

    /// <summary>ICC(A,1), Shrout and Fleiss' (2,1): the same raters, whose leniency counts as disagreement. One score.</summary>
    public required Estimate Agreement { get; init; }

    /// <summary>ICC(A,k), Shrout and Fleiss' (2,k): the mean of the raters, whose leniency counts. It is the dependability of generalizability theory.</summary>
    public required Estimate AgreementAverage { get; init; }

    /// <summary>ICC(C,1), Shrout and Fleiss' (3,1): the same raters, whose leniency does not count. One score.</summary>
    public required Estimate Consistency { get; init; }

    /// <summary>ICC(C,k), Shrout and Fleiss' (3,k): the mean of the raters, whose leniency does not count. It is Cronbach's alpha, and the generalizability coefficient.</summary>
    public required Estimate ConsistencyAverage { get; init; }

    /// <summary>Whether units differ, when raters are not told apart; null where nothing varies within units.</summary>
    public FTest? OneWayTest => _intervals.TestAgainst(_intervals.Within, _intervals.Units * (_intervals.Raters - 1.0));

    /// <summary>Whether units differ, with the raters' leniency taken out; null where nothing is left to vary.</summary>
    public FTest? TwoWayTest => _intervals.TestAgainst(_intervals.Error, (_intervals.Units - 1.0) * (_intervals.Raters - 1.0));

    /// <summary>The variance of units: (MSR - MSE) / k. Below 0 when units differ less than chance would have it.</summary>
    public double? UnitVariance => (RowMeanSquare - ErrorMeanSquare) / _intervals.Raters;

    /// <summary>The variance of raters: (MSC - MSE) / n. Below 0 when raters differ less than chance would have it.</summary>
    public double? RaterVariance => (ColumnMeanSquare - ErrorMeanSquare) / _intervals.Units;

    /// <summary>The variance that is left: MSE.</summary>
    public double? ErrorVariance => ErrorMeanSquare;

    /// <summary>The standard error of measurement of one score when leniency does not count: the root of MSE.</summary>
    public double? ConsistencyErrorOfMeasurement => ErrorMeanSquare is { } error ? Math.Sqrt(error) : null;

    /// <summary>The standard error of measurement of one score when leniency counts: the root of MSE and the variance of raters.</summary>
    public double? AgreementErrorOfMeasurement => ErrorMeanSquare + RaterVariance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>From ratings of which none is missing.</summary>
    /// <param name="ratings">
    /// The scores. When any is missing, the coefficients have the status <see cref="EstimateStatus.InsufficientData"/>: no unit is left out unsaid.
    /// Then use <see cref="OneWayAnova"/> or <see cref="AdditiveModel"/>, which take what there is.
    /// </param>
    public static IntraclassCorrelation Of(Ratings ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var moments = new ScoreMoments(Math.Max(1, ratings.RaterCount));
        double[] row = new double[moments.Raters];
        bool isComplete = ratings.Count == (long)ratings.UnitCount * ratings.RaterCount;
        for (int unit = 0; unit < ratings.UnitCount && isComplete; unit++)
        {
            ReadOnlySpan<int> codes = ratings.CodesOf(unit);
            for (int rater = 0; rater < codes.Length; rater++)
            {
                row[rater] = ratings.Scale.Span[codes[rater]];
            }

            moments.Add(row);
        }

        return Of(moments);
    }

    /// <summary>From a table in one array, row after row, a row a unit, none missing.</summary>
    /// <param name="cells">A whole number of rows; numbers at most 1e100 from 0.</param>
    /// <param name="raters">The length of a row, 1 or more.</param>
    /// <exception cref="ArgumentException">The cells are not whole rows, or one cannot be used.</exception>
    public static IntraclassCorrelation Of(ReadOnlySpan<double> cells, int raters)
    {
        var moments = new ScoreMoments(raters);
        for (int start = 0; start < cells.Length; start += raters)
        {
            moments.Add(cells.Slice(start, Math.Min(raters, cells.Length - start)));
        }

        return Of(moments);
    }

    /// <summary>From rows that were added one by one.</summary>
    /// <param name="moments">The rows.</param>
    public static IntraclassCorrelation Of(ScoreMoments moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var intervals = new IccIntervals(moments);
        return new IntraclassCorrelation(intervals)
        {
            OneWay = intervals.OneWay(average: false),
            OneWayAverage = intervals.OneWay(average: true),
            Agreement = intervals.Agreement(average: false),
            AgreementAverage = intervals.Agreement(average: true),
            Consistency = intervals.Consistency(average: false),
            ConsistencyAverage = intervals.Consistency(average: true),
        };
    }
}
