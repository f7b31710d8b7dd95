using QualityKit.Validation;

namespace QualityKit.Statistics;

/// <summary>Ratings as they are given: checked, coded and grouped by unit.</summary>
internal sealed class RatingsInput(Func<int, string> pointerOf)
{
    // More would not help anybody; the last issue says how many there are.
    private const int MostIssues = 100;

    private readonly List<int> _units = [];
    private readonly List<int> _raters = [];
    private readonly List<double> _values = [];
    private readonly IssueList _issues = new();
    private int _left;

    public void Add(int unit, int rater, double value)
    {
        _units.Add(unit);
        _raters.Add(rater);
        _values.Add(value);
    }

    public void OtherLength(int row, int length, int expected) =>
        Report(IssueCodes.RatingRowOfOtherLength, $"/{row}", ("length", length), ("expected", expected));

    public Validated<Ratings> Build(int units, int raters, RatingScale? declared)
    {
        RatingScale scale = declared ?? Seen();
        int[] codes = Code(scale);
        int[] order = Grouped(units, raters);
        ReportTwice(order);
        if (_left > 0)
        {
            _issues.Error(IssueCodes.MoreRatingIssues, "", ("count", _left));
        }

        return new Validated<Ratings>(_issues.HasErrors ? null : Arrange(scale, units, raters, order, codes), _issues.ToImmutable());
    }

    private Ratings Arrange(RatingScale scale, int units, int raters, int[] order, int[] codes)
    {
        int[] starts = new int[units + 1];
        foreach (int unit in _units)
        {
            starts[unit + 1]++;
        }

        for (int unit = 0; unit < units; unit++)
        {
            starts[unit + 1] += starts[unit];
        }

        return new Ratings(scale, raters, starts, [.. order.Select(index => _raters[index])], [.. order.Select(index => codes[index])]);
    }

    // Where nothing usable was given, any scale serves: it has no ratings.
    private RatingScale Seen()
    {
        double[] distinct = [.. _values.Where(RatingScale.IsUsable)];
        Array.Sort(distinct);
        int count = 0;
        for (int i = 0; i < distinct.Length; i++)
        {
            if (i == 0 || distinct[i] != distinct[i - 1])
            {
                distinct[count++] = distinct[i];
            }
        }

        return RatingScale.Observed(count == 0 ? [0] : distinct[..count]);
    }

    private int[] Code(RatingScale scale)
    {
        int[] codes = new int[_values.Count];
        for (int i = 0; i < codes.Length; i++)
        {
            double value = _values[i];
            codes[i] = scale.IndexOf(value);
            if (!RatingScale.IsUsable(value))
            {
                Report(IssueCodes.UnusableRating, pointerOf(i));
            }
            else if (codes[i] < 0)
            {
                Report(IssueCodes.RatingOutsideScale, pointerOf(i), ("value", value), ("lowest", scale.Span[0]), ("highest", scale.Span[^1]), ("count", scale.Count));
            }
        }

        return codes;
    }

    // By rater and then, keeping that order, by unit: two passes of counting.
    private int[] Grouped(int units, int raters)
    {
        int[] order = new int[_units.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        return SortedBy(_units, units, SortedBy(_raters, raters, order));
    }

    private static int[] SortedBy(List<int> keys, int limit, int[] order)
    {
        int[] next = new int[limit + 1];
        foreach (int key in keys)
        {
            next[key + 1]++;
        }

        for (int key = 0; key < limit; key++)
        {
            next[key + 1] += next[key];
        }

        int[] sorted = new int[order.Length];
        foreach (int index in order)
        {
            sorted[next[keys[index]]++] = index;
        }

        return sorted;
    }

    private void ReportTwice(int[] order)
    {
        for (int i = 1; i < order.Length; i++)
        {
            (int before, int here) = (order[i - 1], order[i]);
            if (_units[before] == _units[here] && _raters[before] == _raters[here])
            {
                Report(IssueCodes.RatedTwice, pointerOf(here), ("first", pointerOf(before)));
            }
        }
    }

    private void Report(string code, string pointer, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        if (_issues.Count < MostIssues)
        {
            _issues.Error(code, pointer, arguments);
        }
        else
        {
            _left++;
        }
    }
}
