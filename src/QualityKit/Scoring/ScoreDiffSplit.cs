namespace QualityKit.Scoring;

/// <summary>How the change of one step is split among its lines (rule S23).</summary>
public enum ScoreDiffSplit
{
    /// <summary>The Shapley value over the changed answers: what each adds, on average over every order in which they could have changed.</summary>
    Shapley = 0,

    /// <summary>As <see cref="Shapley"/> over two orders only, document order and its reverse: there are more than 10 changed answers.</summary>
    TwoOrders = 1,

    /// <summary>The lines of the two explanations are subtracted, and each question's into an effect of its value and one of its weight.</summary>
    LineByLine = 2,

    /// <summary>No amounts: one of the scores does not exist, or they have different units.</summary>
    None = 3,
}
