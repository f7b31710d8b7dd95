using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Analysis;

/// <summary>The warnings of an analysis as they are found, and those that stay open.</summary>
internal sealed class FindingReport
{
    private readonly IssueList _issues = new();
    private readonly ImmutableArray<OpenCheck>.Builder _open = ImmutableArray.CreateBuilder<OpenCheck>();

    public ImmutableArray<Issue> Issues => _issues.ToImmutable();

    public ImmutableArray<OpenCheck> Open => _open.ToImmutable();

    /// <summary>Gives a warning, rules it out, or leaves it open.</summary>
    /// <param name="isSo">Whether what it warns of is so; null when that is not decided.</param>
    /// <param name="code">The code.</param>
    /// <param name="pointer">Where in the form.</param>
    /// <param name="arguments">What the sentence speaks of.</param>
    public void Say(bool? isSo, string code, string pointer, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        if (isSo == true)
        {
            _issues.Warning(code, pointer, arguments);
        }
        else if (isSo is null)
        {
            _open.Add(new OpenCheck { Code = code, Pointer = pointer });
        }
    }
}
