namespace QualityKit.Statistics;

/// <summary>Counts ratings by unit and category in one pass.</summary>
internal static class PairCounter
{
    public static int[] Count(int width, int unitCount, ReadOnlySpan<int> units, ReadOnlySpan<byte> categories)
    {
        int[] counts = new int[checked(unitCount * width)];
        for (int i = 0; i < units.Length; i++)
        {
            int unit = units[i];
            int category = categories[i];
            if ((uint)unit >= (uint)unitCount || category >= width)
            {
                throw new ArgumentOutOfRangeException(nameof(units), $"the rating at position {i} has no such unit or category");
            }

            counts[(unit * width) + category]++;
        }

        return counts;
    }
}
