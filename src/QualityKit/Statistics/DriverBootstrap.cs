using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>The importance of predictors in cases drawn again, beside that of a random one.</summary>
internal sealed class DriverBootstrap
{
    private readonly DriverData _data;
    private readonly DriverSettings _settings;
    private readonly double[][] _standard;
    private readonly int _predictors;

    public DriverBootstrap(DriverData data, DriverSettings settings)
    {
        (_data, _settings) = (data, settings);
        _predictors = data.Names.Length;
        double root = Math.Sqrt(data.Cases);

        // Of variance 1, so that sums over drawn cases have the size of their number.
        _standard = [.. data.Columns.Append(data.Outcome).Select(column => DriverCorrelations.Standardized(column).Select(value => value * root).ToArray())];
    }

    /// <summary>The drivers, the most important first.</summary>
    public ImmutableArray<Driver> Drivers(Estimate[] effects)
    {
        double[] importance = Importance(DriverCorrelations.Of(_data));
        double[][] replicates = [.. Enumerable.Range(0, _predictors).Select(_ => new double[_settings.Replicates])];
        int[] beaten = new int[_predictors];
        var stream = new RandomStream(_settings.Seed);
        for (int replicate = 0; replicate < _settings.Replicates; replicate++)
        {
            double[] drawn = Importance(Drawn(ref stream));
            for (int i = 0; i < _predictors; i++)
            {
                replicates[i][replicate] = drawn[i];
                beaten[i] += drawn[i] <= drawn[_predictors] ? 1 : 0;
            }
        }

        ImmutableArray<double> chances = MultipleTests.Holm([.. beaten.Select(count => (count + 1.0) / (_settings.Replicates + 1))]);
        double all = importance.Sum();
        return
        [
            .. Enumerable.Range(0, _predictors).OrderByDescending(i => importance[i]).Select(i => new Driver
            {
                Name = _data.Names[i],
                Importance = Interval(importance[i], replicates[i]),
                Share = all > 0 ? importance[i] / all : 0,
                Correlation = PairedScores.Of(_data.Columns[i], _data.Outcome).Pearson(),
                Effect = effects[i],
                PValue = chances[i],
                IsEstablished = chances[i] <= _settings.Level,
            }),
        ];
    }

    // With the random predictor as without it, so that importance is one thing.
    private double[] Importance(Matrix correlations) => _predictors <= DriverAnalysis.MostShapleyPredictors
        ? [.. DominanceAnalysis.Gains(SubsetShares.Of(correlations), correlations.Rows - 1).Select(row => row.Average())]
        : RelativeWeights.Of(correlations);

    // Cases drawn again, with a random predictor between the others and the outcome.
    private Matrix Drawn(ref RandomStream stream)
    {
        int cases = _data.Cases;
        int size = _predictors + 2;
        double[] row = new double[size];
        double[] sums = new double[size];
        var products = new Matrix(size, size);
        for (int i = 0; i < cases; i++)
        {
            int drawn = stream.Below(cases);
            for (int column = 0; column < _predictors; column++)
            {
                row[column] = _standard[column][drawn];
            }

            row[_predictors] = stream.Share() - 0.5;
            row[_predictors + 1] = _standard[_predictors][drawn];
            for (int a = 0; a < size; a++)
            {
                double value = row[a];
                sums[a] += value;
                Span<double> target = products.Row(a);
                for (int b = a; b < size; b++)
                {
                    target[b] += value * row[b];
                }
            }
        }

        return Correlations(products, sums, cases);
    }

    private static Matrix Correlations(Matrix products, double[] sums, int cases)
    {
        int size = sums.Length;
        var matrix = new Matrix(size, size);
        double[] deviations = [.. Enumerable.Range(0, size).Select(a => Math.Sqrt(Math.Max(0, products[a, a] - (sums[a] * sums[a] / cases))))];
        for (int a = 0; a < size; a++)
        {
            for (int b = a; b < size; b++)
            {
                // A column that the draw left without variation has nothing but rounding.
                bool varies = deviations[a] > 1e-7 && deviations[b] > 1e-7;
                double value = !varies ? 0 : a == b ? 1 : (products[a, b] - (sums[a] * sums[b] / cases)) / (deviations[a] * deviations[b]);
                (matrix[a, b], matrix[b, a]) = (value, value);
            }
        }

        return matrix;
    }

    private Estimate Interval(double value, double[] replicates)
    {
        Array.Sort(replicates);
        double error = Replicates.Error(replicates);
        double side = (1 - _settings.Confidence) / 2;
        var interval = new ConfidenceInterval(
            Math.Min(value, Replicates.Quantile(replicates, side)), Math.Max(value, Replicates.Quantile(replicates, 1 - side)), _settings.Confidence);
        return Estimate.Of(value, _data.Size, error, interval);
    }
}
