namespace QualityKit.Methods;

/// <summary>How vendors score, as methods (docs/vendors.md). <see cref="VendorProfile.All"/> says what each of them follows and what is left open.</summary>
/// <remarks>They are values like any other: choose one for a form, and change a part of it with a <c>with</c> expression.</remarks>
public static class VendorMethods
{
    /// <summary>Genesys Cloud: group weights multiply points; N/A and hidden are 0 of 0.</summary>
    public static ScoringMethod GenesysCloud { get; } = new()
    {
        Name = "Genesys Cloud",
        Combination = Combination.WeightedPoints,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>Genesys PureConnect: points over the possible points of what was scored.</summary>
    public static ScoringMethod PureConnect { get; } = new()
    {
        Name = "Genesys PureConnect",
        Combination = Combination.TotalPoints,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>Genesys Quality Management 8.1, points: their sum, negative ones included; an N/A is left out (its method 3).</summary>
    public static ScoringMethod GenesysGqmPoints { get; } = new()
    {
        Name = "Genesys Quality Management, points",
        Combination = Combination.Sum,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>Genesys Quality Management 8.1, percent: weighted means of answers out of 100, in groups; an N/A is left out (its method 3).</summary>
    public static ScoringMethod GenesysGqmPercent { get; } = new()
    {
        Name = "Genesys Quality Management, percent",
        Value = QuestionValue.OfFixedScale(100),
        Combination = Combination.GroupWeights(),
        NotApplicable = NotApplicableRule.StaysInGroup,
    };

    /// <summary>Genesys Quality Management 8.1, grades: weighted means where lower is better; an N/A is left out (its method 3).</summary>
    public static ScoringMethod GenesysGqmGrades { get; } = new()
    {
        Name = "Genesys Quality Management, grades",
        Combination = Combination.Grade,
        NotApplicable = NotApplicableRule.StaysInGroup,
        Failure = FailureEffect.OutcomeOnly,
    };

    /// <summary>Amazon Connect, weights by question: options of 10, the weight of an N/A goes to all others in proportion.</summary>
    public static ScoringMethod AmazonConnectQuestions { get; } = new()
    {
        Name = "Amazon Connect, weights by question",
        Value = QuestionValue.OfFixedScale(10),
        Combination = Combination.QuestionWeights,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>Amazon Connect, weights by section: each spread evenly over its questions, options of 10.</summary>
    public static ScoringMethod AmazonConnectSections { get; } = AmazonConnectQuestions with
    {
        Name = "Amazon Connect, weights by section",
        Combination = Combination.GroupWeights(),
    };

    /// <summary>Amazon Connect, points: earned over the possible of what was answered, extra points on top.</summary>
    public static ScoringMethod AmazonConnectPoints { get; } = new()
    {
        Name = "Amazon Connect, points",
        Combination = Combination.TotalPoints,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>Qualtrics: the weight of what passed over the weight of what was considered.</summary>
    public static ScoringMethod Qualtrics { get; } = new()
    {
        Name = "Qualtrics",
        Combination = Combination.QuestionWeights,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>Zendesk QA: ratings from lowest to highest, skipped ones left out; a critical category below 50 % zeroes the review.</summary>
    public static ScoringMethod ZendeskQa { get; } = new()
    {
        Name = "Zendesk QA",
        Value = QuestionValue.OfRange,
        Combination = Combination.QuestionWeights,
        NotApplicable = NotApplicableRule.LeavesForm,
        CriticalBelow = 50,
    };

    /// <summary>MaestroQA, total points: earned over possible, bonus sections on top.</summary>
    public static ScoringMethod MaestroQaTotalPoints { get; } = new()
    {
        Name = "MaestroQA, total points",
        Combination = Combination.TotalPoints,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>MaestroQA, custom weighted sections: points over possible points in each section, then section weights.</summary>
    public static ScoringMethod MaestroQaWeightedSections { get; } = new()
    {
        Name = "MaestroQA, custom weighted sections",
        Combination = Combination.GroupWeights(GroupBasis.Points),
        NotApplicable = NotApplicableRule.StaysInGroup,
    };

    /// <summary>EvaluAgent: weighted line items worth 0 to 1; N/A removed and automatic failure to 0, both of which are settings there.</summary>
    public static ScoringMethod EvaluAgent { get; } = new()
    {
        Name = "EvaluAgent",
        Combination = Combination.QuestionWeights,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>Playvox, points: earned over possible, bonus sections on top.</summary>
    public static ScoringMethod Playvox { get; } = new()
    {
        Name = "Playvox, points",
        Combination = Combination.TotalPoints,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>Playvox, scale of 0 to 10: the weighted mean of ratings out of 10.</summary>
    public static ScoringMethod PlayvoxScale { get; } = new()
    {
        Name = "Playvox, scale",
        Value = QuestionValue.OfFixedScale(10),
        Combination = Combination.QuestionWeights,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>NICE CXone: actual over possible points.</summary>
    public static ScoringMethod NiceCxone { get; } = new()
    {
        Name = "NICE CXone",
        Combination = Combination.TotalPoints,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>Verint: the sum of points; baseline, minimum and set-to are score rules of the form.</summary>
    public static ScoringMethod Verint { get; } = new()
    {
        Name = "Verint",
        Combination = Combination.Sum,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>Calabrio, percentage forms: section weights over the weighted mean of each section's questions.</summary>
    public static ScoringMethod Calabrio { get; } = new()
    {
        Name = "Calabrio, percentage",
        Combination = Combination.GroupWeights(),
        NotApplicable = NotApplicableRule.StaysInGroup,
    };

    /// <summary>Calabrio, points forms: points, which may be negative, over the points that were applicable.</summary>
    public static ScoringMethod CalabrioPoints { get; } = new()
    {
        Name = "Calabrio, points",
        Combination = Combination.TotalPoints,
        NotApplicable = NotApplicableRule.LeavesForm,
    };
}
