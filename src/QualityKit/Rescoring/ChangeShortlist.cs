using System.Collections.Immutable;

namespace QualityKit.Rescoring;

/// <summary>The largest changes one way, whatever the order in which they come; of equal ones the ids first in ordinal order.</summary>
/// <param name="most">How many are kept.</param>
/// <param name="direction">1 for rises, -1 for falls.</param>
internal sealed class ChangeShortlist(int most, int direction) : IComparer<WhatIfChange>
{
    private readonly List<WhatIfChange> _changes = [];

    public ImmutableArray<WhatIfChange> Changes => [.. _changes];

    public void Add(WhatIfChange change)
    {
        if (_changes.Count == most && (most == 0 || Compare(change, _changes[^1]) >= 0))
        {
            return;
        }

        int position = _changes.BinarySearch(change, this);
        _changes.Insert(position < 0 ? ~position : position, change);
        if (_changes.Count > most)
        {
            _changes.RemoveAt(most);
        }
    }

    public void AddRange(ImmutableArray<WhatIfChange> changes)
    {
        foreach (WhatIfChange change in changes)
        {
            Add(change);
        }
    }

    public int Compare(WhatIfChange? left, WhatIfChange? right)
    {
        int order = direction * right!.Change.CompareTo(left!.Change);
        order = order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
        return order != 0 ? order : left.Before.CompareTo(right.Before);
    }
}
