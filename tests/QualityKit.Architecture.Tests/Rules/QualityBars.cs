using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using QualityKit.Architecture.Tests.Code;

namespace QualityKit.Architecture.Tests.Rules;

/// <summary>Files, methods and signatures that a person can take in at once.</summary>
internal static class QualityBars
{
    public const int FileLines = 250;

    public const int MethodLines = 40;

    public const int Complexity = 12;

    public const int Parameters = 6;

    public static IEnumerable<string> Check(SyntaxTree tree)
    {
        SyntaxNode root = tree.GetRoot();
        if (CodeLines(root) > FileLines)
        {
            yield return $"{tree.FilePath}: {CodeLines(root)} lines of code, more than {FileLines}";
        }

        foreach (SyntaxNode node in root.DescendantNodes())
        {
            foreach (string problem in Problems(node))
            {
                yield return $"{Violations.At(node)}: {problem}";
            }
        }
    }

    private static IEnumerable<string> Problems(SyntaxNode node)
    {
        if (node is BaseParameterListSyntax { Parameters.Count: > Parameters } list && node is not BracketedParameterListSyntax)
        {
            yield return $"{list.Parameters.Count} parameters, more than {Parameters}";
        }

        if (!IsBody(node))
        {
            yield break;
        }

        if (CodeLines(node) > MethodLines)
        {
            yield return $"a method of {CodeLines(node)} lines of code, more than {MethodLines}";
        }

        if (CyclomaticComplexity.Of(node) > Complexity)
        {
            yield return $"a cyclomatic complexity of {CyclomaticComplexity.Of(node)}, more than {Complexity}";
        }
    }

    private static bool IsBody(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
            or PropertyDeclarationSyntax { ExpressionBody: not null };

    /// <summary>Lines that hold at least one token: comments and blank lines are free.</summary>
    private static int CodeLines(SyntaxNode node) =>
        node.DescendantTokens()
            .Where(token => !token.Span.IsEmpty)
            .SelectMany(token => LinesOf(token.GetLocation().GetLineSpan()))
            .Distinct()
            .Count();

    private static IEnumerable<int> LinesOf(FileLinePositionSpan span) =>
        Enumerable.Range(span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
}
