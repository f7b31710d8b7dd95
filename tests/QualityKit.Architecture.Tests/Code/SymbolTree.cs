using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace QualityKit.Architecture.Tests.Code;

/// <summary>Walks the types that a compilation declares.</summary>
public static class SymbolTree
{
    /// <summary>Every type declared in the sources, nested ones included.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(CSharpCompilation compilation) => Types(compilation.Assembly.GlobalNamespace);

    /// <summary>Visible to another assembly: public, and in public types all the way out.</summary>
    public static bool IsPublic(ISymbol symbol) =>
        symbol.DeclaredAccessibility == Accessibility.Public && (symbol.ContainingType is null || IsPublic(symbol.ContainingType));

    public static bool DerivesFrom(ITypeSymbol type, string fullName)
    {
        for (ITypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.ToDisplayString() == fullName)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (INamespaceOrTypeSymbol member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (INamedTypeSymbol inner in Types(member))
            {
                yield return inner;
            }
        }
    }
}
