using System.Globalization;

namespace QualityKit.Vault;

/// <summary>Which bytes of a recording somebody was given. Of many ranges the nearest are told as one, so that never less is told than was given.</summary>
internal sealed class ReleasedRanges
{
    /// <summary>As many ranges as an audit entry has room for.</summary>
    public const int Most = 12;

    private readonly Lock _lock = new();
    private readonly List<(long From, long Until)> _ranges = [];

    /// <summary>How many bytes they are.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
            {
                return _ranges.Sum(range => range.Until - range.From);
            }
        }
    }

    /// <summary>Adds a range.</summary>
    public void Add(long from, long until)
    {
        lock (_lock)
        {
            Insert(from, until);
        }
    }

    /// <summary>First and last byte of each, in order; <c>-</c> for none.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            return _ranges.Count == 0
                ? "-"
                : string.Join(' ', _ranges.Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.From}-{range.Until - 1}")));
        }
    }

    private void Insert(long from, long until)
    {
        int first = _ranges.FindIndex(range => range.Until >= from);
        first = first < 0 ? _ranges.Count : first;
        int last = first;
        for (; last < _ranges.Count && _ranges[last].From <= until; last++)
        {
            from = Math.Min(from, _ranges[last].From);
            until = Math.Max(until, _ranges[last].Until);
        }

        _ranges.RemoveRange(first, last - first);
        _ranges.Insert(first, (from, until));
        if (_ranges.Count > Most)
        {
            JoinNearest();
        }
    }

    private void JoinNearest()
    {
        int nearest = Enumerable.Range(0, _ranges.Count - 1).MinBy(place => _ranges[place + 1].From - _ranges[place].Until);
        _ranges[nearest] = (_ranges[nearest].From, _ranges[nearest + 1].Until);
        _ranges.RemoveAt(nearest + 1);
    }
}
