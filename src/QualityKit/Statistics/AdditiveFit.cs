using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>The additive model of raters who are all linked.</summary>
internal sealed class AdditiveFit
{
    private const double Confidence = 0.95;

    private readonly Ratings _ratings;
    private readonly ImmutableArray<int> _used;
    private readonly int[] _place;
    private readonly int[] _counts;
    private readonly double _origin;
    private readonly double[] _unitMeans;
    private readonly CholeskyFactorization? _system;

    public AdditiveFit(Ratings ratings, ImmutableArray<int> used)
    {
        _ratings = ratings;
        _used = used;
        _place = new int[ratings.RaterCount];
        for (int i = 0; i < used.Length; i++)
        {
            _place[used[i]] = i;
        }

        // Relative to a middle value, so that a common offset costs no digits.
        _origin = ratings.Scale.Span[ratings.Scale.Count / 2];
        _unitMeans = new double[ratings.UnitCount];
        _counts = new int[used.Length];
        _system = CholeskyFactorization.Of(System());
    }

    public AdditiveModel Model()
    {
        if (_system is null)
        {
            return new AdditiveModel { Status = EstimateStatus.RankDeficient };
        }

        double[] leniency = _system.Solve(RightSide(new double[_used.Length]));
        double[] refinement = _system.Solve(RightSide(leniency));
        leniency = [.. leniency.Zip(refinement, (value, off) => value + off)];
        double?[] adjusted = [.. Enumerable.Range(0, _unitMeans.Length).Select(unit => Adjusted(unit, leniency))];
        int scored = adjusted.Count(score => score is not null);
        long degrees = _ratings.Count - scored - (_used.Length - 1);
        double? deviation = degrees > 0 ? Math.Sqrt(Residuals(leniency, adjusted) / degrees) : null;
        return new AdditiveModel
        {
            Mean = adjusted.Average(),
            Leniency = Estimates(leniency, deviation, degrees),
            AdjustedScores = [.. adjusted],
            ResidualDeviation = deviation,
            ResidualDegrees = degrees,
        };
    }

    private double Score(int code) => _ratings.Scale.Span[code] - _origin;

    // Units eliminated: the counts of raters less what they share, and the mean of the effects held at 0.
    private Matrix System()
    {
        int size = _used.Length;
        var matrix = new Matrix(size, size);
        for (int unit = 0; unit < _ratings.UnitCount; unit++)
        {
            ReadOnlySpan<int> raters = _ratings.RatersOf(unit);
            StableSum sum = default;
            for (int i = 0; i < raters.Length; i++)
            {
                sum.Add(Score(_ratings.CodesOf(unit)[i]));
                int row = _place[raters[i]];
                _counts[row]++;
                matrix[row, row]++;
                foreach (int other in raters)
                {
                    matrix[row, _place[other]] -= 1.0 / raters.Length;
                }
            }

            _unitMeans[unit] = sum.Value / raters.Length;
        }

        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                matrix[row, column] += 1.0 / size;
            }
        }

        return matrix;
    }

    // What raters' scores lie above their units', beyond what the leniency says.
    private double[] RightSide(double[] leniency)
    {
        double[] sums = new double[_used.Length];
        for (int unit = 0; unit < _ratings.UnitCount; unit++)
        {
            ReadOnlySpan<int> raters = _ratings.RatersOf(unit);
            double mean = _unitMeans[unit] - MeanLeniency(raters, leniency);
            for (int i = 0; i < raters.Length; i++)
            {
                int place = _place[raters[i]];
                sums[place] += Score(_ratings.CodesOf(unit)[i]) - mean - leniency[place];
            }
        }

        return sums;
    }

    private double MeanLeniency(ReadOnlySpan<int> raters, double[] leniency)
    {
        double sum = 0;
        foreach (int rater in raters)
        {
            sum += leniency[_place[rater]];
        }

        return sum / raters.Length;
    }

    private double? Adjusted(int unit, double[] leniency)
    {
        ReadOnlySpan<int> raters = _ratings.RatersOf(unit);
        return raters.Length == 0 ? null : _origin + _unitMeans[unit] - MeanLeniency(raters, leniency);
    }

    private double Residuals(double[] leniency, double?[] adjusted)
    {
        StableSum squares = default;
        for (int unit = 0; unit < _ratings.UnitCount; unit++)
        {
            ReadOnlySpan<int> raters = _ratings.RatersOf(unit);
            for (int i = 0; i < raters.Length; i++)
            {
                double off = _ratings.Scale.Span[_ratings.CodesOf(unit)[i]] - adjusted[unit]!.Value - leniency[_place[raters[i]]];
                squares.Add(off * off);
            }
        }

        return squares.Value;
    }

    private ImmutableArray<Estimate> Estimates(double[] leniency, double? deviation, long degrees)
    {
        var none = Estimate.None(EstimateStatus.InsufficientData, default);
        Estimate[] all = [.. Enumerable.Repeat(none, _ratings.RaterCount)];
        double[] unit = new double[_used.Length];
        for (int i = 0; i < _used.Length; i++)
        {
            Array.Clear(unit);
            unit[i] = 1;
            var size = new EstimateSize(_counts[i], _counts[i], 0);
            double error = (deviation ?? 0) * Math.Sqrt(Math.Max(0, _system!.Solve(unit)[i] - (1.0 / _used.Length)));
            all[_used[i]] = deviation is null
                ? Estimate.Of(leniency[i], size)
                : Estimate.Of(leniency[i], size, error, Intervals.StudentT(leniency[i], error, degrees, Confidence));
        }

        return [.. all];
    }
}
