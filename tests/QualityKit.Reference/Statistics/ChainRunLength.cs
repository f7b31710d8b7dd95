namespace QualityKit.Reference.Statistics;

/// <summary>Average run lengths by a Markov chain of many narrow states (Brook and Evans 1972), stepped until it has ended.</summary>
public static class ChainRunLength
{
    private const int States = 101;

    /// <summary>A one-sided CUSUM that starts at 0.</summary>
    public static double Cusum(double allowance, double decision, double shift, Func<double, double> below)
    {
        ArgumentNullException.ThrowIfNull(below);
        var width = 2 * decision / ((2 * States) - 1);
        return Run(0, (from, to) =>
        {
            var edge = ((to - from + 0.5) * width) + allowance - shift;
            return below(edge) - (to == 0 ? 0 : below(edge - width));
        });
    }

    /// <summary>An EWMA within its steady limits that starts at the target.</summary>
    public static double Ewma(double lambda, double width, double shift, Func<double, double> below)
    {
        ArgumentNullException.ThrowIfNull(below);
        var limit = width * Math.Sqrt(lambda / (2 - lambda));
        var step = 2 * limit / States;
        return Run(States / 2, (from, to) =>
        {
            var average = -limit + ((from + 0.5) * step);
            var upper = -limit + ((to + 1) * step);
            return below(((upper - ((1 - lambda) * average)) / lambda) - shift) - below(((upper - step - ((1 - lambda) * average)) / lambda) - shift);
        });
    }

    private static double Run(int start, Func<int, int, double> chance)
    {
        var steps = new double[States, States];
        for (var from = 0; from < States; from++)
        {
            for (var to = 0; to < States; to++)
            {
                steps[from, to] = chance(from, to);
            }
        }

        var now = new double[States];
        now[start] = 1;
        var length = 0.0;
        for (var left = 1.0; left > 1e-9; left = now.Sum())
        {
            length += left;
            var next = new double[States];
            for (var from = 0; from < States; from++)
            {
                for (var to = 0; to < States; to++)
                {
                    next[to] += now[from] * steps[from, to];
                }
            }

            now = next;
        }

        return length;
    }
}
