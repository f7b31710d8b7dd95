namespace QualityKit.Statistics;

/// <summary>Pairs of ratings within units, counted apart for every number of ratings a unit has. All is whole, so the order of units and shards changes nothing.</summary>
internal sealed class PairTally
{
    private readonly int _width;
    private Group?[] _groups = new Group?[16];

    public PairTally(UnitCounts counts)
    {
        _width = counts.Scale.Count;
        for (int row = 0; row < counts.Rows; row++)
        {
            Add(counts.Row(row), counts.TimesOf(row));
        }
    }

    /// <summary>Units with at least so many ratings.</summary>
    public long Units(int ratings) => From(ratings).Sum(group => group.Value.Units);

    /// <summary>Ratings of units with at least so many.</summary>
    public long Ratings(int ratings) => From(ratings).Sum(group => group.Key * group.Value.Units);

    /// <summary>How many categories were used by units with at least so many ratings.</summary>
    public int Used(int ratings) => Enumerable.Range(0, _width).Count(k => From(ratings).Any(group => group.Value.Categories[k] > 0));

    /// <summary>Ratings of each category, of units with two or more.</summary>
    public long[] PairedCategories()
    {
        long[] totals = new long[_width];
        foreach ((_, Group group) in From(2))
        {
            for (int k = 0; k < _width; k++)
            {
                totals[k] += group.Categories[k];
            }
        }

        return totals;
    }

    /// <summary>The mean over units of each category's share in the unit (Gwet 2014, equation 2.8: pi of k).</summary>
    public double[] MeanShares()
    {
        double[] shares = new double[_width];
        double units = Units(1);
        for (int k = 0; k < _width; k++)
        {
            foreach ((int ratings, Group group) in From(1))
            {
                shares[k] += group.Categories[k] / (double)ratings;
            }

            shares[k] /= units;
        }

        return shares;
    }

    /// <summary>The sum over units of ordered pairs, weighted by category and divided by what depends on the number of ratings alone.</summary>
    public double Sum(Func<int, int, double> weight, Func<int, double> divisor)
    {
        double sum = 0;
        foreach ((int ratings, Group group) in From(2))
        {
            double pairs = 0;
            for (int k = 0; k < _width; k++)
            {
                for (int l = 0; l < _width; l++)
                {
                    long count = group.Pairs[(Math.Max(k, l) * _width) + Math.Min(k, l)];
                    pairs += count == 0 ? 0 : count * weight(k, l);
                }
            }

            sum += pairs / divisor(ratings);
        }

        return sum;
    }

    private IEnumerable<KeyValuePair<int, Group>> From(int ratings)
    {
        for (int i = ratings; i < _groups.Length; i++)
        {
            if (_groups[i] is { } group)
            {
                yield return KeyValuePair.Create(i, group);
            }
        }
    }

    private Group GroupOf(int ratings)
    {
        if (ratings >= _groups.Length)
        {
            Array.Resize(ref _groups, Math.Max(ratings + 1, 2 * _groups.Length));
        }

        return _groups[ratings] ??= new Group(_width);
    }

    private void Add(ReadOnlySpan<int> row, long times)
    {
        int ratings = 0;
        foreach (int count in row)
        {
            ratings += count;
        }

        Group group = GroupOf(ratings);
        group.Units += times;
        AddPairs(group, row, times);
    }

    // A pair and its mirror are the same number, so one of them is kept: the later category first.
    private static void AddPairs(Group group, ReadOnlySpan<int> row, long times)
    {
        Span<long> pairs = group.Pairs;
        Span<long> categories = group.Categories;
        for (int k = 0; k < row.Length; k++)
        {
            if (row[k] == 0)
            {
                continue;
            }

            long own = row[k] * times;
            categories[k] += own;
            Span<long> target = pairs.Slice(k * row.Length, k + 1);
            for (int l = 0; l < target.Length; l++)
            {
                target[l] += own * row[l];
            }

            target[k] -= own;
        }
    }

    private sealed class Group(int width)
    {
        public long Units { get; set; }

        public long[] Pairs { get; } = new long[width * width];

        public long[] Categories { get; } = new long[width];
    }
}
