namespace QualityKit.Statistics;

/// <summary>Whole numbers near exact ones that add up to a total: all are rounded down, and what is left goes to the largest remainders, the earlier of equal ones first (Hamilton 1792).</summary>
internal static class LargestRemainder
{
    /// <param name="exact">Numbers of 0 or more that add up to the total, up to rounding.</param>
    /// <param name="total">What the whole numbers add up to.</param>
    /// <param name="most">The most that one of them may be; null for no bound.</param>
    public static int[] Of(IReadOnlyList<double> exact, int total, Func<int, int>? most = null)
    {
        int[] whole = [.. exact.Select((value, i) => Math.Min(most?.Invoke(i) ?? int.MaxValue, (int)Math.Floor(value * (1 + 1e-14))))];
        foreach (int i in Enumerable.Range(0, whole.Length).Where(i => most is null || whole[i] < most(i)).OrderByDescending(i => Math.Round(exact[i] - whole[i], 9)).Take(total - whole.Sum()))
        {
            whole[i]++;
        }

        return whole;
    }
}
