using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using QualityKit.Architecture.Tests.Code;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>Every public member says in words what it is.</summary>
internal static class Documentation
{
    public static IEnumerable<string> Check(CSharpCompilation compilation) =>
        SymbolTree.Types(compilation)
            .Where(SymbolTree.IsPublic)
            .SelectMany(type => type.GetMembers().Where(IsOwn).Prepend(type))
            .Where(symbol => !IsDocumented(symbol))
            .Select(symbol => $"{Violations.At(symbol)}: `{symbol.ToDisplayString()}` has no summary");

    private static bool IsOwn(ISymbol member) =>
        member is { IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public }
        && member is not (INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null })
        && !IsOverrideOfObject(member)
        && !IsPrimaryConstructor(member);

    private static bool IsOverrideOfObject(ISymbol member) =>
        member is IMethodSymbol { IsOverride: true, Name: "Equals" or "GetHashCode" or "ToString" };

    /// <summary>The summary of a positional type speaks for its constructor.</summary>
    private static bool IsPrimaryConstructor(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: [var syntax] }
        && syntax.GetSyntax() is TypeDeclarationSyntax;

    private static bool IsDocumented(ISymbol symbol)
    {
        if (symbol is IPropertySymbol { DeclaringSyntaxReferences: [var syntax] } && syntax.GetSyntax() is ParameterSyntax)
        {
            return Elements(symbol.ContainingType).Any(element => element.Name == "param" && (string?)element.Attribute("name") == symbol.Name && Speaks(element));
        }

        return Elements(symbol).Any(element => element.Name == "inheritdoc" || (element.Name == "summary" && Speaks(element)));
    }

    private static IEnumerable<XElement> Elements(ISymbol symbol)
    {
        string? xml = symbol.GetDocumentationCommentXml();
        return string.IsNullOrWhiteSpace(xml) ? [] : XElement.Parse($"<all>{xml}</all>").Descendants();
    }

    private static bool Speaks(XElement element) => element.HasElements || !string.IsNullOrWhiteSpace(element.Value);
}
