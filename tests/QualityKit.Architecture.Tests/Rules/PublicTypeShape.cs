using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using QualityKit.Architecture.Tests.Code;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>What every public type looks like: closed, immutable, and named after a thing of the field.</summary>
internal static partial class PublicTypeShape
{
    public static IEnumerable<string> Check(CSharpCompilation compilation) =>
        SymbolTree.Types(compilation)
            .Where(SymbolTree.IsPublic)
            .SelectMany(type => Problems(type).Select(problem => $"{Violations.At(type)}: `{type.Name}` {problem}"));

    private static IEnumerable<string> Problems(INamedTypeSymbol type)
    {
        if (EmptyNames().IsMatch(type.Name))
        {
            yield return "has a name that says nothing: find the noun that owns the behaviour";
        }

        if (type.TypeKind == TypeKind.Class && !IsClosed(type))
        {
            yield return "is a class that anyone can derive from: seal it, or close it with a private protected constructor";
        }

        if (type is { IsRecord: true, TypeKind: TypeKind.Class, IsAbstract: true } && !HasInternalAbstractMember(type))
        {
            yield return "is an abstract record without an internal abstract member: its copy constructor lets anyone derive from it";
        }

        if (SymbolTree.DerivesFrom(type, "System.Exception") && !(type.IsSealed && type.BaseType!.ToDisplayString() == "System.Exception"))
        {
            yield return "is an exception that is not sealed, or does not derive from Exception itself";
        }

        if (IsPositional(type) && type is not { TypeKind: TypeKind.Struct, IsReadOnly: true })
        {
            yield return "is a positional record: adding a parameter would break callers; use required init properties";
        }

        foreach (string problem in MutableMembers(type))
        {
            yield return problem;
        }
    }

    private static bool IsClosed(INamedTypeSymbol type) =>
        type.IsSealed || type.IsStatic || (type.IsAbstract && type.InstanceConstructors
            .Where(constructor => !(type.IsRecord && constructor.IsImplicitlyDeclared && constructor.Parameters.Length == 1))
            .All(constructor => constructor.DeclaredAccessibility is Accessibility.Private or Accessibility.ProtectedAndInternal));

    /// <summary>One that is declared here or above, and that nothing between has given a body.</summary>
    private static bool HasInternalAbstractMember(INamedTypeSymbol type)
    {
        HashSet<string> given = [];
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(member => member is { IsAbstract: true, DeclaredAccessibility: Accessibility.Internal } && !given.Contains(member.Name)))
            {
                return true;
            }

            given.UnionWith(current.GetMembers().Where(member => member.IsOverride && !member.IsAbstract).Select(member => member.Name));
        }

        return false;
    }

    private static bool IsPositional(INamedTypeSymbol type) =>
        type.IsRecord && type.DeclaringSyntaxReferences
            .Any(reference => reference.GetSyntax() is RecordDeclarationSyntax { ParameterList: not null });

    private static IEnumerable<string> MutableMembers(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public))
        {
            if (member is IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public } } && !IsOptions(type))
            {
                yield return $"has the settable property `{member.Name}`: only types named ...Options may";
            }

            if (member is IFieldSymbol { IsConst: false } field && !(field.IsStatic && field.IsReadOnly))
            {
                yield return $"has the public field `{member.Name}`";
            }
        }
    }

    private static bool IsOptions(INamedTypeSymbol type) => type.Name.EndsWith("Options", StringComparison.Ordinal);

    [GeneratedRegex("(Utils?|Utilities|Helpers?|Manager|Processor|Base|Impl)$", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyNames();
}
