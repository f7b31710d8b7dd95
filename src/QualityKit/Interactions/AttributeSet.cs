using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Interactions;

/// <summary>The attributes of one interaction: for each name, any number of values.</summary>
public sealed class AttributeSet
{
    private readonly ImmutableDictionary<string, ImmutableArray<AttributeValue>> _values;

    private AttributeSet(ImmutableDictionary<string, ImmutableArray<AttributeValue>> values) => _values = values;

    /// <summary>No attributes.</summary>
    public static AttributeSet Empty { get; } = new(ImmutableDictionary.Create<string, ImmutableArray<AttributeValue>>(StringComparer.Ordinal));

    /// <summary>The names that have values, in ordinal order.</summary>
    public IEnumerable<string> Names => _values.Keys.Order(StringComparer.Ordinal);

    /// <summary>The values under a name; none when there is none.</summary>
    public ImmutableArray<AttributeValue> this[string name] => _values.GetValueOrDefault(name, []);

    /// <summary>The same attributes with one more value.</summary>
    public AttributeSet With(string name, AttributeValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        return new(_values.SetItem(name, this[name].Add(value)));
    }

    /// <summary>Holds the values against what was declared.</summary>
    /// <returns>An issue for every name that was not declared and every value of another kind.</returns>
    public ImmutableArray<Issue> Check(AttributeSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var issues = new IssueList();
        foreach (string name in Names)
        {
            AttributeRules.Check(issues, schema, name, this[name], $"/{IssueList.Escape(name)}");
        }

        return issues.ToImmutable();
    }

    /// <summary>The attributes that were declared personal, or were not declared at all: these are kept apart.</summary>
    public AttributeSet Personal(AttributeSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new(_values.RemoveRange(_values.Keys.Where(name => schema.Find(name) is { IsPersonal: false })));
    }

    /// <summary>The attributes that were declared, and not as personal.</summary>
    public AttributeSet Impersonal(AttributeSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new(_values.RemoveRange(_values.Keys.Where(name => schema.Find(name) is not { IsPersonal: false })));
    }

    /// <summary>The number of names; never the values, which may be personal.</summary>
    public override string ToString() => $"{_values.Count} attributes";
}
