namespace QualityKit.Reference.Statistics;

/// <summary>Krippendorff's alpha as he defines it: pair every two values of a unit, pair all values, compare (Krippendorff 2011).</summary>
public static class ExactAlpha
{
    public static ExactNumber Nominal(IReadOnlyList<ExactNumber> values, ExactNumber a, ExactNumber b) => a == b ? ExactNumber.Zero : ExactNumber.One;

    public static ExactNumber Interval(IReadOnlyList<ExactNumber> values, ExactNumber a, ExactNumber b) => (a - b) * (a - b);

    public static ExactNumber Ratio(IReadOnlyList<ExactNumber> values, ExactNumber a, ExactNumber b) =>
        a == b ? ExactNumber.Zero : (a - b) * (a - b) / ((a + b) * (a + b));

    /// <summary>The square of the values between two, both ends counted half.</summary>
    public static ExactNumber Ordinal(IReadOnlyList<ExactNumber> values, ExactNumber a, ExactNumber b)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (low, high) = (ExactNumber.Min(a, b), ExactNumber.Max(a, b));
        var twice = values.Sum(v => v < low || v > high ? 0 : v == low || v == high ? 1 : 2);
        return low == high ? ExactNumber.Zero : ExactNumber.Of((long)twice * twice, 4);
    }

    /// <summary>Observed and expected disagreement, and alpha; null where nothing differs or nothing can be paired.</summary>
    public static (ExactNumber? Alpha, ExactNumber? Observed, ExactNumber? Expected) Of(
        IEnumerable<IReadOnlyList<ExactNumber>> units,
        Func<IReadOnlyList<ExactNumber>, ExactNumber, ExactNumber, ExactNumber> difference)
    {
        var paired = units.Where(unit => unit.Count > 1).ToList();
        var values = paired.SelectMany(unit => unit).ToList();
        if (values.Count == 0)
        {
            return (null, null, null);
        }

        var n = ExactNumber.Of(values.Count);
        var observed = ExactNumber.Sum(paired.Select(unit => Pairs(unit) / ExactNumber.Of(unit.Count - 1))) / n;
        var expected = Pairs(values) / (n * (n - ExactNumber.One));
        return (expected.IsZero ? null : ExactNumber.One - (observed / expected), observed, expected);

        ExactNumber Pairs(IReadOnlyList<ExactNumber> some) => ExactNumber.Sum(some.SelectMany(a => some, (a, b) => difference(values, a, b)));
    }
}
