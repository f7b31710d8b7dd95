using Microsoft.CodeAnalysis;

namespace QualityKit.Architecture.Tests.PublicApi;

/// <summary>Whether a symbol mentions a reference type for which the source says neither `?` nor 'not null'.</summary>
internal static class ObliviousReferences
{
    public static bool In(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.TypeParameters.Any(InConstraints),
        IMethodSymbol method => In(method.ReturnType, outer: false)
            || method.Parameters.Any(parameter => In(parameter.Type, outer: false))
            || method.TypeParameters.Any(InConstraints),
        IFieldSymbol field => In(field.Type, outer: false),
        _ => false,
    };

    private static bool InConstraints(ITypeParameterSymbol parameter) =>
        (parameter.HasReferenceTypeConstraint && parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.None)
        || parameter.ConstraintTypes.Any(type => In(type, outer: false));

    // The nullability of an outer type means nothing: in `Outer<T>.Inner` only Inner and T can be null.
    private static bool In(ITypeSymbol type, bool outer) => type switch
    {
        INamedTypeSymbol named => (!outer && IsOblivious(named))
            || (named.ContainingType is { } container && In(container, outer: true))
            || named.TypeArguments.Any(argument => In(argument, outer: false)),
        IArrayTypeSymbol array => IsOblivious(array) || In(array.ElementType, outer: false),
        IPointerTypeSymbol pointer => In(pointer.PointedAtType, outer: false),
        ITypeParameterSymbol parameter => IsOblivious(parameter),
        _ => false,
    };

    private static bool IsOblivious(ITypeSymbol type) => type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.None;
}
