using System.Collections.Immutable;
using System.Globalization;

namespace QualityKit.Statistics;

/// <summary>The categories that ratings can have, from low to high. Declare it where you know it: unused categories change what chance would give.</summary>
public sealed class RatingScale : IEquatable<RatingScale>
{
    private readonly double[] _values;

    private RatingScale(double[] values, ImmutableArray<string> labels)
    {
        _values = values;
        Labels = labels;
    }

    /// <summary>A yes/no question: 0 and 1.</summary>
    public static RatingScale YesNo { get; } = new([0, 1], ["no", "yes"]);

    /// <summary>The value of every category, ascending.</summary>
    public ImmutableArray<double> Values => [.. _values];

    /// <summary>The name of every category; its value where none was given. Empty where more than 1000 values were seen.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>How many categories there are.</summary>
    public int Count => _values.Length;

    internal ReadOnlySpan<double> Span => _values;

    /// <summary>Categories by their values.</summary>
    /// <param name="values">At least one; ascending, each once, finite and at most 1e100 from 0.</param>
    /// <exception cref="ArgumentException">The values do not ascend, or one of them cannot be used.</exception>
    public static RatingScale Of(params ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("a scale has at least one category", nameof(values));
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!IsUsable(values[i]) || (i > 0 && !(values[i] > values[i - 1])))
            {
                throw new ArgumentException($"the categories ascend, each a number at most 1e100 from 0; the one at position {i} does not", nameof(values));
            }
        }

        return Observed(values.ToArray());
    }

    /// <summary>Categories by their names, from low to high; their values are 1, 2, 3 and so on.</summary>
    /// <param name="labels">At least one; each once.</param>
    /// <exception cref="ArgumentException">There is none, or one is there twice.</exception>
    public static RatingScale OfLabels(params ReadOnlySpan<string> labels)
    {
        string[] names = labels.ToArray();
        if (names.Length == 0 || names.Distinct(StringComparer.Ordinal).Count() != names.Length)
        {
            throw new ArgumentException("a scale has at least one category, each of another name", nameof(labels));
        }

        return new RatingScale([.. Enumerable.Range(1, names.Length).Select(position => (double)position)], [.. names]);
    }

    /// <inheritdoc/>
    public bool Equals(RatingScale? other) => other is not null && _values.AsSpan().SequenceEqual(other._values) && Labels.SequenceEqual(other.Labels);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RatingScale);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, _values[0], _values[^1]);

    internal static RatingScale Observed(double[] ascending) =>
        new(ascending, ascending.Length > 1000 ? [] : [.. ascending.Select(value => value.ToString(CultureInfo.InvariantCulture))]);

    // Sums of squares of anything larger would leave the range of a double.
    internal static bool IsUsable(double value) => Math.Abs(value) <= 1e100;

    /// <summary>The position of a value, or below 0.</summary>
    internal int IndexOf(double value) => Array.BinarySearch(_values, value);
}
