namespace QualityKit.Statistics;

/// <summary>A statistic that never lies: a value, or a status that says why there is none. It is never NaN, and never an invented 0 or 1.</summary>
public sealed record Estimate
{
    private Estimate()
    {
    }

    /// <summary>Whether there is a value, and if not, why.</summary>
    public EstimateStatus Status { get; private init; }

    /// <summary>The value; null when the status is not <see cref="EstimateStatus.Ok"/>. It is always finite.</summary>
    public double? Value { get; private init; }

    /// <summary>The standard error; null when there is no value, when one unit is too few, or when the cited method gives an interval only.</summary>
    public double? StandardError { get; private init; }

    /// <summary>The confidence interval, which holds the value; null where there is none.</summary>
    public ConfidenceInterval? Interval { get; private init; }

    /// <summary>For a coefficient of agreement: the agreement that was seen, or for Krippendorff's alpha the disagreement. Null elsewhere.</summary>
    public double? Observed { get; private init; }

    /// <summary>For a coefficient of agreement: the agreement that chance would give, or for Krippendorff's alpha the disagreement. Null elsewhere.</summary>
    public double? Expected { get; private init; }

    /// <summary>How many units entered it.</summary>
    public long Units { get; private init; }

    /// <summary>How many ratings entered it.</summary>
    public long Ratings { get; private init; }

    /// <summary>How many categories there were, declared or seen; 0 where there are none.</summary>
    public int Categories { get; private init; }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Value is not null;

    /// <summary>The value with its interval, or the status.</summary>
    public override string ToString() => (Value, Interval) switch
    {
        (null, _) => Status.ToString(),
        ({ } value, null) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value:0.####}"),
        ({ } value, { } interval) => string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{value:0.####} ({interval.Lower:0.####} to {interval.Upper:0.####})"),
    };

    internal static Estimate Of(double value, EstimateSize size, double? standardError = null, ConfidenceInterval? interval = null)
    {
        if (!double.IsFinite(value))
        {
            throw new InvalidOperationException("a statistic without a value was given one that is not finite");
        }

        return new Estimate
        {
            Value = value,
            StandardError = standardError,
            Interval = interval,
            Units = size.Units,
            Ratings = size.Ratings,
            Categories = size.Categories,
        };
    }

    internal static Estimate None(EstimateStatus status, EstimateSize size) =>
        new() { Status = status, Units = size.Units, Ratings = size.Ratings, Categories = size.Categories };

    internal Estimate With(double observed, double? expected) => this with { Observed = observed, Expected = expected };
}
