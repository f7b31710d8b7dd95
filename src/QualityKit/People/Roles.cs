using System.Collections.Immutable;
using static QualityKit.People.Permission;

namespace QualityKit.People;

/// <summary>The roles of a contact center, to be used as they are or as the start of one's own.</summary>
public static class Roles
{
    private static readonly Permission[] Reading = [ViewForms, ViewInteractions, ViewEvaluations, ViewReports, ViewCalibrations];
    private static readonly Permission[] Scoring = [ViewEvaluations, ViewInteractions, PlayRecordings, StartEvaluations, SaveDrafts, SubmitEvaluations, ConfirmEvaluations, ReleaseEvaluations, Comment, CommentPrivately];

    /// <summary>May do everything.</summary>
    public static Role Administrator { get; } = new Role { Key = "administrator" }.Allow(Reach.Everyone, Enum.GetValues<Permission>());

    /// <summary>Writes and publishes forms.</summary>
    public static Role FormDesigner { get; } = new Role { Key = "formDesigner" }.Allow(Reach.Everyone, ViewForms, EditForms, PublishForms, DeleteForms);

    /// <summary>Decides what is evaluated, by whom.</summary>
    public static Role EvaluationPlanner { get; } = new Role { Key = "evaluationPlanner" }
        .Allow(Reach.Everyone, Reading)
        .Allow(Reach.Everyone, CreateEvaluations, AssignEvaluations, ManagePolicies, ManageCalibrations, LeadCalibrations);

    /// <summary>Scores what was assigned.</summary>
    public static Role Evaluator { get; } = new Role { Key = "evaluator" }.Allow(Reach.Everyone, ViewForms).Allow(Reach.Assigned, Scoring).Allow(Reach.Assigned, ViewCalibrations);

    /// <summary>Scores what was assigned, is compared with in calibration, and scores again what others scored.</summary>
    public static Role ExpertEvaluator { get; } = new Role { Key = "expertEvaluator" }
        .Allow(Reach.Assigned, Scoring)
        .Allow(Reach.Assigned, ViewCalibrations, LeadCalibrations)
        .Allow(Reach.Everyone, ViewForms, ViewInteractions, PlayRecordings, ViewEvaluations, SaveDrafts, ConfirmEvaluations, RescoreEvaluations, CommentPrivately);

    /// <summary>Handles disputes.</summary>
    public static Role Reviewer { get; } = new Role { Key = "reviewer" }
        .Allow(Reach.Everyone, ViewForms, ViewInteractions, PlayRecordings, ViewEvaluations, SaveDrafts, AcceptDisputes, DeclineDisputes, ReleaseEvaluations, Comment, CommentPrivately);

    /// <summary>Looks after their own teams.</summary>
    public static Role Supervisor { get; } = new Role { Key = "supervisor" }
        .Allow(Reach.Everyone, ViewForms)
        .Allow(Reach.Teams, ViewInteractions, PlayRecordings, ViewEvaluations, ViewReports, CreateEvaluations, AssignEvaluations, ReleaseEvaluations, Comment, CommentPrivately, DisputeEvaluations, CloseAcknowledgements);

    /// <summary>Reads, acknowledges and disputes evaluations about themselves.</summary>
    public static Role Agent { get; } = new Role { Key = "agent" }.Allow(Reach.Own, ViewEvaluations, Comment, AcknowledgeEvaluations, DisputeEvaluations);

    /// <summary>Coaches the people of their teams.</summary>
    public static Role Coach { get; } = new Role { Key = "coach" }.Allow(Reach.Teams, ViewInteractions, PlayRecordings, ViewEvaluations, ViewReports, CommentPrivately, ManageCoaching);

    /// <summary>Answers for quality in all teams.</summary>
    public static Role QualityManager { get; } = new Role { Key = "qualityManager" }.Allow(Reach.Everyone, [.. Enum.GetValues<Permission>().Except([ManageRoles, ViewAudit, AnnounceEvaluations, SuggestAnswers, ImportEvaluations, ReportInteractions, DeleteInteractions, ArchiveInteractions, ExportInteractions, ManageHolds, HandleSubjectRequests, RedactInteractions, ManageDisclosure, ReconcileRestores, ManageKeys, ApproveKeyDestruction,
        StoreRecordings, ExportRecordings, DeleteRecordings, VerifyRecordings, ReencryptRecordings])]);

    /// <summary>Sees how all teams do.</summary>
    public static Role CentreManager { get; } = new Role { Key = "centreManager" }.Allow(Reach.Everyone, Reading);

    /// <summary>Reads everything, changes nothing.</summary>
    public static Role Auditor { get; } = new Role { Key = "auditor" }.Allow(Reach.Everyone, Reading).Allow(Reach.Everyone, ViewAudit);

    /// <summary>What acts by itself: policies, sweeps, imports, automatic evaluation.</summary>
    public static Role Automation { get; } = new Role { Key = "automation" }
        .Allow(Reach.Everyone, ViewForms, ViewInteractions, ReportInteractions, DeleteInteractions, RedactInteractions, StoreRecordings, PlayRecordings, VerifyRecordings, ViewEvaluations, CreateEvaluations, AssignEvaluations, SuggestAnswers, StartEvaluations, SubmitEvaluations, ReleaseEvaluations, AnnounceEvaluations, ImportEvaluations);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Role> Standard { get; } =
    [
        Administrator, FormDesigner, EvaluationPlanner, Evaluator, ExpertEvaluator, Reviewer, Supervisor, Agent, Coach, QualityManager, CentreManager, Auditor, Automation,
    ];
}
