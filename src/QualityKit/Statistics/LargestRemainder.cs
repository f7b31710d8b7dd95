namespace QualityKit.Statistics;

/// <summary>Whole numbers near exact ones that add up to a total: all are rounded down, and what is left goes to the largest remainders, the earlier of equal ones first (Hamilton 1792).</summary>
internal static class LargestRemainder
{
    /// <param name="exact">Numbers of 0 or more that add up to the total, up to rounding.</param>
    /// <param name="total">What the whole numbers add up to.</param>
    public static int[] Of(IReadOnlyList<double> exact, int total)
    {
        int[] whole = [.. exact.Select(value => (int)Math.Floor(value))];
        foreach (int i in Enumerable.Range(0, whole.Length).OrderByDescending(i => Math.Round(exact[i] - whole[i], 9)).Take(total - whole.Sum()))
        {
            whole[i]++;
        }

        return whole;
    }
}
