using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>What is thrown where one thing is wrong with what was asked.</summary>
internal static class Refusal
{
    /// <summary>A refusal for one reason.</summary>
    /// <param name="code">The issue.</param>
    /// <param name="pointer">Where it is in what was given; empty for all of it.</param>
    /// <param name="arguments">The values that its sentence speaks of.</param>
    public static ValidationFailedException Of(string code, string pointer, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var issues = new IssueList();
        issues.Error(code, pointer, arguments);
        return new(issues.ToImmutable());
    }
}
