using QualityKit.Canonical;

namespace QualityKit.Evaluations;

/// <summary>A text of an answer sheet that is kept apart.</summary>
public sealed record AnswerText
{
    /// <summary>Where it belongs, as a JSON pointer into the answer format.</summary>
    public required string Pointer { get; init; }

    /// <summary>What stands in for it.</summary>
    public required ContentRef Content { get; init; }
}
