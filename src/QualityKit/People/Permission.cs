namespace QualityKit.People;

/// <summary>What a role can allow: one value for each command and each kind of reading.</summary>
public enum Permission
{
    /// <summary>Read forms.</summary>
    ViewForms = 0,

    /// <summary>Write drafts of forms.</summary>
    EditForms = 1,

    /// <summary>Publish forms.</summary>
    PublishForms = 2,

    /// <summary>Delete drafts of forms.</summary>
    DeleteForms = 3,

    /// <summary>Read interactions, their transcripts, and what recordings there are.</summary>
    ViewInteractions = 10,

    /// <summary>Report interactions and what is learnt of them later.</summary>
    ReportInteractions = 11,

    /// <summary>Delete interactions when their time has come, and revoke that they are due.</summary>
    DeleteInteractions = 12,

    /// <summary>Place and release legal holds.</summary>
    ManageHolds = 13,

    /// <summary>Find, export and erase what is stored about somebody.</summary>
    HandleSubjectRequests = 14,

    /// <summary>Black out what nobody may keep, for good.</summary>
    RedactInteractions = 15,

    /// <summary>Archive interactions in bulk.</summary>
    ArchiveInteractions = 18,

    /// <summary>Export interactions in bulk.</summary>
    ExportInteractions = 19,

    /// <summary>Read evaluations.</summary>
    ViewEvaluations = 20,

    /// <summary>Create an evaluation.</summary>
    CreateEvaluations = 21,

    /// <summary>Assign an evaluation or a dispute, or take it from one person to another.</summary>
    AssignEvaluations = 22,

    /// <summary>Start an evaluation.</summary>
    StartEvaluations = 23,

    /// <summary>Save a draft of answers.</summary>
    SaveDrafts = 24,

    /// <summary>Add what a machine suggests.</summary>
    SuggestAnswers = 25,

    /// <summary>Submit an evaluation.</summary>
    SubmitEvaluations = 26,

    /// <summary>Confirm what a machine submitted.</summary>
    ConfirmEvaluations = 27,

    /// <summary>Release an evaluation to its subject.</summary>
    ReleaseEvaluations = 28,

    /// <summary>Write comments that the subject reads.</summary>
    Comment = 29,

    /// <summary>Write comments that only evaluators read.</summary>
    CommentPrivately = 30,

    /// <summary>Acknowledge an evaluation about oneself.</summary>
    AcknowledgeEvaluations = 31,

    /// <summary>Close what somebody who left did not acknowledge.</summary>
    CloseAcknowledgements = 32,

    /// <summary>Dispute an evaluation.</summary>
    DisputeEvaluations = 33,

    /// <summary>Accept a dispute, with a new version.</summary>
    AcceptDisputes = 34,

    /// <summary>Decline a dispute.</summary>
    DeclineDisputes = 35,

    /// <summary>Score an evaluation again, as a new version.</summary>
    RescoreEvaluations = 36,

    /// <summary>Delete an evaluation.</summary>
    DeleteEvaluations = 37,

    /// <summary>Raise the events of instants that have come.</summary>
    AnnounceEvaluations = 38,

    /// <summary>Bring in evaluations that were finished elsewhere.</summary>
    ImportEvaluations = 39,

    /// <summary>Write policies.</summary>
    ManagePolicies = 50,

    /// <summary>Plan, open and call off calibration sessions.</summary>
    ManageCalibrations = 51,

    /// <summary>Open and work on coaching cases.</summary>
    ManageCoaching = 52,

    /// <summary>Read reports.</summary>
    ViewReports = 53,

    /// <summary>Read the audit trail.</summary>
    ViewAudit = 54,

    /// <summary>Give roles and rights.</summary>
    ManageRoles = 55,

    /// <summary>Read calibration sessions and their reports. With <see cref="Reach.Assigned"/>, those that one takes part in.</summary>
    ViewCalibrations = 56,

    /// <summary>Close and so reveal calibration sessions, and record what all agreed on. With <see cref="Reach.Assigned"/>, those that one leads.</summary>
    LeadCalibrations = 57,

    /// <summary>Propose and approve what is disclosed of individual agents.</summary>
    ManageDisclosure = 58,

    /// <summary>Say that a store was restored, and reconcile it.</summary>
    ReconcileRestores = 59,

    /// <summary>Look after the keys that recordings are encrypted with: make, retire and replace them, and ask to destroy them.</summary>
    ManageKeys = 60,

    /// <summary>Approve that a key is destroyed for good.</summary>
    ApproveKeyDestruction = 61,

    /// <summary>Store, import and register recordings.</summary>
    StoreRecordings = 63,

    /// <summary>Play recordings, and work on what they hold.</summary>
    PlayRecordings = 64,

    /// <summary>Export recordings for somebody outside.</summary>
    ExportRecordings = 65,

    /// <summary>Delete recordings.</summary>
    DeleteRecordings = 66,

    /// <summary>Verify recordings, and list what is lost or loose.</summary>
    VerifyRecordings = 67,

    /// <summary>Encrypt recordings anew after a key was compromised.</summary>
    ReencryptRecordings = 68,
}
