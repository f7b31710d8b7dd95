namespace QualityKit.Evaluations;

/// <summary>Who reads a comment.</summary>
public enum CommentAudience
{
    /// <summary>Whom the evaluation is about, and evaluators.</summary>
    Subject = 0,

    /// <summary>Evaluators only; in a subject's own export it is there all the same.</summary>
    Evaluators = 1,
}
