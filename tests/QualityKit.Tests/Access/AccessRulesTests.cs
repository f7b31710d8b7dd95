using QualityKit.Access;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Tests.Access;

public sealed class AccessRulesTests
{
    private static readonly TenantId Acme = new("acme");

    private static readonly AccessTarget Target = new()
    {
        Tenant = Acme,
        Subject = new("anna"),
        UnitToday = new() { Team = new("sales"), Supervisor = new("sue") },
        UnitThen = new() { Team = new("care"), Supervisor = new("carl") },
        Workers = [new("eva")],
        Attributes = AttributeSet.Empty.With("queue", AttributeValue.Of("vip")).With("agents", AttributeValue.Of(new PersonId("anna"))),
    };

    [Theory]
    [InlineData("anna", "agent", Permission.ViewEvaluations, AccessCodes.AllowedOwn)]
    [InlineData("anna", "agent", Permission.DisputeEvaluations, AccessCodes.AllowedOwn)]
    [InlineData("arne", "agent", Permission.ViewEvaluations, AccessCodes.DeniedReach)]
    [InlineData("anna", "agent", Permission.RescoreEvaluations, AccessCodes.DeniedPermission)]
    [InlineData("eva", "evaluator", Permission.SubmitEvaluations, AccessCodes.AllowedAssigned)]
    [InlineData("erik", "evaluator", Permission.SubmitEvaluations, AccessCodes.DeniedReach)]
    [InlineData("erik", "evaluator", Permission.ViewForms, AccessCodes.AllowedEveryone)]
    [InlineData("sue", "supervisor", Permission.DisputeEvaluations, AccessCodes.AllowedTeam)]
    [InlineData("carl", "supervisor", Permission.ViewEvaluations, AccessCodes.DeniedReach)]
    [InlineData("carl", "supervisor", Permission.SubmitEvaluations, AccessCodes.DeniedPermission)]
    [InlineData("mia", "qualityManager", Permission.DeleteEvaluations, AccessCodes.AllowedEveryone)]
    [InlineData("mia", "centreManager", Permission.ViewReports, AccessCodes.AllowedEveryone)]
    [InlineData("mia", "centreManager", Permission.DeleteEvaluations, AccessCodes.DeniedPermission)]
    [InlineData("mia", "auditor", Permission.ViewAudit, AccessCodes.AllowedEveryone)]
    [InlineData("mia", "astronaut", Permission.ViewForms, AccessCodes.DeniedPermission)]
    public void A_role_allows_what_it_grants_as_far_as_it_reaches(string person, string role, Permission permission, string code)
    {
        AccessDecision decision = Decide(AccessPolicy.Standard, Someone(person, role), permission, Target);

        Assert.Equal((permission, code, code.StartsWith("access.allowed", StringComparison.Ordinal)), (decision.Permission, decision.Code, decision.IsAllowed));
        Assert.Equal(decision.IsAllowed ? role : null, decision.Role);
        Assert.False(decision.IsHidden);
    }

    [Fact]
    public void Another_tenants_is_as_if_it_were_not_there()
    {
        AccessDecision decision = Decide(AccessPolicy.Standard, Someone("mia", "administrator") with { Tenant = new("other") }, Permission.ViewEvaluations, Target);

        Assert.Equal(AccessCodes.DeniedTenant, decision.Code);
        Assert.True(decision.IsHidden);
        Assert.Equal("there is nothing by this name", decision.ToString());
    }

    [Fact]
    public void What_waits_for_somebody_is_in_every_evaluators_reach() => Assert.Equal(
        AccessCodes.AllowedAssigned,
        Decide(AccessPolicy.Standard, Someone("erik", "evaluator"), Permission.StartEvaluations, Target with { Workers = [], IsUnclaimed = true }).Code);

    [Fact]
    public void A_supervisor_may_read_about_former_members_where_the_tenant_says_so()
    {
        AccessPolicy policy = AccessPolicy.Standard with { SupervisorsReadFormerMembers = true };

        Assert.Equal(AccessCodes.AllowedFormerTeam, Decide(policy, Someone("carl", "supervisor"), Permission.ViewEvaluations, Target).Code);
        Assert.Equal(AccessCodes.DeniedReach, Decide(policy, Someone("carl", "supervisor"), Permission.DisputeEvaluations, Target).Code);
        Assert.Equal(AccessCodes.DeniedReach, Decide(policy, Someone("cora", "supervisor"), Permission.ViewEvaluations, Target).Code);
        Assert.Equal(AccessCodes.AllowedTeam, Decide(policy, Someone("sue", "supervisor"), Permission.ViewEvaluations, Target).Code);
    }

    [Fact]
    public void The_nearest_reason_is_given()
    {
        Role both = new Role { Key = "both" }.Allow(Reach.Everyone, Permission.ViewEvaluations).Allow(Reach.Own, Permission.ViewEvaluations);
        AccessPolicy policy = new() { Roles = [both, Roles.Auditor] };

        Assert.Equal(AccessCodes.AllowedOwn, Decide(policy, Someone("anna", "both"), Permission.ViewEvaluations, Target).Code);
        Assert.Equal(AccessCodes.AllowedEveryone, Decide(policy, Someone("arne", "both"), Permission.ViewEvaluations, Target).Code);
        Assert.Equal("both", Decide(policy, Someone("anna", "auditor", "both"), Permission.ViewEvaluations, Target).Role);
    }

    [Theory]
    [InlineData("sales", "evaluator", Permission.ViewForms, true)]
    [InlineData("sales", "evaluator", Permission.EditForms, false)]
    [InlineData("sales", "formDesigner", Permission.ViewForms, true)]
    [InlineData("sales", "formDesigner", Permission.PublishForms, true)]
    [InlineData("sales", "administrator", Permission.ViewForms, false)]
    [InlineData("sales/retention", "evaluator", Permission.StartEvaluations, true)]
    [InlineData("sales/locked/deep", "formDesigner", Permission.ViewForms, true)]
    [InlineData("sales/locked/deep", "formDesigner", Permission.EditForms, false)]
    [InlineData("sales/locked", "evaluator", Permission.ViewForms, false)]
    [InlineData("care", "formDesigner", Permission.DeleteForms, true)]
    [InlineData("salesforce", "administrator", Permission.EditForms, true)]
    [InlineData(null, "administrator", Permission.EditForms, true)]
    public void A_folder_is_open_to_the_roles_that_have_rights_in_it(string? directory, string role, Permission permission, bool isOpen)
    {
        AccessPolicy policy = AccessPolicy.Standard with
        {
            Directories =
            [
                Right("sales", "evaluator", DirectoryLevel.Use), Right("sales", "formDesigner", DirectoryLevel.Read), Right("sales", "formDesigner", DirectoryLevel.Change),
                Right("sales/locked", "formDesigner", DirectoryLevel.Read), Right("sales/locked", "evaluator", DirectoryLevel.None),
            ],
        };

        AccessDecision decision = Decide(policy, Someone("eva", role), permission, Target with { Directory = directory });

        Assert.Equal(isOpen, decision.IsAllowed);
        Assert.True(isOpen || decision.Code is AccessCodes.DeniedDirectory or AccessCodes.DeniedPermission);
    }

    [Fact]
    public void Rights_at_the_root_hold_where_nothing_nearer_says_otherwise()
    {
        AccessPolicy policy = AccessPolicy.Standard with { Directories = [Right("", "evaluator", DirectoryLevel.Read)] };

        Assert.False(Decide(policy, Someone("mia", "formDesigner"), Permission.ViewForms, Target with { Directory = "a/b" }).IsAllowed);
        Assert.False(Decide(policy, Someone("mia", "formDesigner"), Permission.ViewForms, Target).IsAllowed);
        Assert.True(Decide(policy, Someone("mia", "evaluator"), Permission.ViewForms, Target with { Directory = "a/b" }).IsAllowed);
        Assert.Equal(
            "the folder `a/b` is not open to the roles of the actor for EditForms",
            Decide(policy, Someone("mia", "formDesigner"), Permission.EditForms, Target with { Directory = "a/b" }).ToText());
    }

    [Fact]
    public void Another_role_can_open_what_one_does_not()
    {
        AccessPolicy policy = AccessPolicy.Standard with { Directories = [Right("sales", "auditor", DirectoryLevel.Read)] };

        Assert.Equal("auditor", Decide(policy, Someone("mia", "centreManager", "auditor"), Permission.ViewEvaluations, Target with { Directory = "sales" }).Role);
    }

    [Fact]
    public void A_vip_queue_is_for_some_roles()
    {
        AccessPolicy policy = AccessPolicy.Standard with
        {
            Attributes = [new() { Key = "vip", When = new AttributePredicate.IsOneOf { Attribute = "queue", Values = [AttributeValue.Of("vip")] }, Roles = ["qualityManager"], Permissions = [Permission.ViewEvaluations] }],
        };

        AccessDecision denied = Decide(policy, Someone("mia", "centreManager"), Permission.ViewEvaluations, Target);
        Assert.Equal(AccessCodes.DeniedAttribute, denied.Code);
        Assert.Equal("the rule `vip` keeps ViewEvaluations to other roles here", denied.ToText());
        Assert.True(Decide(policy, Someone("mia", "centreManager"), Permission.ViewReports, Target).IsAllowed);
        Assert.True(Decide(policy, Someone("mia", "qualityManager"), Permission.ViewEvaluations, Target).IsAllowed);
        Assert.True(Decide(policy, Someone("mia", "centreManager", "qualityManager"), Permission.ViewEvaluations, Target).IsAllowed);
        Assert.True(Decide(policy, Someone("mia", "centreManager"), Permission.ViewEvaluations, Target with { Attributes = AttributeSet.Empty }).IsAllowed);
        Assert.False(Decide(policy, Someone("mia", "centreManager"), Permission.ViewEvaluations, Target with { Attributes = null }).IsAllowed);
    }

    [Fact]
    public void Nobody_evaluates_their_own_call_and_everyone_sees_what_is_about_them()
    {
        AccessPolicy policy = AccessPolicy.Standard with { Attributes = [new() { Key = "own", When = new AttributePredicate.IsActor { Attribute = "agents" } }] };

        Assert.Equal(AccessCodes.DeniedAttribute, Decide(policy, Someone("anna", "evaluator"), Permission.SubmitEvaluations, Target with { Workers = [new("anna")] }).Code);
        Assert.True(Decide(policy, Someone("eva", "evaluator"), Permission.SubmitEvaluations, Target).IsAllowed);
        Assert.Equal(AccessCodes.AllowedOwn, Decide(policy, Someone("anna", "agent"), Permission.ViewEvaluations, Target with { Directory = "closed" }).Code);
        Assert.Equal(
            AccessCodes.AllowedOwn,
            Decide(policy with { Directories = [Right("", "auditor", DirectoryLevel.Read)] }, Someone("anna", "auditor", "agent"), Permission.ViewEvaluations, Target).Code);
    }

    [Fact]
    public void Somebody_before_something_can_be_asked_again_and_again()
    {
        ActorAccess access = AccessRules.For(AccessPolicy.Standard, Someone("eva", "evaluator"), Target);

        access.Demand(Permission.SubmitEvaluations);
        var denied = Assert.Throws<AccessDeniedException>(() => access.Demand(Permission.DeleteEvaluations));

        Assert.Equal(AccessCodes.DeniedPermission, denied.Decision.Code);
        Assert.Equal(("eva", Target), (access.Actor.Id.Value, access.Target));
        Assert.Equal("allowed by the role `evaluator`: the actor works on it", access.Decide(Permission.SubmitEvaluations).ToString());
    }

    [Fact]
    public void Every_reason_reads_in_every_language() => Assert.All(
        typeof(AccessCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!),
        code => Assert.All(new[] { MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German }, words => Assert.NotNull(words.Template(code))));

    private static AccessDecision Decide(AccessPolicy policy, Actor actor, Permission permission, AccessTarget target) => AccessRules.Decide(policy, actor, permission, target);

    private static Actor Someone(string person, params string[] roles) => new() { Tenant = Acme, Id = new(person), Roles = [.. roles] };

    private static DirectoryRight Right(string directory, string role, DirectoryLevel level) => new() { Directory = directory, Role = role, Level = level };
}
