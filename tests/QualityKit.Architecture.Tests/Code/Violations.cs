using Xunit;

namespace QualityKit.Architecture.Tests.Code;

/// <summary>Fails a test with every violation at once, and with what to do.</summary>
public static class Violations
{
    public static void AssertNone(IEnumerable<string> violations, string advice)
    {
        List<string> found = [.. violations.Distinct().Order(StringComparer.Ordinal)];
        if (found.Count > 0)
        {
            Assert.Fail($"{found.Count} violation(s). {advice}\n  {string.Join("\n  ", found)}");
        }
    }

    /// <summary>`src/QualityKit/Forms/Question.cs(12)`, as editors and people read it.</summary>
    public static string At(Microsoft.CodeAnalysis.SyntaxNode node)
    {
        Microsoft.CodeAnalysis.FileLinePositionSpan span = node.SyntaxTree.GetLineSpan(node.Span);
        return $"{span.Path}({span.StartLinePosition.Line + 1})";
    }

    public static string At(Microsoft.CodeAnalysis.ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var first, ..] ? At(first.GetSyntax()) : symbol.ToDisplayString();
}
