namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>Something that every form needs is not there.</summary>
    public const string Missing = "QK1001";

    /// <summary>A key is not 1 to 100 letters, digits, <c>.</c>, <c>_</c> or <c>-</c>.</summary>
    public const string MalformedKey = "QK1002";

    /// <summary>Two groups, two questions, or two options of a question have one key.</summary>
    public const string DuplicateKey = "QK1003";

    /// <summary>A text that people read is empty.</summary>
    public const string EmptyText = "QK1004";

    /// <summary>A translation is empty.</summary>
    public const string EmptyTranslation = "QK1005";

    /// <summary>A language is not a BCP 47 tag.</summary>
    public const string MalformedLanguage = "QK1006";

    /// <summary>A text holds half a character, so it cannot be stored.</summary>
    public const string BrokenText = "QK1007";

    /// <summary>A value is not one of those defined.</summary>
    public const string UndefinedValue = "QK1008";

    /// <summary>A number has more than 28 significant digits.</summary>
    public const string TooManyDigits = "QK1009";

    /// <summary>A whole number is outside its bounds.</summary>
    public const string NumberOutOfBounds = "QK1010";

    /// <summary>A folder of the directory has no name.</summary>
    public const string EmptyFolderName = "QK1011";

    /// <summary>Some texts lack a language that others have.</summary>
    public const string MissingTranslations = "QK1012";

    /// <summary>A text is longer than the exchange format holds.</summary>
    public const string FormTextTooLong = "QK1013";

    /// <summary>A form has more questions than can be checked.</summary>
    public const string TooManyQuestions = "QK1020";

    /// <summary>A form has more groups than can be checked.</summary>
    public const string TooManyGroups = "QK1021";

    /// <summary>Groups are nested too deep.</summary>
    public const string GroupsTooDeep = "QK1022";

    /// <summary>A form has no groups.</summary>
    public const string NoGroups = "QK1023";

    /// <summary>A group has no items.</summary>
    public const string EmptyGroup = "QK1024";

    /// <summary>No question of the form counts towards its score.</summary>
    public const string NoScoredQuestion = "QK1025";

    /// <summary>A weight is below 0.</summary>
    public const string NegativeWeight = "QK1026";

    /// <summary>The method of the form does not look at a weight.</summary>
    public const string WeightWithoutEffect = "QK1027";

    /// <summary>Every question that counts has the weight 0.</summary>
    public const string NothingHasWeight = "QK1028";

    /// <summary>A group's questions earn points but make nothing possible, so the points are lost.</summary>
    public const string GroupLosesPoints = "QK1029";

    /// <summary>A question has too few options.</summary>
    public const string TooFewOptions = "QK1030";

    /// <summary>The cap of a multiple selection is below 0.</summary>
    public const string NegativeCap = "QK1031";

    /// <summary>Every answer to a question earns the same.</summary>
    public const string AnswersWorthTheSame = "QK1032";

    /// <summary>Nothing can be earned with a question, so it is left out of the mean.</summary>
    public const string NeutralQuestion = "QK1033";

    /// <summary>The highest points of a question are below 0 and the method divides by them.</summary>
    public const string NegativeHighestPoints = "QK1034";

    /// <summary>An answer earns more than the fixed scale of the method.</summary>
    public const string PointsAboveScale = "QK1035";

    /// <summary>A fatal question has answers between the best and the worst.</summary>
    public const string FatalBetweenBestAndWorst = "QK1036";

    /// <summary>A question has a tag twice.</summary>
    public const string DuplicateTag = "QK1037";

    /// <summary>The step of a number question is not above 0.</summary>
    public const string StepNotPositive = "QK1040";

    /// <summary>A number question has no ranges.</summary>
    public const string NoRanges = "QK1041";

    /// <summary>A minimum is above its maximum.</summary>
    public const string MinimumAboveMaximum = "QK1042";

    /// <summary>A bound of a range cannot be reached in steps from the first minimum.</summary>
    public const string BoundOffStep = "QK1043";

    /// <summary>Ranges are not in ascending order.</summary>
    public const string RangesNotAscending = "QK1044";

    /// <summary>A number falls in two ranges.</summary>
    public const string RangesOverlap = "QK1045";

    /// <summary>A number between two ranges falls in none.</summary>
    public const string RangesLeaveGap = "QK1046";

    /// <summary>A default answer is of a kind that the question does not take.</summary>
    public const string DefaultOfWrongKind = "QK1050";

    /// <summary>A default answer is N/A where that is not allowed.</summary>
    public const string DefaultNotApplicable = "QK1051";

    /// <summary>The default answer to a choice does not name exactly one option.</summary>
    public const string DefaultNotOneOption = "QK1052";

    /// <summary>A default answer names an option twice.</summary>
    public const string DefaultOptionTwice = "QK1053";

    /// <summary>A default number falls in no range or between two steps.</summary>
    public const string DefaultOutsideRanges = "QK1054";

    /// <summary>A default text is empty or longer than the question allows.</summary>
    public const string DefaultTextLength = "QK1055";

    /// <summary>There is no question of that key.</summary>
    public const string UnknownQuestion = "QK1060";

    /// <summary>The question has no option of that key.</summary>
    public const string UnknownOption = "QK1061";

    /// <summary>There is no group of that key.</summary>
    public const string UnknownGroup = "QK1062";

    /// <summary>A condition on options names none.</summary>
    public const string NoOptionsNamed = "QK1063";

    /// <summary>A condition on options looks at a question without options.</summary>
    public const string ConditionNeedsOptions = "QK1064";

    /// <summary>A condition on a number looks at a question of another kind.</summary>
    public const string ConditionNeedsNumber = "QK1065";

    /// <summary>A condition looks at an information block.</summary>
    public const string ConditionOnInformation = "QK1066";

    /// <summary>A condition looks at a question that comes later.</summary>
    public const string ForwardReference = "QK1067";

    /// <summary>A condition looks at its own question, or at one inside its own group.</summary>
    public const string SelfReference = "QK1068";

    /// <summary>Conditions depend on each other.</summary>
    public const string ConditionCycle = "QK1069";

    /// <summary>A condition asks for an N/A mark on a question that cannot be marked.</summary>
    public const string NeverNotApplicable = "QK1070";

    /// <summary>A condition on a number has no bounds.</summary>
    public const string ConditionWithoutBounds = "QK1071";

    /// <summary>A condition is nested too deep.</summary>
    public const string ConditionTooDeep = "QK1072";

    /// <summary>A condition has too many parts.</summary>
    public const string ConditionTooLarge = "QK1073";

    /// <summary>A mark is not in the unit of the form's score.</summary>
    public const string WrongUnit = "QK1080";

    /// <summary>A form or a group has more bands than can be checked.</summary>
    public const string TooManyBands = "QK1081";

    /// <summary>A band has neither a minimum nor a top.</summary>
    public const string BandWithoutLimits = "QK1082";

    /// <summary>The minimum of a band is above its top.</summary>
    public const string BandMinimumAboveTop = "QK1083";

    /// <summary>A score would belong to two bands.</summary>
    public const string BandsOverlap = "QK1084";

    /// <summary>Two bands have one name.</summary>
    public const string DuplicateBandName = "QK1085";

    /// <summary>A group has bands and the method gives groups no score.</summary>
    public const string BandsWithoutScore = "QK1086";

    /// <summary>A pass rule states no mark and nothing in the form can fail.</summary>
    public const string PassRuleSaysNothing = "QK1087";

    /// <summary>A mark is above 100 % and no score can get there.</summary>
    public const string MarkAboveFull = "QK1088";

    /// <summary>A mark is above 100 %, which only extra points can reach.</summary>
    public const string MarkNeedsExtra = "QK1089";

    /// <summary>A mark is below 0 % and no score can get there.</summary>
    public const string MarkBelowZero = "QK1090";

    /// <summary>A mark is below 0 %, which only losses can reach.</summary>
    public const string MarkNeedsLosses = "QK1091";

    /// <summary>A score rule changes a group and the method gives groups no score to change.</summary>
    public const string RuleWithoutGroupScores = "QK1092";

    /// <summary>A score rule raises or lowers by a negative amount.</summary>
    public const string NegativeAmount = "QK1093";

    /// <summary>Every question must reach a share and the values of questions are not shares.</summary>
    public const string QuestionMinimumWithoutShares = "QK1094";

    /// <summary>A method was written for rules that this version does not know.</summary>
    public const string UnknownSemantics = "QK1100";

    /// <summary>A question value does not go with the combination.</summary>
    public const string ValueDoesNotFit = "QK1101";

    /// <summary>A bonus rule does not go with the combination.</summary>
    public const string BonusDoesNotFit = "QK1102";

    /// <summary>Dropping or keeping by value does not go with the combination.</summary>
    public const string SelectionDoesNotFit = "QK1103";

    /// <summary>A failure effect does not go with the combination.</summary>
    public const string FailureDoesNotFit = "QK1104";

    /// <summary>The share below which critical questions fail is not above 0 to 100.</summary>
    public const string CriticalBelowOutOfBounds = "QK1105";

    /// <summary>Critical questions fail below a share and the values of questions are not shares.</summary>
    public const string CriticalBelowWithoutShares = "QK1106";

    /// <summary>A score that is not a share is capped at full.</summary>
    public const string CapWithoutShares = "QK1107";

    /// <summary>A score needs more answers than the form has questions that count.</summary>
    public const string TooFewQuestionsToAnswer = "QK1108";

    /// <summary>Every question that counts would be dropped.</summary>
    public const string EverythingDropped = "QK1109";

    /// <summary>The weight of a group multiplies the points in it, because the form adds points up.</summary>
    public const string GroupWeightMultipliesPoints = "QK1110";
}
