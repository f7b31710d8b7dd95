using System.Collections.Immutable;

namespace QualityKit.Statistics;

/// <summary>Every so many-th of a list, from a random start: spread over the month as the list is.</summary>
public static class SystematicSample
{
    /// <summary>The positions floor((u + i) N / n), counted from 0 (Madow and Madow 1944; fractional intervals: Cochran 1977, section 8.1).</summary>
    /// <param name="population">How many there are, 0 or more.</param>
    /// <param name="sample">How many to take, 0 to all.</param>
    /// <param name="start">The random start u, 0 to below 1, such as <see cref="HashSample.KeyOf"/> of the list's name.</param>
    public static ImmutableArray<int> Of(int population, int sample, double start)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sample, population);
        Numerics.Guard.Share(start);
        ArgumentOutOfRangeException.ThrowIfEqual(start, 1);

        // In steps of 2^-53, so that no start is rounded up to the next position.
        var first = (UInt128)(start * (1L << 53));
        return [.. Enumerable.Range(0, sample).Select(i => (int)((first + ((UInt128)i << 53)) * (uint)population / ((UInt128)sample << 53)))];
    }
}
