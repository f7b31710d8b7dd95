using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Services.Tests.Stores;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Services;

public sealed class SightTests : IClassFixture<Databases>
{
    [Fact]
    public async Task Private_comments_and_the_evaluator_are_not_shown_to_the_agent_before_or_after_release()
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId call = await center.SubmittedAsync();
        await center.Evaluations.CommentAsync(Center.Eva, call, "Watch this.", CommentAudience.Evaluators);
        await center.Evaluations.CommentAsync(Center.Eva, call, "Well done.");
        EvaluationDetails unreleased = await center.Evaluations.GetAsync(Center.Anna, call);
        await center.Evaluations.ReleaseAsync(Center.Eva, call);

        EvaluationDetails agent = await center.Evaluations.GetAsync(Center.Anna, call);
        EvaluationDetails evaluator = await center.Evaluations.GetAsync(Center.Eva, call);

        Assert.False(unreleased.Sight.CanView);
        Assert.Null(unreleased.Answers);
        Assert.Null(unreleased.Scorecard);
        Assert.Null(unreleased.Assignment);
        Assert.Empty(unreleased.Comments);
        Assert.Equal(["Well done."], agent.Comments.Select(comment => agent.TextOf(comment.Content)));
        Assert.Equal(["Watch this.", "Well done."], evaluator.Comments.Select(comment => evaluator.TextOf(comment.Content)));
        Assert.Null(agent.TextOf(evaluator.Comments[0].Content));
    }

    [Fact]
    public async Task An_evaluation_of_a_session_that_is_not_known_is_shown_to_nobody_but_its_evaluator()
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId call = await center.CreateAsync(Calibration("create", "eva"));
        await center.Evaluations.SubmitAsync(Center.Eva, call, Center.Bad);

        Assert.Null((await center.Evaluations.GetAsync(Center.Mona, call)).Answers);
        Assert.NotNull((await center.Evaluations.GetAsync(Center.Eva, call)).Answers);
    }

    [Fact]
    public async Task Another_tenants_evaluation_does_not_exist()
    {
        await using Center center = await Center.OpenAsync();
        EvaluationId call = await center.SubmittedAsync();
        Actor stranger = Center.Ada with { Tenant = new("globex") };

        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Evaluations.GetAsync(stranger, call));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Evaluations.AllowedAsync(stranger, call));
        await Assert.ThrowsAsync<EntityNotFoundException>(() => center.Evaluations.ReleaseAsync(stranger, call));
    }

    [Fact]
    public async Task A_rule_about_a_queue_keeps_its_calls_to_the_roles_that_it_names()
    {
        AccessPolicy policy = AccessPolicy.Standard with
        {
            Attributes = [new() { Key = "vip", When = new AttributePredicate.IsOneOf { Attribute = "queue", Values = [AttributeValue.Of("vip")] }, Roles = ["qualityManager", "evaluationPlanner"] }],
        };
        await using Center center = await Center.OpenAsync(policy: policy);
        EvaluationId vip = await center.CreateAsync(Center.New(interaction: "vip-1"));

        AccessDeniedException denied = await Assert.ThrowsAsync<AccessDeniedException>(() => center.Evaluations.StartAsync(Center.Eva, vip));

        Assert.Equal(AccessCodes.DeniedAttribute, denied.Decision.Code);
        Assert.Empty((await center.Evaluations.ListAsync(Center.Eva, EvaluationList.Assigned)).Evaluations);
        Assert.Equal(vip, (await center.Evaluations.GetAsync(Center.Mona, vip)).Id);
    }

    [Fact]
    public async Task A_rule_about_attributes_without_a_source_of_interactions_stops_everything()
    {
        await using Center center = await Center.OpenAsync();
        var policy = new SharedAccessPolicy(AccessPolicy.Standard with { Attributes = [new() { Key = "vip", When = new AttributePredicate.IsSet { Attribute = "queue" } }] });
        var evaluations = new EvaluationService(center.Documents, center.People, policy, Center.Keys, center.Time);

        await Assert.ThrowsAsync<InvalidOperationException>(() => evaluations.ListAsync(Center.Ada, EvaluationList.All));
    }

    private static NewEvaluation Calibration(string command, string evaluator) => Center.New(command, evaluator: evaluator) with { Kind = EvaluationKind.Calibration, Session = new("s-1") };
}
