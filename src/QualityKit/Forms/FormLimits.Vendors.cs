namespace QualityKit.Forms;

public sealed partial record FormLimits
{
    /// <summary>Amazon Connect, percentage scoring: weights by question or by section add up to 100, options are worth 0 to 10 (docs/vendors.md).</summary>
    public static FormLimits AmazonConnect { get; } = new()
    {
        Name = "Amazon Connect",
        MostQuestions = 100,
        MostGroups = 100,
        MostLevels = 2,
        MostVersions = 50,
        MostBands = 2,
        MostDisputes = 1,
        DisputeDays = LimitRange.Between(1, 90),
        Languages = ["de-DE", "en-US", "es-ES", "fr-FR", "it-IT", "ja-JP", "ko-KR", "ms-MY", "pt-BR", "zh-CN"],
        NameLength = LimitRange.Between(1, 128),
        DescriptionLength = LimitRange.AtMost(1024),
        GroupTitleLength = LimitRange.Between(1, 128),
        QuestionTextLength = LimitRange.Between(1, 350),
        HelpLength = LimitRange.AtMost(1024),
        OptionTextLength = LimitRange.Between(1, 128),
        MostAnswerLength = 300,
        KeyPattern = "[a-zA-Z0-9._-]{1,40}",
        KeysDifferAcrossForm = true,
        Questions = QuestionKinds.All & ~QuestionKinds.Information,
        Options = LimitRange.Between(2, 256),
        Ranges = LimitRange.Between(1, 10),
        Points = LimitRange.Between(0, 10),
        WholePoints = true,
        WholeNumbers = true,
        QuestionWeight = LimitRange.Between(0, 100),
        GroupWeight = LimitRange.Between(0, 100),
        QuestionWeightTotal = 100,
        GroupWeightTotal = 100,
        Conditions = ConditionKinds.Answered | ConditionKinds.Not,
        ConditionSources = QuestionKinds.Choice | QuestionKinds.MultiSelect,
        ConditionSourcesAreRequired = true,
        ConditionalQuestionsAreOptional = true,
        Features = FormFeatures.FailingOptions | FormFeatures.Caps,
        Failures = FailureReach.Around,
    };

    /// <summary>Amazon Connect, points: options are worth 0 to 100, nothing has a weight, extra points are offered (docs/vendors.md).</summary>
    public static FormLimits AmazonConnectPoints { get; } = AmazonConnect with
    {
        Name = "Amazon Connect in points",
        Points = LimitRange.Between(0, 100),
        QuestionWeight = LimitRange.Any,
        GroupWeight = LimitRange.Any,
        QuestionWeightTotal = null,
        GroupWeightTotal = null,
        Features = FormFeatures.FailingOptions | FormFeatures.BonusQuestions | FormFeatures.BonusOptions | FormFeatures.Caps,
    };

    /// <summary>Genesys Cloud (docs/vendors.md). Where its pages state two limits, the stricter one.</summary>
    public static FormLimits GenesysCloud { get; } = new()
    {
        Name = "Genesys Cloud",
        MostQuestions = 200,
        MostLevels = 1,
        MostBands = 0,
        MostDisputes = 5,
        DisputeDays = LimitRange.AtMost(45),
        NameLength = LimitRange.Between(1, 250),
        GroupTitleLength = LimitRange.Between(1, 250),
        QuestionTextLength = LimitRange.Between(1, 500),
        Questions = QuestionKinds.Choice | QuestionKinds.MultiSelect | QuestionKinds.Text | QuestionKinds.Information,
        WholePoints = true,
        QuestionWeight = LimitRange.Between(1, 1),
        Conditions = ConditionKinds.Answered,
        ConditionsAreFlat = true,
        ConditionSources = QuestionKinds.Choice,
        Features = FormFeatures.All
            & ~(FormFeatures.BonusQuestions | FormFeatures.BonusOptions | FormFeatures.FailingOptions | FormFeatures.FailingBonusQuestions | FormFeatures.Caps),
        Failures = FailureReach.FormOnly,
    };
}
