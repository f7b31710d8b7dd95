using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using QualityKit.Architecture.Tests.Code;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>The folder is the namespace; the file is the type.</summary>
internal static class FilesAndNamespaces
{
    public static IEnumerable<string> Check(CSharpCompilation compilation, string rootNamespace) =>
        compilation.SyntaxTrees
            .Where(tree => Place.Of(tree).Project is not null)
            .SelectMany(tree => Check(tree, compilation.GetSemanticModel(tree), rootNamespace));

    private static IEnumerable<string> Check(SyntaxTree tree, SemanticModel model, string rootNamespace)
    {
        List<INamedTypeSymbol> types = [.. TopLevel(tree).Select(node => model.GetDeclaredSymbol(node)).OfType<INamedTypeSymbol>()];
        if (types.Count > 1)
        {
            yield return $"{tree.FilePath}: holds {types.Count} top-level types ({string.Join(", ", types.Select(type => type.Name))})";
        }

        foreach (INamedTypeSymbol type in types)
        {
            if (!FileNames(type).Contains(StemOf(tree)))
            {
                yield return $"{tree.FilePath}: declares `{type.Name}`, so the file should be {type.Name}.cs or {type.Name}.<Part>.cs";
            }

            if (!Namespaces(tree, type, rootNamespace).Contains(type.ContainingNamespace.ToDisplayString()))
            {
                yield return $"{tree.FilePath}: `{type.Name}` is in namespace {type.ContainingNamespace.ToDisplayString()}, not in that of its folder";
            }
        }
    }

    private static IEnumerable<MemberDeclarationSyntax> TopLevel(SyntaxTree tree) =>
        tree.GetRoot()
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Where(node => !node.Modifiers.Any(SyntaxKind.FileKeyword));

    /// <summary>`Validated{T}.cs` and `ValidatedOfT.cs` tell a generic type from one of the same name without parameters.</summary>
    private static string[] FileNames(INamedTypeSymbol type) =>
    [
        type.Name,
        $"{type.Name}{{{string.Join(',', type.TypeParameters.Select(parameter => parameter.Name))}}}",
        $"{type.Name}Of{string.Concat(type.TypeParameters.Select(parameter => parameter.Name))}",
    ];

    private static string StemOf(SyntaxTree tree) => Path.GetFileName(tree.FilePath).Split('.')[0];

    private static string[] Namespaces(SyntaxTree tree, INamedTypeSymbol type, string rootNamespace)
    {
        string path = Place.Of(tree).Path;
        string own = path.Length == 0 ? rootNamespace : $"{rootNamespace}.{path.Replace('/', '.')}";
        return type.MightContainExtensionMethods ? [own, "QualityKit"] : [own];
    }
}
