namespace QualityKit.Methods;

/// <summary>How a form is scored, as data: every part has a name, and the rules are those of docs/scoring.md.</summary>
/// <remarks>The default is the weighted mean of groups of weighted questions; an N/A stays in its group, a failure zeroes its scope.
/// Change a part with a <c>with</c> expression. Whether the parts go together is checked when a form is published.</remarks>
public sealed record ScoringMethod
{
    /// <summary>The default method.</summary>
    public static ScoringMethod Default { get; } = new();

    /// <summary>The version of the rules that the method was written for; 1 is the only one.</summary>
    public int SemanticsVersion { get; init; } = 1;

    /// <summary>What people call the method; it has no effect.</summary>
    public string? Name { get; init; }

    /// <summary>How points become the value of a question (rule S5); by default points over the highest points.</summary>
    public QuestionValue Value { get; init; } = QuestionValue.OfMaximum;

    /// <summary>How questions become a score (rules S7 to S9); by default the weighted mean of groups.</summary>
    public Combination Combination { get; init; } = Combination.GroupWeights();

    /// <summary>What happens to a question that is not applicable (rule S6); by default its weight stays in its group.</summary>
    public NotApplicableRule NotApplicable { get; init; } = NotApplicableRule.StaysInGroup;

    /// <summary>How an unanswered question that is not required is scored (rule S6); by default like N/A.</summary>
    public UnansweredRule Unanswered { get; init; } = UnansweredRule.AsNotApplicable;

    /// <summary>What a failure does (rule S16); by default it zeroes its scope.</summary>
    public FailureEffect Failure { get; init; } = FailureEffect.Zero;

    /// <summary>The share below which a critical question fails its scope (rule S15), in percent, above 0 to 100; null when critical questions do not fail.</summary>
    public decimal? CriticalBelow { get; init; }

    /// <summary>What a bonus question is added to (rule S11); by default to what is earned.</summary>
    public BonusRule Bonus { get; init; } = BonusRule.ToEarned;

    /// <summary>Which questions are kept by value (rule S10); by default all.</summary>
    public Selection Selection { get; init; } = Selection.All;

    /// <summary>The least number of answers (rule S12); null when there is none.</summary>
    public LeastAnswers? LeastAnswers { get; init; }

    /// <summary>Whether a total above 1 becomes 1 (rule S14); shares only, off by default.</summary>
    public bool CapAtFull { get; init; }

    /// <summary>Whether a total below 0 becomes 0 (rule S14); off by default.</summary>
    public bool FloorAtZero { get; init; }

    /// <summary>What the critical score is computed from (rule S19); by default the method's own combination.</summary>
    public CriticalBasis Critical { get; init; } = CriticalBasis.Weighted;

    /// <summary>How scores are shown (rule S20); by default two digits.</summary>
    public Rounding Rounding { get; init; } = Rounding.Default;

    /// <summary>The unit of the form's score.</summary>
    public ScoreUnit Unit => Combination.Kind switch
    {
        CombinationKind.Sum => ScoreUnit.Points,
        CombinationKind.Grade => ScoreUnit.Grade,
        CombinationKind.Deductions => ScoreUnit.Share,
        _ => Value.Kind == QuestionValueKind.AsPoints ? ScoreUnit.Points : ScoreUnit.Share,
    };

    internal bool IsFlat =>
        Combination.Kind is CombinationKind.QuestionWeights or CombinationKind.WeightedPoints or CombinationKind.TotalPoints;

    internal bool IsMeanOfValues =>
        Combination.Kind is CombinationKind.QuestionWeights or CombinationKind.Grade
        || (Combination.Kind == CombinationKind.GroupWeights && Combination.Within == GroupBasis.QuestionWeights);

    internal bool TakesPoints =>
        Combination.Kind is CombinationKind.Sum or CombinationKind.Grade or CombinationKind.Deductions || Value.Kind == QuestionValueKind.AsPoints;
}
