using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>Where filling in a form stands.</summary>
public sealed record FormProgress
{
    /// <summary>The groups to show, in document order, outer groups before inner ones.</summary>
    public required ImmutableArray<Group> VisibleGroups { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The questions and information blocks to show, in document order.</summary>
    public required ImmutableArray<Question> VisibleQuestions { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What blocks submitting, with pointers into the answer format; empty when the form can be submitted.</summary>
    public required ImmutableArray<Issue> Issues { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The score of the answers so far, marked provisional, with its explanation.</summary>
    public required Scorecard Score { get; init; }

    /// <summary>Whether the answers are complete and fit.</summary>
    public bool CanSubmit => Issues.IsEmpty;

    /// <summary>Whether it can be submitted, and the score so far; never what was entered.</summary>
    public override string ToString() => $"{(CanSubmit ? "can be submitted" : Issues.Length == 1 ? "1 issue" : $"{Issues.Length} issues")}, {Score}";
}
