using System.Collections.Immutable;

namespace QualityKit.Canonical;

/// <summary>The names that the values of an enumeration have in exchanged documents.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class NameTable<T>
    where T : struct, Enum
{
    private readonly ImmutableArray<(T Value, string Name)> _entries;

    public NameTable(params ReadOnlySpan<(T Value, string Name)> entries)
    {
        _entries = [.. entries];
        Names = [.. _entries.Select(entry => entry.Name)];
    }

    /// <summary>Every name, in the order of the documentation.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The name of a value; null for a value that is not defined.</summary>
    public string? NameOf(T value) => _entries.FirstOrDefault(entry => EqualityComparer<T>.Default.Equals(entry.Value, value)).Name;

    /// <summary>The value of a name; null for a name that is not defined.</summary>
    public T? ValueOf(string name)
    {
        foreach ((T value, string candidate) in _entries)
        {
            if (candidate == name)
            {
                return value;
            }
        }

        return null;
    }
}
