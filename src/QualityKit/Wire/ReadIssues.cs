using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>What is wrong with a document that is being read.</summary>
internal sealed class ReadIssues
{
    /// <summary>How many are listed; a hostile document could otherwise hold millions.</summary>
    public const int Most = 1000;

    private readonly IssueList _issues = new();

    public bool HasErrors => _issues.HasErrors;

    /// <summary>Whether content had to be left out, so that what was read is not what was meant.</summary>
    public bool HasLostContent { get; private set; }

    public ImmutableArray<Issue> ToImmutable() => _issues.ToImmutable();

    /// <summary>Reports something that made a value unreadable.</summary>
    public void Report(string code, Place place, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        HasLostContent = true;
        Add(code, place, arguments);
    }

    /// <summary>Reports something superfluous: what was meant is known all the same.</summary>
    public void ReportSuperfluous(string code, Place place, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        Add(code, place, arguments);

    private void Add(string code, Place place, ReadOnlySpan<(string Name, object Value)> arguments)
    {
        if (_issues.Count < Most)
        {
            _issues.Error(code, place.Pointer, arguments);
        }
        else if (_issues.Count == Most)
        {
            _issues.Error(IssueCodes.JsonTooManyIssues, "", ("count", Most));
        }
    }
}
