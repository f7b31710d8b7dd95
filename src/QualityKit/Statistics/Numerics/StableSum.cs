namespace QualityKit.Statistics.Numerics;

/// <summary>A sum with what its rounding lost carried beside it: about twice the digits of a plain sum.</summary>
/// <remarks>A. Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, algorithm IV.</remarks>
internal struct StableSum
{
    private double _sum;
    private double _lost;

    public readonly double Value => _sum + _lost;

    public static double Of(ReadOnlySpan<double> values)
    {
        StableSum sum = default;
        foreach (double value in values)
        {
            sum.Add(value);
        }

        return sum.Value;
    }

    public void Add(double value)
    {
        double next = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? _sum - next + value : value - next + _sum;
        _sum = next;
    }

    public void Add(StableSum other)
    {
        Add(other._sum);
        _lost += other._lost;
    }
}
