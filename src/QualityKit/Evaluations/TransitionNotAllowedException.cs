namespace QualityKit.Evaluations;

/// <summary>The state of an evaluation does not allow a command. <see cref="EvaluationWorkflow.Allowed"/> tells beforehand.</summary>
public sealed class TransitionNotAllowedException : Exception
{
    /// <summary>Creates the exception for a decision.</summary>
    public TransitionNotAllowedException(ActionDecision decision)
        : base(TextOf(decision)) => Decision = decision;

    /// <summary>The decision: status, command and reason.</summary>
    public ActionDecision Decision { get; }

    private static string TextOf(ActionDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.ToText();
    }
}
