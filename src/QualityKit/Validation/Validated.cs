using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace QualityKit.Validation;

/// <summary>A value that passed its checks, or all that is wrong with what was given.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Validated<T>
    where T : class
{
    private readonly T? _value;

    internal Validated(T? value, ImmutableArray<Issue> issues)
    {
        _value = value;
        Issues = issues;
    }

    /// <summary>Every issue found, in document order: errors and warnings. A valid value may still have warnings.</summary>
    public ImmutableArray<Issue> Issues { get; }

    /// <summary>The issues that must be corrected; empty when the value is valid.</summary>
    public ImmutableArray<Issue> Errors => [.. Issues.Where(issue => issue.Severity == Severity.Error)];

    /// <summary>The issues that may be intended.</summary>
    public ImmutableArray<Issue> Warnings => [.. Issues.Where(issue => issue.Severity == Severity.Warning)];

    /// <summary>Whether there is a value.</summary>
    public bool IsValid => _value is not null;

    /// <summary>The value.</summary>
    /// <exception cref="ValidationFailedException">There are errors; the exception carries every issue.</exception>
    public T Value => _value ?? throw new ValidationFailedException(Issues);

    /// <summary>The value if there is one.</summary>
    /// <returns>Whether there is a value.</returns>
    public bool TryGetValue([NotNullWhen(true)] out T? value)
    {
        value = _value;
        return value is not null;
    }
}
