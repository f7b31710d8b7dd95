namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>An evaluator is whom the evaluation is about.</summary>
    public const string EvaluatorIsSubject = "QK6201";

    /// <summary>A self evaluation is given to somebody else.</summary>
    public const string SelfByAnother = "QK6202";

    /// <summary>A dispute is given to somebody who may not handle it.</summary>
    public const string ReviewerRefused = "QK6203";

    /// <summary>An instant that should be to come has passed.</summary>
    public const string InstantPassed = "QK6204";

    /// <summary>A question is there twice.</summary>
    public const string QuestionTwice = "QK6205";

    /// <summary>A moment of the media is not one.</summary>
    public const string MomentMalformed = "QK6206";

    /// <summary>A confidence is not between 0 and 1.</summary>
    public const string ConfidenceOutOfRange = "QK6207";

    /// <summary>The kind of evaluation needs a person as its subject.</summary>
    public const string SubjectMustBePerson = "QK6208";

    /// <summary>An imported evaluation is created instead of imported.</summary>
    public const string NotByImport = "QK6209";

    /// <summary>A review names no evaluation, or another kind names one.</summary>
    public const string ReviewedMismatch = "QK6210";

    /// <summary>A calibration names no session, or another kind names one.</summary>
    public const string SessionMismatch = "QK6211";

    /// <summary>There is a part of no interaction, or an interaction without a part.</summary>
    public const string PartMismatch = "QK6212";
}
