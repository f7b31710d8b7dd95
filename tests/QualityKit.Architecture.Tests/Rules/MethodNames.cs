using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using QualityKit.Architecture.Tests.Code;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>What people call a method, or a vendor's profile, has no effect: nothing compares it.</summary>
internal static class MethodNames
{
    private static readonly string[] Labels =
    [
        "QualityKit.Methods.ScoringMethod.Name", "QualityKit.Methods.VendorProfile.Key", "QualityKit.Methods.VendorProfile.Vendor",
    ];

    public static IEnumerable<string> Check(CSharpCompilation compilation) =>
        from reference in References.In(compilation)
        where Labels.Contains(reference.Symbol.ToDisplayString()) && IsCompared(reference.Node)
        select $"{Violations.At(reference.Node)}: `{reference.Symbol.ToDisplayString()}` is compared";

    private static bool IsCompared(SyntaxNode name) => name.Ancestors().TakeWhile(node => node is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax).Any(node => node switch
    {
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression),
        IsPatternExpressionSyntax test => test.Expression.Contains(name) && test.Pattern.ToString() is not ("null" or "not null" or "{ }"),
        SwitchExpressionSyntax choice => choice.GoverningExpression.Contains(name),
        InvocationExpressionSyntax call => call.Expression.ToString().Split('.')[^1] is "Equals" or "Compare" or "CompareTo" or "StartsWith" or "EndsWith" or "Contains",
        _ => false,
    }) || name.FirstAncestorOrSelf<SwitchStatementSyntax>()?.Expression.Contains(name) == true;
}
