using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using QualityKit.Architecture.Tests.Code;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>The core gets the time, chance and data as arguments: it never reads a clock, waits, logs, or touches files or the network.</summary>
/// <remarks>A port may speak of tasks: an interface without bodies does nothing, and whoever calls it is not of the core.</remarks>
internal static class FunctionalCore
{
    private static readonly HashSet<string> BannedTypes =
    [
        "System.TimeProvider", "System.Random", "System.Console", "System.Environment", "System.Threading.Thread",
        "System.Threading.ThreadPool", "System.Threading.Timer", "System.Threading.PeriodicTimer", "System.Threading.Monitor",
        "System.Threading.Lock", "System.Threading.SemaphoreSlim", "System.Threading.ThreadLocal<T>", "System.Threading.AsyncLocal<T>",
        "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Security.Cryptography.RandomNumberGenerator",
        "System.Collections.Generic.IAsyncEnumerable<T>", "System.IAsyncDisposable", "System.ThreadStaticAttribute",
    ];

    private static readonly string[] BannedNamespaces =
        ["System.Threading.Tasks", "System.IO", "System.Net", "Microsoft.Extensions.Logging", "System.Timers"];

    private static readonly HashSet<string> BannedMembers =
    [
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7",
    ];

    private static readonly HashSet<string> StreamTypes = ["System.IO.Stream", "System.IO.TextWriter", "System.IO.TextReader"];

    public static IEnumerable<string> Check(CSharpCompilation compilation, Layout layout) =>
        ImpureUses(compilation, layout).Concat(AsyncCode(compilation, layout)).Concat(MutableStatics(compilation, layout));

    private static IEnumerable<string> ImpureUses(CSharpCompilation compilation, Layout layout) =>
        from reference in References.In(compilation)
        let place = Place.Of(reference.Node.SyntaxTree)
        where layout.IsCore(place.Folder) && !reference.Node.Ancestors().OfType<UsingDirectiveSyntax>().Any()
        let name = Banned(reference.Symbol, layout.Streaming.Contains(place.Folder))
        where name is not null && !IsTaskOfPort(reference.Node, name)
        select $"{Violations.At(reference.Node)}: the core uses {name}";

    private static bool IsTaskOfPort(SyntaxNode node, string name) =>
        (name.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal) || name == "System.Collections.Generic.IAsyncEnumerable<T>")
        && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Body: null, ExpressionBody: null, Parent: InterfaceDeclarationSyntax };

    private static string? Banned(ISymbol symbol, bool mayStream)
    {
        if (References.TypeOf(symbol) is not { } type)
        {
            return null;
        }

        string typeName = type.ToDisplayString();
        string memberName = $"{typeName}.{symbol.Name}";
        return BannedMembers.Contains(memberName) ? memberName
            : IsBanned(type, typeName) && !(mayStream && StreamTypes.Contains(typeName)) ? typeName
            : null;
    }

    private static bool IsBanned(INamedTypeSymbol type, string typeName)
    {
        string container = type.ContainingNamespace?.ToDisplayString() ?? "";
        return BannedTypes.Contains(typeName)
            || BannedNamespaces.Any(banned => container == banned || container.StartsWith(banned + ".", StringComparison.Ordinal));
    }

    private static IEnumerable<string> AsyncCode(CSharpCompilation compilation, Layout layout) =>
        compilation.SyntaxTrees
            .Where(tree => Place.Of(tree) is { Project: not null } place && layout.IsCore(place.Folder))
            .SelectMany(tree => tree.GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.AsyncKeyword)))
            .Select(token => $"{Violations.At(token.Parent!)}: the core is never async");

    private static IEnumerable<string> MutableStatics(CSharpCompilation compilation, Layout layout) =>
        SymbolTree.Types(compilation)
            .Where(type => Place.Of(type) is { Project: not null } place && layout.IsCore(place.Folder))
            .SelectMany(type => type.GetMembers())
            .Where(IsMutableStatic)
            .Select(member => $"{Violations.At(member)}: `{member.Name}` is static and can change");

    private static bool IsMutableStatic(ISymbol member) => member switch
    {
        IFieldSymbol field => field is { IsStatic: true, IsConst: false, IsReadOnly: false, IsImplicitlyDeclared: false },
        IPropertySymbol property => property is { IsStatic: true, SetMethod: not null },
        IEventSymbol @event => @event.IsStatic,
        _ => false,
    };
}
