namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>A member has no equal in the other format and is left out.</summary>
    public const string MemberLeftOut = "QK4001";

    /// <summary>A member of an imported document is not known and is left out.</summary>
    public const string UnknownMemberLeftOut = "QK4002";

    /// <summary>There are more losses than are listed.</summary>
    public const string TooManyLosses = "QK4003";

    /// <summary>A value is not known, and another is used in its place.</summary>
    public const string ValueReplaced = "QK4010";

    /// <summary>A reference leads to nothing and is left out.</summary>
    public const string ReferenceLeadsNowhere = "QK4011";

    /// <summary>A condition cannot be said in the other format; the item is always shown.</summary>
    public const string ConditionLeftOut = "QK4012";

    /// <summary>A condition means something slightly different in the other format.</summary>
    public const string ConditionInterpreted = "QK4013";

    /// <summary>The condition of a group is given to each of its questions.</summary>
    public const string ConditionMovedDown = "QK4014";

    /// <summary>An identifier cannot be kept, and another is made.</summary>
    public const string KeyChanged = "QK4015";

    /// <summary>The other product makes identifiers of its own, and the keys are left out.</summary>
    public const string KeysLeftOut = "QK4016";

    /// <summary>A question becomes one of another kind.</summary>
    public const string QuestionTurned = "QK4017";

    /// <summary>A number is kept in bounds, because the other format takes no other.</summary>
    public const string NumberChanged = "QK4018";

    /// <summary>The other product cannot follow a part of the scoring method.</summary>
    public const string MethodDiffers = "QK4019";

    /// <summary>A group in a group is written beside it.</summary>
    public const string GroupFlattened = "QK4020";

    /// <summary>Items outside a group, or inside a question, are put elsewhere.</summary>
    public const string ItemsMoved = "QK4021";

    /// <summary>A text becomes a block of text among the questions, or the other way round.</summary>
    public const string TextMoved = "QK4022";

    /// <summary>Translations are left out.</summary>
    public const string TranslationsLeftOut = "QK4023";

    /// <summary>A weight is multiplied into the points.</summary>
    public const string WeightInPoints = "QK4024";

    /// <summary>A weight or a number that is not stated is assumed.</summary>
    public const string NumberAssumed = "QK4025";

    /// <summary>The other product has scoring switched off, and the form is scored.</summary>
    public const string ScoringWasOff = "QK4026";

    /// <summary>The points of a question are written on another scale.</summary>
    public const string PointsRescaled = "QK4027";

    /// <summary>The other product wants weights that add up to 100.</summary>
    public const string WeightsNotHundred = "QK4028";

    /// <summary>A fatal question becomes one whose answers below the best fail.</summary>
    public const string FatalAsFailingAnswers = "QK4029";

    /// <summary>The imported form breaks a rule of forms, and cannot be published before it is corrected.</summary>
    public const string ImportBreaksRule = "QK4030";

    /// <summary>The exported form is over a limit of the other product.</summary>
    public const string OverLimitOfTarget = "QK4031";

    /// <summary>Fewer disputes have an assignee of their own than can be raised.</summary>
    public const string AssigneesAssumed = "QK4040";

    /// <summary>A group is written in several parts, so that everything stays in its order.</summary>
    public const string GroupSplit = "QK4041";

    /// <summary>A number is rounded, because the other format takes whole numbers.</summary>
    public const string NumberRounded = "QK4042";

    /// <summary>The points that are written make nothing worse than the best, so what fails here does not fail there.</summary>
    public const string FailureRoundedAway = "QK4043";

    /// <summary>The weight of a question becomes that of a group of its own.</summary>
    public const string WeightInGroup = "QK4044";

    /// <summary>A question in which nothing is possible does not count; the other product has it excluded from scoring.</summary>
    public const string NeutralQuestionExcluded = "QK4050";

    /// <summary>An answer fails two scopes, and the other product takes one.</summary>
    public const string FailureScopeLeftOut = "QK4051";

    /// <summary>The other product spreads the weight of a section evenly over its questions, and the weight of an inner section is another.</summary>
    public const string InnerWeightNotFollowed = "QK4052";

    /// <summary>The other product has scoring switched off, and no answer of the form earns points.</summary>
    public const string NothingEarns = "QK4053";

    /// <summary>Nothing is left of a condition, and the item is always shown.</summary>
    public const string NothingLeftOfCondition = "QK4054";

    /// <summary>A part of a condition is left out, and the item is shown when the rest says so.</summary>
    public const string ConditionPartLeftOut = "QK4055";

    /// <summary>The exported form breaks a declared limit of the other product.</summary>
    public const string RefusedByTarget = "QK4056";

    /// <summary>The exported form has less of something than the other product wants.</summary>
    public const string UnderLimitOfTarget = "QK4057";
}
