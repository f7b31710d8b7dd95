namespace QualityKit.Evaluations;

/// <summary>Why a command is possible or not; the words are in the message catalogue.</summary>
public static class WorkflowCodes
{
    /// <summary>Possible.</summary>
    public const string Allowed = "workflow.allowed";

    /// <summary>The actor has no right to it.</summary>
    public const string NoAccess = "workflow.denied.access";

    /// <summary>The status does not have it.</summary>
    public const string Status = "workflow.denied.status";

    /// <summary>Somebody else evaluates, or the kind asks for somebody else.</summary>
    public const string OtherEvaluator = "workflow.denied.otherEvaluator";

    /// <summary>Whom the evaluation is about may not.</summary>
    public const string NotSubject = "workflow.denied.notSubject";

    /// <summary>Only whom the evaluation is about may.</summary>
    public const string OnlySubject = "workflow.denied.onlySubject";

    /// <summary>Only a person may.</summary>
    public const string OnlyPerson = "workflow.denied.onlyPerson";

    /// <summary>Only a machine does.</summary>
    public const string OnlyMachine = "workflow.denied.onlyMachine";

    /// <summary>The kind of the evaluation does not have it.</summary>
    public const string Kind = "workflow.denied.kind";

    /// <summary>The form does not allow it.</summary>
    public const string Form = "workflow.denied.form";

    /// <summary>A person has to confirm first what a machine submitted.</summary>
    public const string Unconfirmed = "workflow.denied.unconfirmed";

    /// <summary>There is nothing to confirm.</summary>
    public const string NothingToConfirm = "workflow.denied.nothingToConfirm";

    /// <summary>The subject sees no version yet.</summary>
    public const string Unreleased = "workflow.denied.unreleased";

    /// <summary>Nobody asked for an acknowledgement.</summary>
    public const string NotAwaited = "workflow.denied.notAwaited";

    /// <summary>The subject has not left and can acknowledge.</summary>
    public const string NotLeft = "workflow.denied.notLeft";

    /// <summary>The days in which it could be disputed are over.</summary>
    public const string WindowClosed = "workflow.denied.windowClosed";

    /// <summary>It was disputed as often as the form allows.</summary>
    public const string TooManyDisputes = "workflow.denied.tooManyDisputes";

    /// <summary>It was acknowledged, which ends the right to dispute it.</summary>
    public const string Acknowledged = "workflow.denied.acknowledged";

    /// <summary>Whoever scored it may not.</summary>
    public const string Scorer = "workflow.denied.scorer";

    /// <summary>Whoever raised the dispute may not.</summary>
    public const string Raiser = "workflow.denied.raiser";

    /// <summary>Somebody else handles the dispute.</summary>
    public const string OtherReviewer = "workflow.denied.otherReviewer";

    /// <summary>A calibration session stands against it: it is not open, says itself who evaluates, or would tell the actor what it hides.</summary>
    public const string Session = "workflow.denied.session";

    /// <summary>Nothing has come that was not announced.</summary>
    public const string NothingDue = "workflow.denied.nothingDue";
}
