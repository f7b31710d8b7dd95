namespace QualityKit.Validation;

/// <content>Calibration sessions.</content>
public static partial class IssueCodes
{
    /// <summary>A session has too few or too many evaluators or interactions.</summary>
    public const string SessionSize = "QK8500";

    /// <summary>An interaction is in a session twice.</summary>
    public const string InteractionTwice = "QK8501";

    /// <summary>The expert of a session is one of its evaluators.</summary>
    public const string ExpertEvaluates = "QK8502";

    /// <summary>What should be a benchmark is no finished evaluation of the interaction with the form version.</summary>
    public const string NoBenchmark = "QK8503";

    /// <summary>An evaluator would be compared with an evaluation of their own.</summary>
    public const string BenchmarkOfEvaluator = "QK8504";

    /// <summary>A session is closed though somebody has not submitted.</summary>
    public const string EvaluatorsMissing = "QK8505";

    /// <summary>What was agreed on is of an interaction that is not in the session.</summary>
    public const string NotOfSession = "QK8506";

    /// <summary>What was agreed on is of a question that is not compared.</summary>
    public const string NotCompared = "QK8507";
}
