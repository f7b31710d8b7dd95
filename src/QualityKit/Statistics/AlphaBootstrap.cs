using System.Numerics;
using System.Runtime.InteropServices;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Alpha of units drawn again: every unit is a short row of sums, and a replicate is the sum of the rows drawn.</summary>
internal sealed class AlphaBootstrap
{
    private static readonly int Columns = 2 * Vector<double>.Count;

    private readonly AlphaFeatures _features;
    private readonly double[] _rows;
    private readonly double[] _sums;
    private readonly int[] _drawn;
    private readonly int _stride;
    private readonly int _units;

    public AlphaBootstrap(AlphaFeatures features, UnitCounts counts)
    {
        _features = features;

        _stride = (features.Length + Columns - 1) / Columns * Columns;
        _sums = new double[_stride];
        var rows = new List<double>();
        double[] row = new double[_stride];
        for (int i = 0; i < counts.Rows; i++)
        {
            if (features.Fill(counts.Row(i), row))
            {
                for (long time = 0; time < counts.TimesOf(i); time++)
                {
                    rows.AddRange(row);
                    _units++;
                }
            }
        }

        _rows = [.. rows];
        _drawn = new int[_units];
    }

    public BootstrapResult Run(Estimate whole, ulong seed, int replicates, double confidence)
    {
        var stream = new RandomStream(seed);
        var values = new List<double>(replicates);
        for (int i = 0; i < replicates; i++)
        {
            Draw(ref stream);
            if (_features.Alpha(_sums) is { } value)
            {
                values.Add(value);
            }
        }

        double[] sorted = [.. values];
        Array.Sort(sorted);
        return Result(whole, sorted, replicates - sorted.Length, confidence);
    }

    private void Draw(ref RandomStream stream)
    {
        for (int i = 0; i < _units; i++)
        {
            _drawn[i] = stream.Below(_units) * _stride;
        }

        for (int column = 0; column < _stride; column += Columns)
        {
            Sum(column);
        }
    }

    // Two vectors of columns, and apart for every other unit, so that four sums are under way at once.
    private void Sum(int column)
    {
        int width = Vector<double>.Count;
        Vector<double> low = Vector<double>.Zero;
        Vector<double> high = Vector<double>.Zero;
        Vector<double> otherLow = Vector<double>.Zero;
        Vector<double> otherHigh = Vector<double>.Zero;
        ref double rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        int i = 0;
        for (; i + 1 < _drawn.Length; i += 2)
        {
            nuint first = (nuint)(_drawn[i] + column);
            nuint second = (nuint)(_drawn[i + 1] + column);
            low += Vector.LoadUnsafe(ref rows, first);
            high += Vector.LoadUnsafe(ref rows, first + (nuint)width);
            otherLow += Vector.LoadUnsafe(ref rows, second);
            otherHigh += Vector.LoadUnsafe(ref rows, second + (nuint)width);
        }

        if (i < _drawn.Length)
        {
            nuint last = (nuint)(_drawn[i] + column);
            low += Vector.LoadUnsafe(ref rows, last);
            high += Vector.LoadUnsafe(ref rows, last + (nuint)width);
        }

        (low + otherLow).CopyTo(_sums, column);
        (high + otherHigh).CopyTo(_sums, column + width);
    }

    private BootstrapResult Result(Estimate whole, double[] sorted, int undefined, double confidence)
    {
        if (sorted.Length < 2)
        {
            return new BootstrapResult { Estimate = whole, Replicates = sorted.Length, Undefined = undefined };
        }

        double side = (1 - confidence) / 2;
        double value = whole.Value!.Value;
        double error = Replicates.Error(sorted);
        var percentile = new ConfidenceInterval(Replicates.Quantile(sorted, side), Replicates.Quantile(sorted, 1 - side), confidence);
        ConfidenceInterval? corrected = Corrected(sorted, value, side);
        ConfidenceInterval best = corrected ?? percentile;
        ConfidenceInterval shown = best with { Lower = Math.Min(best.Lower, value), Upper = Math.Max(best.Upper, value) };
        Estimate estimate = Estimate.Of(value, new EstimateSize(whole.Units, whole.Ratings, whole.Categories), error, shown);
        return new BootstrapResult
        {
            Estimate = estimate.With(whole.Observed!.Value, whole.Expected),
            Percentile = percentile,
            Corrected = corrected,
            Replicates = sorted.Length,
            Undefined = undefined,
        };
    }

    // Efron 1987: the bias from how many replicates lie below, the acceleration from leaving units out.
    private ConfidenceInterval? Corrected(double[] sorted, double value, double side)
    {
        double below = sorted.Count(replicate => replicate < value) + (sorted.Count(replicate => replicate == value) / 2.0);
        if (below == 0 || below == sorted.Length || Acceleration() is not { } acceleration)
        {
            return null;
        }

        double bias = NormalDistribution.Quantile(below / sorted.Length);
        double z = NormalDistribution.UpperQuantile(side);
        return new ConfidenceInterval(Replicates.Quantile(sorted, Shifted(-z)), Replicates.Quantile(sorted, Shifted(z)), 1 - (2 * side));

        double Shifted(double at) => NormalDistribution.Lower(bias + ((bias + at) / (1 - (acceleration * (bias + at)))));
    }

    private double? Acceleration()
    {
        double[] total = new double[_stride];
        for (int i = 0; i < _rows.Length; i++)
        {
            total[i % _stride] += _rows[i];
        }

        double[] values = new double[_units];
        double[] left = new double[_stride];
        for (int unit = 0; unit < _units; unit++)
        {
            for (int i = 0; i < _stride; i++)
            {
                left[i] = total[i] - _rows[(unit * _stride) + i];
            }

            if (_features.Alpha(left) is not { } value)
            {
                return null;
            }

            values[unit] = value;
        }

        double mean = StableSum.Of(values) / values.Length;
        double squares = values.Sum(value => (mean - value) * (mean - value));
        double cubes = values.Sum(value => (mean - value) * (mean - value) * (mean - value));
        return squares == 0 ? null : cubes / (6 * Math.Pow(squares, 1.5));
    }
}
