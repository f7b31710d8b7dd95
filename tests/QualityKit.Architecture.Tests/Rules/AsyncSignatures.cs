using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using QualityKit.Architecture.Tests.Code;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>Whatever can be waited for can be cancelled: the token is the last parameter.</summary>
internal static class AsyncSignatures
{
    private static readonly HashSet<string> Awaited =
    [
        "System.Threading.Tasks.Task", "System.Threading.Tasks.Task<TResult>", "System.Threading.Tasks.ValueTask",
        "System.Threading.Tasks.ValueTask<TResult>", "System.Collections.Generic.IAsyncEnumerable<T>",
    ];

    public static IEnumerable<string> Check(CSharpCompilation compilation) =>
        SymbolTree.Types(compilation)
            .Where(SymbolTree.IsPublic)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false })
            .Where(method => Awaited.Contains(method.ReturnType.OriginalDefinition.ToDisplayString()))
            .Where(method => !EndsWithToken(method) && !IsGivenBySomeoneElse(method))
            .Select(method => $"{Violations.At(method)}: `{method.ContainingType.Name}.{method.Name}` does not take a CancellationToken last");

    private static bool EndsWithToken(IMethodSymbol method) =>
        method.Parameters is [.., { Type: var type }] && type.ToDisplayString() == "System.Threading.CancellationToken";

    /// <summary>An override, or an implementation of an interface of another assembly such as IAsyncDisposable.</summary>
    private static bool IsGivenBySomeoneElse(IMethodSymbol method) =>
        method.IsOverride || method.ContainingType.AllInterfaces
            .Where(contract => !SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, method.ContainingAssembly))
            .SelectMany(contract => contract.GetMembers())
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
