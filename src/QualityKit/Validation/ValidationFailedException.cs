using System.Collections.Immutable;

namespace QualityKit.Validation;

/// <summary>Content has errors; it carries all of them.</summary>
public sealed class ValidationFailedException : Exception
{
    /// <summary>Creates the exception for a list of issues.</summary>
    public ValidationFailedException(ImmutableArray<Issue> issues)
        : base(Describe(issues.IsDefault ? [] : issues)) => Issues = issues.IsDefault ? [] : issues;

    /// <summary>Every issue found, errors and warnings.</summary>
    public ImmutableArray<Issue> Issues { get; }

    private static string Describe(ImmutableArray<Issue> issues)
    {
        string[] errors = [.. issues.Where(issue => issue.Severity == Severity.Error).Select(issue => issue.ToString())];
        return errors.Length == 1
            ? errors[0]
            : $"{errors.Length} errors:\n{string.Join('\n', errors)}";
    }
}
