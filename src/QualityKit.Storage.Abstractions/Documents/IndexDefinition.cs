using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>An index over the documents of a collection: an ordered list of fields. Documents are found through indexes alone.</summary>
/// <remarks>A document may have no entry in an index, one, or several; each entry has a value for every field.</remarks>
public sealed class IndexDefinition
{
    /// <summary>An index.</summary>
    /// <param name="collection">The collection whose documents it lists.</param>
    /// <param name="name">1 to 64 lower-case letters, digits or <c>-</c>, starting with a letter; unique within its collection.</param>
    /// <param name="fields">1 to 6 fields, in the order that entries are sorted by.</param>
    /// <exception cref="ArgumentException">A name is outside its range or given twice, or there are too few or too many fields.</exception>
    public IndexDefinition(string collection, string name, params ImmutableArray<IndexField> fields)
    {
        StoreText.GuardName(collection, nameof(collection));
        StoreText.GuardName(name, nameof(name));
        if (fields.IsDefaultOrEmpty || fields.Length > StoreLimits.IndexFields)
        {
            throw new ArgumentException($"an index has 1 to {StoreLimits.IndexFields} fields", nameof(fields));
        }

        foreach (IndexField field in fields)
        {
            ArgumentNullException.ThrowIfNull(field, nameof(fields));
            StoreText.GuardName(field.Name, nameof(fields));
        }

        if (fields.DistinctBy(field => field.Name).Count() != fields.Length)
        {
            throw new ArgumentException("two fields have the same name", nameof(fields));
        }

        (Collection, Name, Fields) = (collection, name, fields);
    }

    /// <summary>The collection whose documents it lists.</summary>
    public string Collection { get; }

    /// <summary>Its name within the collection.</summary>
    public string Name { get; }

    /// <summary>The fields, in the order that entries are sorted by.</summary>
    public ImmutableArray<IndexField> Fields { get; }

    /// <summary>Whether it lists work that falls due: its fields are then a kind (text) and a moment, and <see cref="IStoreMaintenance"/> reads it across tenants.</summary>
    public bool ListsDueWork { get; init; }

    /// <summary>Whether an entry has a value of the right kind for every field.</summary>
    internal bool Takes(ImmutableArray<IndexValue> values) =>
        values.Length == Fields.Length && !values.Where((value, field) => value.Kind != Fields[field].Kind).Any();

    /// <summary>Whether a query asks for leading fields, then a range, all of the kinds that the fields have.</summary>
    internal bool Serves(DocumentQuery query)
    {
        int ranged = query.Equal.Length;
        bool isLeading = ranged <= Fields.Length && (query.Range is null || ranged < Fields.Length);
        return isLeading
            && !query.Equal.Where((values, field) => values.Any(value => value.Kind != Fields[field].Kind)).Any()
            && (query.Range?.From is not { } from || from.Kind == Fields[ranged].Kind)
            && (query.Range?.To is not { } to || to.Kind == Fields[ranged].Kind)
            && (query.After is not { } after || Takes(after.Values));
    }

    /// <summary>Collection and name.</summary>
    public override string ToString() => $"{Collection}.{Name}";
}
