using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>What somebody does with an evaluation. The kinds are closed, one for each <see cref="EvaluationAction"/>, and one for both kinds of comments.</summary>
/// <remarks>Issues of a command point into it: <c>/reason</c>, <c>/moments/0/question</c>; those of answers into the answer format.</remarks>
public abstract record EvaluationCommand
{
    private protected EvaluationCommand()
    {
    }

    /// <summary>Names this attempt. Every id that comes of it derives from it.</summary>
    public required CommandId Id { get; init; }

    /// <summary>What it does.</summary>
    public abstract EvaluationAction Action { get; }

    /// <summary>What it does, and its id; never its content, which may be personal.</summary>
    public sealed override string ToString() => $"{Action} ({Id})";

    /// <summary>Does it, where it is possible.</summary>
    internal abstract Validated<EvaluationChange> Apply(Situation situation);
}
