using System.Globalization;

namespace QualityKit.Retention;

/// <summary>How long something is kept, counted from its end: a length of time, or for ever, which is the longest.</summary>
public readonly record struct RetentionPeriod : IComparable<RetentionPeriod>
{
    private readonly TimeSpan _length;

    private RetentionPeriod(TimeSpan length, bool isForEver) => (_length, IsForEver) = (length, isForEver);

    /// <summary>Not at all.</summary>
    public static RetentionPeriod None => default;

    /// <summary>Without end.</summary>
    public static RetentionPeriod ForEver { get; } = new(default, isForEver: true);

    /// <summary>Whether it has no end.</summary>
    public bool IsForEver { get; }

    /// <summary>How long; null for ever.</summary>
    public TimeSpan? Length => IsForEver ? null : _length;

    /// <summary>Whole days.</summary>
    /// <param name="days">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative, or more than a <see cref="TimeSpan"/> holds.</exception>
    public static RetentionPeriod Days(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return new(TimeSpan.FromDays(days), isForEver: false);
    }

    /// <summary>A length of time.</summary>
    /// <param name="length">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static RetentionPeriod Of(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.Zero);
        return new(length, isForEver: false);
    }

    /// <summary>When it ends; null for ever, and for an end beyond the calendar.</summary>
    public DateTimeOffset? After(DateTimeOffset start) =>
        IsForEver || _length > DateTimeOffset.MaxValue - start ? null : start + _length;

    /// <inheritdoc/>
    public int CompareTo(RetentionPeriod other) =>
        IsForEver || other.IsForEver ? IsForEver.CompareTo(other.IsForEver) : _length.CompareTo(other._length);

    /// <summary>Whether one is shorter than another.</summary>
    public static bool operator <(RetentionPeriod one, RetentionPeriod other) => one.CompareTo(other) < 0;

    /// <summary>Whether one is longer than another.</summary>
    public static bool operator >(RetentionPeriod one, RetentionPeriod other) => one.CompareTo(other) > 0;

    /// <summary>Whether one is at most as long as another.</summary>
    public static bool operator <=(RetentionPeriod one, RetentionPeriod other) => one.CompareTo(other) <= 0;

    /// <summary>Whether one is at least as long as another.</summary>
    public static bool operator >=(RetentionPeriod one, RetentionPeriod other) => one.CompareTo(other) >= 0;

    /// <summary>Days and the rest, or <c>for ever</c>.</summary>
    public override string ToString() =>
        IsForEver ? "for ever"
        : _length == TimeSpan.FromDays(_length.Days) ? string.Create(CultureInfo.InvariantCulture, $"{_length.Days} days")
        : string.Create(CultureInfo.InvariantCulture, $"{_length}");
}
