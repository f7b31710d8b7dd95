using QualityKit.People;

namespace QualityKit.Tests.People;

public sealed class RolesTests
{
    private static readonly Permission[] Reading = [Permission.ViewForms, Permission.ViewInteractions, Permission.ViewEvaluations, Permission.ViewReports, Permission.ViewAudit, Permission.ViewCalibrations];

    [Fact]
    public void Every_role_has_a_name_of_its_own() => Assert.Equal(
        ["administrator", "formDesigner", "evaluationPlanner", "evaluator", "expertEvaluator", "reviewer", "supervisor", "agent", "coach", "qualityManager", "centreManager", "auditor", "automation"],
        Roles.Standard.Select(role => role.Key));

    [Fact]
    public void An_auditor_reads_everything_and_changes_nothing()
    {
        Assert.Equal(Reading.Order(), Roles.Auditor.Grants.Select(grant => grant.Permission).Order());
        Assert.All(Roles.Auditor.Grants, grant => Assert.Equal(Reach.Everyone, grant.Reach));
    }

    [Fact]
    public void A_centre_manager_reads_all_but_the_audit() =>
        Assert.Equal(Reading.Except([Permission.ViewAudit]).Order(), Roles.CentreManager.Grants.Select(grant => grant.Permission).Order());

    [Fact]
    public void An_administrator_may_do_everything() =>
        Assert.Equal(Enum.GetValues<Permission>(), Roles.Administrator.Grants.Select(grant => grant.Permission));

    [Fact]
    public void An_agent_reaches_only_what_is_about_them()
    {
        Assert.All(Roles.Agent.Grants, grant => Assert.Equal(Reach.Own, grant.Reach));
        Assert.Equal(
            [Permission.ViewEvaluations, Permission.Comment, Permission.AcknowledgeEvaluations, Permission.DisputeEvaluations],
            Roles.Agent.Grants.Select(grant => grant.Permission));
    }

    [Fact]
    public void Only_an_agent_and_who_may_do_everything_for_quality_acknowledge() => Assert.Equal(
        ["administrator", "agent", "qualityManager"],
        Roles.Standard.Where(role => role.Grants.Any(grant => grant.Permission == Permission.AcknowledgeEvaluations)).Select(role => role.Key));

    [Theory]
    [InlineData("supervisor", Reach.Teams)]
    [InlineData("coach", Reach.Teams)]
    [InlineData("evaluator", Reach.Assigned)]
    [InlineData("reviewer", Reach.Everyone)]
    [InlineData("expertEvaluator", Reach.Assigned)]
    public void A_role_reads_evaluations_as_far_as_it_reaches(string key, Reach reach) =>
        Assert.Contains(new Grant { Permission = Permission.ViewEvaluations, Reach = reach }, Roles.Standard.Single(role => role.Key == key).Grants);

    [Fact]
    public void A_quality_manager_changes_no_roles_and_poses_as_no_machine() => Assert.Equal(
        [Permission.ReportInteractions, Permission.DeleteInteractions, Permission.ManageHolds, Permission.HandleSubjectRequests, Permission.RedactInteractions, Permission.ArchiveInteractions, Permission.ExportInteractions, Permission.SuggestAnswers, Permission.AnnounceEvaluations, Permission.ImportEvaluations, Permission.ViewAudit, Permission.ManageRoles, Permission.ManageDisclosure, Permission.ReconcileRestores, Permission.ManageKeys, Permission.ApproveKeyDestruction,
         Permission.StoreRecordings, Permission.ExportRecordings, Permission.DeleteRecordings, Permission.VerifyRecordings, Permission.ReencryptRecordings],
        Enum.GetValues<Permission>().Except(Roles.QualityManager.Grants.Select(grant => grant.Permission)));

    [Theory]
    [InlineData("formDesigner", Permission.PublishForms)]
    [InlineData("evaluationPlanner", Permission.AssignEvaluations)]
    [InlineData("evaluator", Permission.SubmitEvaluations)]
    [InlineData("expertEvaluator", Permission.RescoreEvaluations)]
    [InlineData("reviewer", Permission.DeclineDisputes)]
    [InlineData("supervisor", Permission.CloseAcknowledgements)]
    [InlineData("coach", Permission.ManageCoaching)]
    [InlineData("automation", Permission.AnnounceEvaluations)]
    public void A_role_allows_what_it_is_there_for(string key, Permission permission) =>
        Assert.Contains(permission, Roles.Standard.Single(role => role.Key == key).Grants.Select(grant => grant.Permission));

    [Fact]
    public void A_role_can_be_made_to_allow_more()
    {
        Role house = Roles.Coach.Allow(Reach.Own, Permission.Comment, Permission.ViewAudit);

        Assert.Equal(Roles.Coach.Grants.Length + 2, house.Grants.Length);
        Assert.Equal(new Grant { Permission = Permission.ViewAudit, Reach = Reach.Own }, house.Grants[^1]);
        Assert.Equal("coach", house.Key);
    }
}
