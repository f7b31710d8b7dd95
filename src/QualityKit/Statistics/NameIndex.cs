using System.Collections.Immutable;

namespace QualityKit.Statistics;

/// <summary>Numbers for names, in the order in which they are met.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public int Count => _indexes.Count;

    public ImmutableArray<string> Names => [.. _indexes.OrderBy(pair => pair.Value).Select(pair => pair.Key)];

    public int IndexOf(string name)
    {
        if (!_indexes.TryGetValue(name, out int index))
        {
            index = _indexes.Count;
            _indexes.Add(name, index);
        }

        return index;
    }
}
