using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>Every place where a source names a symbol, and what it names.</summary>
internal static class References
{
    public static IEnumerable<(SyntaxNode Node, ISymbol Symbol)> In(CSharpCompilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => Place.Of(tree).Project is not null))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes().Where(NamesSomething))
            {
                if (model.GetSymbolInfo(node).Symbol is { } symbol)
                {
                    yield return (node, symbol);
                }
            }
        }
    }

    /// <summary>The type that a symbol is, or belongs to.</summary>
    public static INamedTypeSymbol? TypeOf(ISymbol symbol) => (symbol as INamedTypeSymbol ?? symbol.ContainingType)?.OriginalDefinition;

    private static bool NamesSomething(SyntaxNode node) =>
        node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax;
}
