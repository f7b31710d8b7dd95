namespace QualityKit.Evaluations;

/// <summary>What the kinds of evaluations count for, as docs/evaluations.md lists it.</summary>
public static class EvaluationKinds
{
    /// <summary>Whether it counts in averages of its subject.</summary>
    public static bool CountsForSubject(EvaluationKind kind) =>
        kind is EvaluationKind.Quality or EvaluationKind.SideBySide or EvaluationKind.Review or EvaluationKind.Imported;

    /// <summary>Whether it can be released to its subject.</summary>
    public static bool CanBeReleased(EvaluationKind kind) => CanBeRescored(kind);

    /// <summary>Whether it can be disputed, if its form allows it.</summary>
    public static bool CanBeDisputed(EvaluationKind kind) => kind is EvaluationKind.Quality or EvaluationKind.SideBySide or EvaluationKind.Review;

    /// <summary>Whether it can be scored again, if its form allows it.</summary>
    public static bool CanBeRescored(EvaluationKind kind) => CanBeDisputed(kind) || kind == EvaluationKind.Peer;
}
