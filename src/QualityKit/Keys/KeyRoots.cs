using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.Storage.Keys;

namespace QualityKit.Keys;

/// <summary>The roots of a host by their names: secrets outside the database, each behind a key wrapper. The first wraps new keys of rings; the others still unwrap, or are second protectors.</summary>
public sealed class KeyRoots
{
    private readonly ImmutableArray<(string Name, CheckedKeyWrapper Wrapper)> _roots;

    /// <summary>One root.</summary>
    /// <param name="name">Its name, for ever: 1 to 128 bytes of UTF-8.</param>
    /// <param name="wrapper">What wraps.</param>
    /// <exception cref="ArgumentException">The name is outside its range.</exception>
    public KeyRoots(string name, IKeyWrapper wrapper)
        : this([KeyValuePair.Create(name ?? throw new ArgumentNullException(nameof(name)), wrapper)])
    {
    }

    /// <summary>Several roots, the one that wraps new keys first.</summary>
    /// <exception cref="ArgumentException">There is none, a name is outside its range, or two are called the same.</exception>
    public KeyRoots(IEnumerable<KeyValuePair<string, IKeyWrapper>> roots)
    {
        ArgumentNullException.ThrowIfNull(roots);
        _roots = [.. roots.Select(root => (root.Key, root.Value as CheckedKeyWrapper ?? new CheckedKeyWrapper(root.Value)))];
        if (_roots.IsEmpty || _roots.Any(root => !ExternalId.IsValid(root.Name)) || _roots.Select(root => root.Name).Distinct().Count() != _roots.Length)
        {
            throw new ArgumentException($"is not at least one root, each with a name of its own of 1 to {ExternalId.MostBytes} bytes of UTF-8", nameof(roots));
        }
    }

    /// <summary>The name of the root that wraps new keys.</summary>
    public string Current => _roots[0].Name;

    /// <summary>The names of all, the current one first.</summary>
    public ImmutableArray<string> Names => [.. _roots.Select(root => root.Name)];

    /// <summary>The wrapper of a root; null when the host gave none of that name.</summary>
    internal CheckedKeyWrapper? Find(string name) => _roots.FirstOrDefault(root => root.Name == name).Wrapper;
}
