using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>Who was asked to evaluate in a session and has not submitted.</summary>
public sealed record MissingEvaluator
{
    /// <summary>Who.</summary>
    public required PersonId Evaluator { get; init; }

    /// <summary>How many interactions of the session, 1 or more.</summary>
    public required int Count { get; init; }

    /// <summary>Who, and how many.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Evaluator} ({Count})");
}
