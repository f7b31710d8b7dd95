using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>
/// One plus the decisions of a body. A switch expression is one decision however many rows it has: it is a table, which a reader
/// scans rather than follows; a `when` in a row, or a decision in its value, counts. A local function counts for itself.
/// </summary>
internal static class CyclomaticComplexity
{
    public static int Of(SyntaxNode body) =>
        1 + body.DescendantNodes(node => node == body || node is not LocalFunctionStatementSyntax).Count(IsDecision);

    private static bool IsDecision(SyntaxNode node) => node.Kind() is
        SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement
        or SyntaxKind.ForStatement or SyntaxKind.ForEachStatement or SyntaxKind.ForEachVariableStatement
        or SyntaxKind.CaseSwitchLabel or SyntaxKind.CasePatternSwitchLabel or SyntaxKind.SwitchExpression or SyntaxKind.WhenClause
        or SyntaxKind.CatchClause or SyntaxKind.ConditionalExpression
        or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression
        or SyntaxKind.CoalesceExpression or SyntaxKind.CoalesceAssignmentExpression;
}
