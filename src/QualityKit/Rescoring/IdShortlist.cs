using System.Collections.Immutable;

namespace QualityKit.Rescoring;

/// <summary>The first ids in ordinal order, whatever the order in which they come.</summary>
internal sealed class IdShortlist(int most)
{
    private readonly List<string> _ids = [];

    public ImmutableArray<string> Ids => [.. _ids];

    public void Add(string id)
    {
        if (_ids.Count == most && (most == 0 || string.CompareOrdinal(id, _ids[^1]) >= 0))
        {
            return;
        }

        int position = _ids.BinarySearch(id, StringComparer.Ordinal);
        _ids.Insert(position < 0 ? ~position : position, id);
        if (_ids.Count > most)
        {
            _ids.RemoveAt(most);
        }
    }

    public void AddRange(ImmutableArray<string> ids)
    {
        foreach (string id in ids)
        {
            Add(id);
        }
    }
}
