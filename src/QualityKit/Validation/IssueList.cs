using System.Collections.Immutable;

namespace QualityKit.Validation;

/// <summary>Issues as they are found.</summary>
internal sealed class IssueList
{
    private readonly ImmutableArray<Issue>.Builder _issues = ImmutableArray.CreateBuilder<Issue>();

    public bool HasErrors { get; private set; }

    public int Count => _issues.Count;

    public void Error(string code, string pointer, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        HasErrors = true;
        Add(code, Severity.Error, pointer, arguments);
    }

    public void Warning(string code, string pointer, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        Add(code, Severity.Warning, pointer, arguments);

    public void AddRange(ImmutableArray<Issue> issues)
    {
        _issues.AddRange(issues);
        HasErrors |= issues.Any(issue => issue.Severity == Severity.Error);
    }

    public ImmutableArray<Issue> ToImmutable() => _issues.ToImmutable();

    /// <summary>One segment of a JSON pointer, escaped as RFC 6901 says.</summary>
    public static string Escape(string segment) =>
        segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private void Add(string code, Severity severity, string pointer, ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var values = ImmutableArray.CreateBuilder<MessageArgument>(arguments.Length);
        foreach ((string name, object value) in arguments)
        {
            values.Add(new MessageArgument { Name = name, Value = value });
        }

        _issues.Add(new Issue { Code = code, Severity = severity, Pointer = pointer, Arguments = values.MoveToImmutable() });
    }
}
