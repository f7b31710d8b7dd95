namespace QualityKit.Statistics;

/// <summary>Counts ratings by unit and category in one pass.</summary>
internal sealed class PairCounter
{
    // Shorter runs of one unit are counted one by one.
    private const int ShortRun = 24;

    // Every category costs a pass over the run.
    private const int FewCategories = 12;

    private readonly int _width;
    private readonly int _unitCount;
    private readonly int[] _counts;

    // Counted in bytes first, which stay in the cache; what runs over goes into the counts.
    private readonly byte[] _small;

    private PairCounter(int width, int unitCount)
    {
        _width = width;
        _unitCount = unitCount;
        _counts = new int[checked(unitCount * width)];
        _small = new byte[_counts.Length];
    }

    public static int[] Count(int width, int unitCount, ReadOnlySpan<int> units, ReadOnlySpan<byte> categories)
    {
        var counter = new PairCounter(width, unitCount);
        for (int start = 0; start < units.Length;)
        {
            int next = counter.AddScattered(units, categories, start);
            start = counter.AddRun(units, categories, next);
        }

        for (int i = 0; i < counter._counts.Length; i++)
        {
            counter._counts[i] += counter._small[i];
        }

        return counter._counts;
    }

    // One by one, until there seems to be a run of one unit.
    private int AddScattered(ReadOnlySpan<int> units, ReadOnlySpan<byte> categories, int start)
    {
        byte[] small = _small;
        int width = _width;
        int runsUntil = width <= FewCategories ? units.Length - ShortRun : -1;
        for (int i = start; i < units.Length; i++)
        {
            int unit = units[i];
            if (i <= runsUntil && units[i + ShortRun - 1] == unit)
            {
                return i;
            }

            int category = categories[i];
            int place = (unit * width) + category;
            if ((uint)unit >= (uint)_unitCount || category >= width)
            {
                throw new ArgumentOutOfRangeException(nameof(units), NotThere(i));
            }

            if (++small[place] == 0)
            {
                _counts[place] += 256;
            }
        }

        return units.Length;
    }

    private int AddRun(ReadOnlySpan<int> units, ReadOnlySpan<byte> categories, int start)
    {
        if (start == units.Length)
        {
            return start;
        }

        int unit = units[start];
        int length = units[start..].IndexOfAnyExcept(unit);
        ReadOnlySpan<byte> run = categories.Slice(start, length < 0 ? units.Length - start : length);
        if ((uint)unit >= (uint)_unitCount)
        {
            throw new ArgumentOutOfRangeException(nameof(units), NotThere(start));
        }

        int found = 0;
        for (int category = 0; category < _width; category++)
        {
            int count = run.Count((byte)category);
            _counts[(unit * _width) + category] += count;
            found += count;
        }

        return found == run.Length ? start + run.Length : throw new ArgumentOutOfRangeException(nameof(units), NotThere(start));
    }

    private static string NotThere(int start) => $"among the ratings from position {start} on is one without such a unit or category";
}
