namespace QualityKit.Scoring;

/// <summary>What changes in one step from a score to another (rule S23).</summary>
public enum ScoreDiffStepKind
{
    /// <summary>The answers, under the earlier form and its method.</summary>
    Answers = 0,

    /// <summary>The form, still under the earlier method.</summary>
    Form = 1,

    /// <summary>The method.</summary>
    Method = 2,

    /// <summary>Several of these at once, because there is no score between them.</summary>
    Together = 3,
}
