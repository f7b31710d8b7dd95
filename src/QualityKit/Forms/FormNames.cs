using QualityKit.Canonical;
using QualityKit.Methods;

namespace QualityKit.Forms;

/// <summary>What the values of enumerations are called in the form format (docs/form-format.md).</summary>
internal static class FormNames
{
    public const string Format = "qualitykit.form/1";

    public static NameTable<QuestionValueKind> QuestionValues { get; } = new(
        (QuestionValueKind.OfMaximum, "ofMaximum"),
        (QuestionValueKind.OfRange, "ofRange"),
        (QuestionValueKind.OfFixedScale, "ofFixedScale"),
        (QuestionValueKind.OfLargestMagnitude, "ofLargestMagnitude"),
        (QuestionValueKind.AsPoints, "asPoints"));

    public static NameTable<CombinationKind> Combinations { get; } = new(
        (CombinationKind.GroupWeights, "groupWeights"),
        (CombinationKind.QuestionWeights, "questionWeights"),
        (CombinationKind.WeightedPoints, "weightedPoints"),
        (CombinationKind.TotalPoints, "totalPoints"),
        (CombinationKind.Deductions, "deductions"),
        (CombinationKind.Sum, "sum"),
        (CombinationKind.Grade, "grade"));

    public static NameTable<GroupBasis> GroupBases { get; } = new(
        (GroupBasis.QuestionWeights, "questionWeights"),
        (GroupBasis.Points, "points"));

    public static NameTable<NotApplicableRule> NotApplicableRules { get; } = new(
        (NotApplicableRule.LeavesForm, "leavesForm"),
        (NotApplicableRule.StaysInGroup, "staysInGroup"),
        (NotApplicableRule.FullMarks, "fullMarks"),
        (NotApplicableRule.Zero, "zero"),
        (NotApplicableRule.GroupMean, "groupMean"),
        (NotApplicableRule.GroupPossibleMean, "groupPossibleMean"),
        (NotApplicableRule.FormMean, "formMean"));

    public static NameTable<UnansweredRule> UnansweredRules { get; } = new(
        (UnansweredRule.AsNotApplicable, "asNotApplicable"),
        (UnansweredRule.AsZero, "asZero"));

    public static NameTable<FailureEffect> FailureEffects { get; } = new(
        (FailureEffect.Zero, "zero"),
        (FailureEffect.OutcomeOnly, "outcomeOnly"));

    public static NameTable<BonusRule> BonusRules { get; } = new(
        (BonusRule.ToEarned, "toEarned"),
        (BonusRule.ToMean, "toMean"));

    public static NameTable<LeastAnswersEffect> LeastAnswersEffects { get; } = new(
        (LeastAnswersEffect.NoScore, "noScore"),
        (LeastAnswersEffect.Warning, "warning"));

    public static NameTable<CriticalBasis> CriticalBases { get; } = new(
        (CriticalBasis.Raw, "raw"),
        (CriticalBasis.Weighted, "weighted"));

    public static NameTable<MidpointRounding> Midpoints { get; } = new(
        (MidpointRounding.AwayFromZero, "awayFromZero"),
        (MidpointRounding.ToEven, "toEven"),
        (MidpointRounding.ToZero, "toZero"),
        (MidpointRounding.ToNegativeInfinity, "down"),
        (MidpointRounding.ToPositiveInfinity, "up"));

    public static NameTable<ScoreUnit> Marks { get; } = new(
        (ScoreUnit.Share, "percent"),
        (ScoreUnit.Points, "points"),
        (ScoreUnit.Grade, "grade"));

    public static NameTable<ScoreRuleEffect> RuleEffects { get; } = new(
        (ScoreRuleEffect.Raise, "raise"),
        (ScoreRuleEffect.Lower, "lower"),
        (ScoreRuleEffect.SetTo, "setTo"),
        (ScoreRuleEffect.Minimum, "minimum"));

    public static NameTable<CommentRule> CommentRules { get; } = new(
        (CommentRule.Never, "never"),
        (CommentRule.Always, "always"),
        (CommentRule.WhenFlagged, "whenFlagged"));

    public static NameTable<ChoicePreset> Presets { get; } = new(
        (ChoicePreset.YesNo, "yesNo"),
        (ChoicePreset.PassFail, "passFail"),
        (ChoicePreset.Range, "range"));

    public static NameTable<OptionMatch> Matches { get; } = new(
        (OptionMatch.Any, "any"),
        (OptionMatch.All, "all"),
        (OptionMatch.Exactly, "exactly"));

    public static NameTable<DefaultAnswerKind> DefaultAnswers { get; } = new(
        (DefaultAnswerKind.Highest, "highest"),
        (DefaultAnswerKind.Lowest, "lowest"),
        (DefaultAnswerKind.NotApplicable, "notApplicable"));

    public static NameTable<FailureScopeKind> FailureScopes { get; } = new(
        (FailureScopeKind.Form, "form"),
        (FailureScopeKind.OwnGroup, "group"));

    public static NameTable<DisputeAssigneeKind> DisputeAssignees { get; } = new(
        (DisputeAssigneeKind.Original, "original"),
        (DisputeAssigneeKind.None, "none"));
}
