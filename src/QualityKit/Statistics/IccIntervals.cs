using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>The mean squares of a table, and the coefficients with their intervals (McGraw and Wong 1996, tables 4 and 7).</summary>
internal sealed class IccIntervals
{
    private const double Confidence = 0.95;
    private const double Side = (1 - Confidence) / 2;

    private readonly double _n;
    private readonly double _k;
    private readonly EstimateStatus _status;

    public IccIntervals(ScoreMoments moments)
    {
        Units = moments.Units;
        Raters = moments.Raters;
        (_n, _k) = (Units, Raters);
        if (Units < 2 || Raters < 2)
        {
            _status = EstimateStatus.InsufficientData;
            return;
        }

        double error = moments.ErrorSquares;
        Rows = moments.RowSquares / (_n - 1);
        Columns = moments.ColumnSquares / (_k - 1);
        Error = error / ((_n - 1) * (_k - 1));
        Within = (moments.ColumnSquares + error) / (_n * (_k - 1));
        _status = Rows == 0 && Within == 0 ? EstimateStatus.NoVariation : EstimateStatus.Ok;
    }

    public long Units { get; }

    public int Raters { get; }

    public double? Rows { get; }

    public double? Columns { get; }

    public double? Error { get; }

    public double? Within { get; }

    private EstimateSize Size => new(Units, Units * Raters, 0);

    private (double R, double C, double E, double W) Squares => (Rows!.Value, Columns!.Value, Error!.Value, Within!.Value);

    public FTest? TestAgainst(double? noise, double below) => _status == EstimateStatus.Ok && noise > 0 ? FTest.Of(Rows!.Value / noise.Value, _n - 1, below) : null;

    public Estimate OneWay(bool average) => _status == EstimateStatus.Ok ? Ratio(Squares.W, _n * (_k - 1), average) : Estimate.None(_status, Size);

    public Estimate Consistency(bool average)
    {
        if (_status != EstimateStatus.Ok)
        {
            return Estimate.None(_status, Size);
        }

        // Raters that differ by constants, and units that do not differ at all.
        return Squares.R == 0 && Squares.E == 0 ? Estimate.None(EstimateStatus.NoVariation, Size) : Ratio(Squares.E, (_n - 1) * (_k - 1), average);
    }

    public Estimate Agreement(bool average)
    {
        if (_status != EstimateStatus.Ok)
        {
            return Estimate.None(_status, Size);
        }

        (double rows, double columns, double error, _) = Squares;
        double leniency = (columns - error) / _n;
        double single = rows + ((_k - 1) * error) + (_k * leniency);
        double below = average ? rows + leniency : single;
        double value = (rows - error) / below;
        if (below <= 0 || double.IsInfinity(value))
        {
            return Estimate.None(EstimateStatus.NoVariation, Size);
        }

        (double lower, double upper) = AgreementLimits((rows - error) / single);
        return average
            ? Result(value, SpearmanBrown(lower), SpearmanBrown(upper))
            : Result(value, lower, upper);
    }

    // The mean square of units against what varies beside it.
    private Estimate Ratio(double noise, double degrees, bool average)
    {
        // Ratios the other way round, so that no noise is no infinity.
        double rows = Squares.R;
        double inverse = noise / rows;
        if (average && double.IsInfinity(inverse))
        {
            return Estimate.None(EstimateStatus.NoVariation, Size);
        }

        double low = inverse * FisherFDistribution.UpperQuantile(Side, _n - 1, degrees);
        double high = inverse / FisherFDistribution.UpperQuantile(Side, degrees, _n - 1);
        return average
            ? Result(1 - inverse, 1 - low, 1 - high)
            : Result((rows - noise) / (rows + ((_k - 1) * noise)), Single(low), Single(high));
    }

    private double Single(double inverse) => double.IsInfinity(inverse) ? -1 / (_k - 1) : (1 - inverse) / (1 + ((_k - 1) * inverse));

    private (double Lower, double Upper) AgreementLimits(double value)
    {
        (double rows, double columns, double error, _) = Squares;
        if (columns == 0 && error == 0)
        {
            return (1, 1);
        }

        // The paper's a and b times n (1 - value), which may be 0; squared as shares, so that they stay in range.
        double leniency = _k * value * columns;
        double rest = ((_n * (1 - value)) + (_k * value * (_n - 1))) * error;
        double sum = leniency + rest;
        if (sum == 0)
        {
            // Units that do not differ at all, and raters that differ by constants: 0, and nothing tells how sure.
            return (double.NaN, double.NaN);
        }

        double degrees = 1 / ((Square(leniency / sum) / (_k - 1)) + (Square(rest / sum) / ((_n - 1) * (_k - 1))));
        double low = FisherFDistribution.UpperQuantile(Side, _n - 1, degrees);
        double high = FisherFDistribution.UpperQuantile(Side, degrees, _n - 1);
        double others = (_k * columns) + (((_k * _n) - _k - _n) * error);
        return (_n * (rows - (low * error)) / ((low * others) + (_n * rows)), _n * ((high * rows) - error) / (others + (_n * high * rows)));
    }

    private double SpearmanBrown(double value) => _k * value / (1 + ((_k - 1) * value));

    private static double Square(double value) => value * value;

    private Estimate Result(double value, double lower, double upper) =>
        double.IsFinite(lower) && double.IsFinite(upper) && lower <= value && value <= upper
            ? Estimate.Of(value, Size, null, new ConfidenceInterval(lower, upper, Confidence))
            : Estimate.Of(value, Size);
}
