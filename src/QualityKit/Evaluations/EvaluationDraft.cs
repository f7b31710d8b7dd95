using QualityKit.Forms;
using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>Answers that somebody is still working on. It is personal as a whole, and goes when they submit.</summary>
public sealed record EvaluationDraft
{
    /// <summary>The evaluation.</summary>
    public required EvaluationId Evaluation { get; init; }

    /// <summary>Whose draft it is.</summary>
    public required PersonId Owner { get; init; }

    /// <summary>The form version.</summary>
    public required FormVersionId Form { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>The answers so far.</summary>
    public required EvaluationAnswers Answers { get; init; }

    /// <summary>Whose it is; never the content, which is personal.</summary>
    public override string ToString() => $"draft of {Owner} for {Evaluation}";
}
