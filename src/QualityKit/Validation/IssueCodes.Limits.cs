namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>A form has more questions than a declared limit.</summary>
    public const string QuestionsOverLimit = "QK1200";

    /// <summary>A form has more groups than a declared limit, inner groups included.</summary>
    public const string GroupsOverLimit = "QK1201";

    /// <summary>A group lies deeper than a declared limit.</summary>
    public const string LevelsOverLimit = "QK1202";

    /// <summary>The number of the version is above a declared limit.</summary>
    public const string VersionOverLimit = "QK1203";

    /// <summary>A text is longer than a declared limit.</summary>
    public const string TextOverLimit = "QK1204";

    /// <summary>A text is shorter than a declared limit.</summary>
    public const string TextUnderLimit = "QK1205";

    /// <summary>A question has more options than a declared limit.</summary>
    public const string OptionsOverLimit = "QK1206";

    /// <summary>A question has fewer options than a declared limit.</summary>
    public const string OptionsUnderLimit = "QK1207";

    /// <summary>A number question has more ranges than a declared limit.</summary>
    public const string RangesOverLimit = "QK1208";

    /// <summary>A number question has fewer ranges than a declared limit.</summary>
    public const string RangesUnderLimit = "QK1209";

    /// <summary>A key does not fit a declared pattern.</summary>
    public const string KeyOutsidePattern = "QK1210";

    /// <summary>A group and a question have one key where all keys of a form must differ.</summary>
    public const string KeySharedWithGroup = "QK1211";

    /// <summary>Points are above a declared limit.</summary>
    public const string PointsOverLimit = "QK1212";

    /// <summary>Points are below a declared limit.</summary>
    public const string PointsUnderLimit = "QK1213";

    /// <summary>Points are no whole number where they must be.</summary>
    public const string PointsNotWhole = "QK1214";

    /// <summary>A bound or the step of a number question is no whole number where it must be.</summary>
    public const string NumberNotWhole = "QK1215";

    /// <summary>A weight is above a declared limit.</summary>
    public const string WeightOverLimit = "QK1216";

    /// <summary>A weight is below a declared limit.</summary>
    public const string WeightUnderLimit = "QK1217";

    /// <summary>The weights of the questions do not add up to a declared total.</summary>
    public const string QuestionWeightsMissTotal = "QK1218";

    /// <summary>The weights of the groups at the top do not add up to a declared total.</summary>
    public const string GroupWeightsMissTotal = "QK1219";

    /// <summary>A question is of a kind that is not offered.</summary>
    public const string QuestionKindNotOffered = "QK1220";

    /// <summary>A condition is of a kind that is not offered.</summary>
    public const string ConditionKindNotOffered = "QK1221";

    /// <summary>A condition looks at a question of a kind that it may not look at.</summary>
    public const string ConditionSourceNotOffered = "QK1222";

    /// <summary>A condition looks at an optional question where that is not allowed.</summary>
    public const string ConditionSourceOptional = "QK1223";

    /// <summary>A question with a condition is not optional where it must be.</summary>
    public const string ConditionalQuestionNotOptional = "QK1224";

    /// <summary>A group has a condition where only questions may.</summary>
    public const string GroupConditionNotOffered = "QK1225";

    /// <summary>A group allows N/A as a whole where only questions may.</summary>
    public const string GroupNotApplicableNotOffered = "QK1226";

    /// <summary>A question is fatal where that is not offered.</summary>
    public const string FatalNotOffered = "QK1227";

    /// <summary>A question is critical where that is not offered.</summary>
    public const string CriticalNotOffered = "QK1228";

    /// <summary>A question is a bonus question where that is not offered.</summary>
    public const string BonusQuestionNotOffered = "QK1229";

    /// <summary>An option or a range is a bonus where that is not offered.</summary>
    public const string BonusOptionNotOffered = "QK1230";

    /// <summary>An option or a range fails where that is not offered.</summary>
    public const string FailingOptionNotOffered = "QK1231";

    /// <summary>A bonus question can fail where it must not.</summary>
    public const string FailingBonusQuestion = "QK1232";

    /// <summary>A failure reaches a scope that is not offered.</summary>
    public const string FailureOutOfReach = "QK1233";

    /// <summary>A fatal or critical question has more options than a declared limit.</summary>
    public const string FatalOptionsOverLimit = "QK1234";

    /// <summary>An option earns points when it is not selected where that is not offered.</summary>
    public const string UnselectedPointsNotOffered = "QK1235";

    /// <summary>A form or a group has more bands than a declared limit.</summary>
    public const string BandsOverLimit = "QK1236";

    /// <summary>An evaluation can be disputed more often than a declared limit.</summary>
    public const string DisputesOverLimit = "QK1237";

    /// <summary>The days in which a dispute can be raised are above a declared limit.</summary>
    public const string DisputeDaysOverLimit = "QK1238";

    /// <summary>The days in which a dispute can be raised are below a declared limit.</summary>
    public const string DisputeDaysUnderLimit = "QK1239";

    /// <summary>The language of a form is not offered.</summary>
    public const string LanguageNotOffered = "QK1240";

    /// <summary>Answers to a text question may be longer than a declared limit.</summary>
    public const string AnswerLengthOverLimit = "QK1241";

    /// <summary>A condition mixes all of and any of where one list is offered.</summary>
    public const string ConditionNotFlat = "QK1245";

    /// <summary>A multiple selection has a cap where that is not offered.</summary>
    public const string CapNotOffered = "QK1246";
}
