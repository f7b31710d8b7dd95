using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>One reason why a score moved.</summary>
public sealed record ScoreDiffLine
{
    /// <summary>Why the line is there.</summary>
    public required ScoreDiffCause Cause { get; init; }

    /// <summary>The code of the line, for its words: <c>diff.</c> and the cause, such as <c>diff.answerChanged</c>.</summary>
    public string Code => "diff." + char.ToLowerInvariant(Cause.ToString()[0]) + Cause.ToString()[1..];

    /// <summary>The key of the question, or of the group that a rule or failure is about; empty for the form.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What it adds to the change, exactly; null when the step has no amounts or the line only tells.</summary>
    public Score? Amount { get; init; }

    /// <summary>The values that the sentence speaks of, by name: <c>name</c> is what people call the subject, <c>before</c> and <c>after</c> what changed.</summary>
    /// <remarks>Answers are <see cref="Forms.Answer"/>, never with the content of a text or date; a missing one means that there was none.</remarks>
    public ImmutableArray<MessageArgument> Arguments { get; init => field = value.IsDefault ? [] : value; } = [];
}
