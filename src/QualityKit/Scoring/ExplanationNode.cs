using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>One line of an explanation and the lines that it is made of.</summary>
/// <remarks>The amount of a line with children is the sum of their amounts, exactly; lines without an amount only tell.</remarks>
public sealed record ExplanationNode
{
    /// <summary>What kind of line it is (<see cref="ExplanationCodes"/>).</summary>
    public required string Code { get; init; }

    /// <summary>The key of the question or group that it is about; empty for the form.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The numbers and words that the line speaks of, by name.</summary>
    public ImmutableArray<MessageArgument> Arguments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the line adds to the total; null when it only tells.</summary>
    public Score? Amount { get; init; }

    /// <summary>The line in words.</summary>
    public required string Text { get; init; }

    /// <summary>What it is made of.</summary>
    public ImmutableArray<ExplanationNode> Children { get; init => field = value.IsDefault ? [] : value; } = [];
}
