namespace QualityKit.Reference.Audio;

/// <summary>Halving and doubling a sample rate by the definition: zeros between, a whole convolution, every other sample.</summary>
public static class SlowResampling
{
    private const double One = 1 << 30;

    /// <summary>Each sample of the result is the filter laid over the samples around it; beyond the ends is silence.</summary>
    /// <param name="samples">At the high rate.</param>
    /// <param name="filter">Coefficients in units of 2^-30, of odd number, the middle one in place.</param>
    public static IReadOnlyList<short> Halve(IReadOnlyList<short> samples, IReadOnlyList<int> filter) =>
        [.. Convolve([.. samples.Select(sample => (long)sample)], filter).Where((_, place) => place % 2 == 0)];

    public static IReadOnlyList<short> Double(IReadOnlyList<short> samples, IReadOnlyList<int> filter) =>
        Convolve([.. samples.SelectMany(sample => new long[] { 2L * sample, 0 })], filter);

    private static List<short> Convolve(long[] samples, IReadOnlyList<int> filter)
    {
        var results = new List<short>();
        int reach = filter.Count / 2;
        for (var place = 0; place < samples.Length; place++)
        {
            decimal sum = 0;
            for (int tap = -reach; tap <= reach; tap++)
            {
                sum += place + tap >= 0 && place + tap < samples.Length ? (decimal)samples[place + tap] * filter[tap + reach] : 0;
            }

            // Halves go up, also those below zero.
            results.Add((short)Math.Clamp(Math.Floor((sum / (decimal)One) + 0.5m), short.MinValue, short.MaxValue));
        }

        return results;
    }
}
