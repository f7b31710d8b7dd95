using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>The coefficients with the highest likelihood, of predictors of full rank and outcomes that differ.</summary>
internal sealed class LogisticFit
{
    // Newton's method doubles the right digits in each step. Where there is no highest point, it goes on for ever in steps of about 1.
    private const int Steps = 100;
    private const double Enough = 1e-10;

    // By then the cases that would decide a coefficient have chances of less than 1e-12 of going the other way: none does.
    private const double Undecided = 1e12;

    private readonly double[] _outcome;
    private readonly Matrix _design;
    private readonly double[] _spread;

    private LogisticFit(double[] outcome, double[][] columns)
    {
        _outcome = outcome;
        _design = Matrix.OfColumns([[.. Enumerable.Repeat(1.0, outcome.Length)], .. columns]);
        _spread = new QrFactorization(_design).InverseCrossDiagonal();
        Coefficients = new double[columns.Length + 1];
        LogLikelihood = LikelihoodAt(Coefficients);
    }

    /// <summary>The intercept, then one coefficient a predictor.</summary>
    public double[] Coefficients { get; private set; }

    /// <summary>Their standard errors.</summary>
    public double[] Errors { get; private set; } = [];

    public double LogLikelihood { get; private set; }

    /// <summary>The fit; null where the predictors separate the outcomes.</summary>
    public static LogisticFit? Of(double[] outcome, double[][] columns)
    {
        var fit = new LogisticFit(outcome, columns);
        return fit.Climb() ? fit : null;
    }

    /// <summary>The logarithm of the likelihood of a chance that is the same in all cases.</summary>
    public static double NullLogLikelihood(double[] outcome)
    {
        double ones = outcome.Sum();
        double zeros = outcome.Length - ones;
        return (ones * Math.Log(ones / outcome.Length)) + (zeros * Math.Log(zeros / outcome.Length));
    }

    private bool Climb()
    {
        for (int i = 0; i < Steps; i++)
        {
            double[] odds = [.. Enumerable.Range(0, _outcome.Length).Select(row => LogOdds(row, Coefficients))];
            QrFactorization weighted = Weighted(odds);
            double[] variances = weighted.InverseCrossDiagonal();
            if (!weighted.IsFullRank || variances.Zip(_spread).Any(pair => pair.First > Undecided * pair.Second))
            {
                return false;
            }

            double[] step = weighted.Solve([.. odds.Select((log, row) => _outcome[row] == 1 ? Math.Exp(-log / 2) : -Math.Exp(log / 2))]);
            double size = Enumerable.Range(0, _outcome.Length).Max(row => Math.Abs(LogOdds(row, step)));
            Take(step);
            if (size < Enough)
            {
                Errors = [.. variances.Select(Math.Sqrt)];
                return true;
            }
        }

        return false;
    }

    // The root of p (1 - p) for the rows; the residual over it is exp(-odds / 2) for a 1, and -exp(odds / 2) for a 0.
    private QrFactorization Weighted(double[] odds)
    {
        Matrix matrix = _design.Copy();
        for (int row = 0; row < matrix.Rows; row++)
        {
            double root = 0.5 / Math.Cosh(odds[row] / 2);
            foreach (ref double cell in matrix.Row(row))
            {
                cell *= root;
            }
        }

        return new QrFactorization(matrix);
    }

    private void Take(double[] step)
    {
        double scale = 1;
        double[] next = Next();
        double likelihood = LikelihoodAt(next);
        while (likelihood < LogLikelihood - (1e-12 * Math.Abs(LogLikelihood)) && scale > 1e-6)
        {
            scale /= 2;
            next = Next();
            likelihood = LikelihoodAt(next);
        }

        (Coefficients, LogLikelihood) = (next, likelihood);

        double[] Next() => [.. Coefficients.Zip(step, (value, move) => value + (scale * move))];
    }

    private double LikelihoodAt(double[] coefficients)
    {
        StableSum sum = default;
        for (int row = 0; row < _outcome.Length; row++)
        {
            double odds = LogOdds(row, coefficients);
            sum.Add(-SoftPlus(_outcome[row] == 1 ? -odds : odds));
        }

        return sum.Value;
    }

    private double LogOdds(int row, double[] coefficients)
    {
        double sum = 0;
        Span<double> cells = _design.Row(row);
        for (int i = 0; i < cells.Length; i++)
        {
            sum += coefficients[i] * cells[i];
        }

        // Beyond this a chance is 0 or 1 to all digits, and its exponential would leave the range of a double.
        return Math.Clamp(sum, -1000, 1000);
    }

    private static double SoftPlus(double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)));
}
