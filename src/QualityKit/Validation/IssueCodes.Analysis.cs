namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>No sheet shows a question.</summary>
    public const string QuestionNeverVisible = "QK1250";

    /// <summary>No sheet shows a group.</summary>
    public const string GroupNeverVisible = "QK1251";

    /// <summary>A condition, or a part of one, cannot hold.</summary>
    public const string ConditionNeverHolds = "QK1252";

    /// <summary>A condition, or a part of one, always holds.</summary>
    public const string ConditionAlwaysHolds = "QK1253";

    /// <summary>No answer to a question changes a result.</summary>
    public const string QuestionWithoutEffect = "QK1254";

    /// <summary>An option of a multiple selection changes no result.</summary>
    public const string OptionWithoutEffect = "QK1255";

    /// <summary>A fatal question cannot fail.</summary>
    public const string FatalNeverFails = "QK1258";

    /// <summary>A critical question cannot fail.</summary>
    public const string CriticalNeverFails = "QK1259";

    /// <summary>No score reaches the pass mark.</summary>
    public const string MarkNeverReached = "QK1260";

    /// <summary>Every score reaches the pass mark.</summary>
    public const string MarkAlwaysReached = "QK1261";

    /// <summary>No answer is below what every question must reach.</summary>
    public const string QuestionMinimumAlwaysMet = "QK1262";

    /// <summary>No score belongs to a band.</summary>
    public const string BandNeverReached = "QK1263";

    /// <summary>Every score belongs to one band.</summary>
    public const string BandAlwaysReached = "QK1264";

    /// <summary>A score rule changes no result.</summary>
    public const string RuleWithoutEffect = "QK1265";

    /// <summary>No sheet has a score.</summary>
    public const string NoScorePossible = "QK1266";

    /// <summary>The different shares of two questions are shown as one number.</summary>
    public const string SharesShownAlike = "QK1267";

    /// <summary>What the answer to a question changes is rounded to nothing.</summary>
    public const string EffectRoundedAway = "QK1268";
}
