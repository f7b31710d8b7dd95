using System.Collections.Frozen;
using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>What a store has to know beforehand: its collections and their indexes. It holds no word of quality management.</summary>
public sealed class StoreSchema
{
    private const int MostViewLetters = 48;
    private const int MostViewVersions = 999;

    private readonly FrozenDictionary<string, ImmutableArray<IndexDefinition>> _indexes;

    /// <summary>A schema.</summary>
    /// <param name="collections">The names of all collections, also of those without an index.</param>
    /// <param name="indexes">Every index.</param>
    /// <exception cref="ArgumentException">A name is outside its range or given twice, an index is of an unknown collection, or one that lists due work has other fields than a text and a moment.</exception>
    public StoreSchema(ImmutableArray<string> collections, params ImmutableArray<IndexDefinition> indexes)
    {
        Collections = collections.IsDefault ? [] : collections;
        Indexes = indexes.IsDefault ? [] : indexes;
        foreach (string collection in Collections)
        {
            StoreText.GuardName(collection, nameof(collections));
        }

        if (Collections.Distinct(StringComparer.Ordinal).Count() != Collections.Length)
        {
            throw new ArgumentException("a collection is named twice", nameof(collections));
        }

        foreach (IndexDefinition index in Indexes)
        {
            Guard(index);
        }

        if (Indexes.DistinctBy(index => (index.Collection, index.Name)).Count() != Indexes.Length)
        {
            throw new ArgumentException("two indexes of a collection have the same name", nameof(indexes));
        }

        _indexes = Collections.ToFrozenDictionary(name => name, name => Indexes.Where(index => index.Collection == name).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The names of all collections.</summary>
    public ImmutableArray<string> Collections { get; }

    /// <summary>Every index.</summary>
    public ImmutableArray<IndexDefinition> Indexes { get; }

    /// <summary>The views that a database offers to reporting tools; default none.</summary>
    /// <exception cref="ArgumentException">A name or a version is outside its range or given twice, the index is unknown, or a field of it is called <c>tenant</c>, <c>id</c> or <c>version</c>, as columns of every view are.</exception>
    public ImmutableArray<ViewDefinition> Views { get; init => field = Guarded(value); } = [];

    /// <summary>Whether there is such a collection.</summary>
    public bool HasCollection(string collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return _indexes.ContainsKey(collection);
    }

    /// <summary>An index of a collection; null when there is none of that name.</summary>
    public IndexDefinition? Index(string collection, string name)
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(name);
        return _indexes.TryGetValue(collection, out ImmutableArray<IndexDefinition> indexes) ? indexes.FirstOrDefault(index => index.Name == name) : null;
    }

    private ImmutableArray<ViewDefinition> Guarded(ImmutableArray<ViewDefinition> views)
    {
        views = views.IsDefault ? [] : views;
        foreach (ViewDefinition view in views)
        {
            ArgumentNullException.ThrowIfNull(view, nameof(views));
            StoreText.GuardName(view.Name, nameof(views));
            if (view.Name.Length > MostViewLetters || view.Version is < 1 or > MostViewVersions)
            {
                throw new ArgumentException($"the view `{view.Name}` has a name of more than {MostViewLetters} letters or a version that is not 1 to {MostViewVersions}", nameof(views));
            }

            IndexDefinition index = Index(view.Collection, view.Index)
                ?? throw new ArgumentException($"the view `{view.Name}` shows an index `{view.Index}` of `{view.Collection}` that there is not", nameof(views));
            if (index.Fields.FirstOrDefault(field => field.Name is "tenant" or "id" or "version") is { } taken)
            {
                throw new ArgumentException($"the view `{view.Name}` has a column `{taken.Name}` of its own, so the index `{index}` cannot have a field of that name", nameof(views));
            }
        }

        return views.DistinctBy(view => view.DatabaseName).Count() == views.Length ? views : throw new ArgumentException("two views have the same name and version", nameof(views));
    }

    private void Guard(IndexDefinition index)
    {
        ArgumentNullException.ThrowIfNull(index, nameof(index));
        if (!Collections.Contains(index.Collection))
        {
            throw new ArgumentException($"the index `{index}` is of a collection that is not named");
        }

        if (index.ListsDueWork && index.Fields is not [{ Kind: IndexKind.Text }, { Kind: IndexKind.Instant }])
        {
            throw new ArgumentException($"the index `{index}` lists due work, so its fields are a text and a moment");
        }
    }
}
