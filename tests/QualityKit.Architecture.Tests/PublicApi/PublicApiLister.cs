using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using QualityKit.Architecture.Tests.Code;

namespace QualityKit.Architecture.Tests.PublicApi;

/// <summary>
/// Lists the public API in the format of Microsoft.CodeAnalysis.PublicApiAnalyzers, one line a symbol, so that its files can be
/// handed to that analyzer unchanged. Accessors are listed in place of properties; what the compiler adds to records is listed.
/// </summary>
public static class PublicApiLister
{
    private const string Oblivious = "~";

    private static readonly SymbolDisplayFormat Format = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.OmittedAsContaining,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeExplicitInterface | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.IncludeNotNullableReferenceTypeModifier);

    /// <summary>The lines in ordinal order, without the heading of the file.</summary>
    public static IReadOnlyList<string> Lines(CSharpCompilation compilation) =>
    [
        .. SymbolTree.Types(compilation)
            .Where(IsListed)
            .SelectMany(type => Members(type).Prepend(type))
            .Select(Line)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => member is not (INamedTypeSymbol or IPropertySymbol) && (IsDeclared(type, member) || IsDefaultConstructor(type, member)));

    private static bool IsDeclared(INamedTypeSymbol type, ISymbol member) =>
        IsListed(member)
        && member is not IMethodSymbol { MethodKind: MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.StaticConstructor }
        && (type.TypeKind == TypeKind.Delegate ? member.Name == WellKnownMemberNames.DelegateInvokeName : IsWritten(type, member));

    private static bool IsWritten(INamedTypeSymbol type, ISymbol member) =>
        !member.IsImplicitlyDeclared || type.IsRecord || member is IMethodSymbol { AssociatedSymbol: IPropertySymbol };

    /// <summary>A constructor that nobody wrote is listed where it is the class's only one, and always for a struct.</summary>
    private static bool IsDefaultConstructor(INamedTypeSymbol type, ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true, Parameters.IsEmpty: true }
        && (type.TypeKind == TypeKind.Struct || (type.TypeKind == TypeKind.Class && type.InstanceConstructors.Length == 1));

    private static string Line(ISymbol symbol)
    {
        ITypeSymbol? result = symbol switch
        {
            IMethodSymbol method => method.ReturnType,
            IEventSymbol @event => @event.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        string arrow = result is null ? "" : $" -> {result.ToDisplayString(Format)}";
        return (ObliviousReferences.In(symbol) ? Oblivious : "") + symbol.ToDisplayString(Format) + arrow;
    }

    private static bool IsListed(ISymbol symbol) => symbol.DeclaredAccessibility switch
    {
        Accessibility.Public => symbol.ContainingType is null || IsListed(symbol.ContainingType),
        Accessibility.Protected or Accessibility.ProtectedOrInternal =>
            symbol.ContainingType is { } type && IsListed(type) && CanBeExtended(type),
        _ => false,
    };

    private static bool CanBeExtended(INamedTypeSymbol type) =>
        !type.IsSealed && type.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility
            is not (Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal));
}
