using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Interactions;

/// <summary>The attributes that a host declared: nothing else can be asked for.</summary>
public sealed class AttributeSchema
{
    private readonly ImmutableDictionary<string, AttributeDeclaration> _byName;

    private AttributeSchema(ImmutableDictionary<string, AttributeDeclaration> byName) => _byName = byName;

    /// <summary>A schema without attributes.</summary>
    public static AttributeSchema Empty { get; } = new(ImmutableDictionary.Create<string, AttributeDeclaration>(StringComparer.Ordinal));

    /// <summary>What was declared, in ordinal order of names.</summary>
    public IEnumerable<AttributeDeclaration> Declarations => _byName.Values.OrderBy(declaration => declaration.Name, StringComparer.Ordinal);

    /// <summary>A schema of declarations.</summary>
    /// <returns>The schema, or an issue for every name that is empty or there twice.</returns>
    public static Validated<AttributeSchema> Of(IEnumerable<AttributeDeclaration> declarations)
    {
        ArgumentNullException.ThrowIfNull(declarations);
        var issues = new IssueList();
        var byName = ImmutableDictionary.CreateBuilder<string, AttributeDeclaration>(StringComparer.Ordinal);
        foreach ((int position, AttributeDeclaration declaration) in declarations.Index())
        {
            if (string.IsNullOrWhiteSpace(declaration.Name))
            {
                issues.Error(IssueCodes.EmptyText, $"/{position}/name");
            }
            else if (!byName.TryAdd(declaration.Name, declaration))
            {
                issues.Error(IssueCodes.AttributeTwice, $"/{position}/name", ("attribute", declaration.Name));
            }
        }

        return issues.HasErrors ? new(null, issues.ToImmutable()) : new(new(byName.ToImmutable()), []);
    }

    /// <summary>What was declared under a name; null for nothing.</summary>
    public AttributeDeclaration? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.GetValueOrDefault(name);
    }
}
