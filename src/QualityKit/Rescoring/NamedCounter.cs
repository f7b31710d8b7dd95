using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace QualityKit.Rescoring;

/// <summary>Counts by name; the names are those of a form or of issues, so they are few.</summary>
internal sealed class NamedCounter
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public ImmutableArray<NamedCount> Counts =>
        [.. _counts.Select(entry => new NamedCount { Name = entry.Key, Count = entry.Value }).OrderBy(count => count.Name, StringComparer.Ordinal)];

    public void Add(string name, long count = 1) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, name, out _) += count;

    public void AddRange(ImmutableArray<NamedCount> counts)
    {
        foreach (NamedCount count in counts)
        {
            Add(count.Name, count.Count);
        }
    }
}
