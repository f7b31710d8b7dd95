using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using QualityKit.Architecture.Tests.Code;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>Dependencies point up the list of folders, never down, and every type is in a folder of the list.</summary>
internal static class FolderOrder
{
    public static IEnumerable<string> Check(CSharpCompilation compilation, Layout layout) =>
        Strays(compilation, layout).Concat(BackwardEdges(compilation, layout));

    private static IEnumerable<string> Strays(CSharpCompilation compilation, Layout layout) =>
        SymbolTree.Types(compilation)
            .Where(type => type.ContainingType is null)
            .Where(type => !IsKnown(layout, Place.Of(type).Folder) && !IsExtensionDoor(type))
            .Select(type => $"{Violations.At(type)}: `{type.Name}` is in folder `{Place.Of(type).Folder}`, which Layout.cs does not list");

    private static IEnumerable<string> BackwardEdges(CSharpCompilation compilation, Layout layout) =>
        from reference in References.In(compilation)
        let user = Place.Of(reference.Node.SyntaxTree)
        let type = References.TypeOf(reference.Symbol)
        where type is not null && IsOrdered(layout, user.Folder)
        let used = Place.Of(type)
        where used.Project == user.Project && IsOrdered(layout, used.Folder)
        where Rank(layout, used.Folder) > Rank(layout, user.Folder)
        select $"{Violations.At(reference.Node)}: {user.Folder} uses {used.Folder}.{type.Name}, which is below it";

    private static bool IsKnown(Layout layout, string? folder) =>
        layout.Folders.Count == 0 ? folder is "" : IsOrdered(layout, folder);

    private static bool IsOrdered(Layout layout, string? folder) => folder is not null && layout.Folders.Contains(folder);

    private static int Rank(Layout layout, string folder) => layout.Folders.ToList().IndexOf(folder);

    /// <summary>The assembly's own folder may hold the extension methods that are a host's way in.</summary>
    private static bool IsExtensionDoor(INamedTypeSymbol type) => type.MightContainExtensionMethods && Place.Of(type).Path.Length == 0;
}
