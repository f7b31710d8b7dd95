using QualityKit.Privacy;
using QualityKit.Retention;
using QualityKit.Tests.Interactions;

namespace QualityKit.Tests.Privacy;

public sealed class SubjectPlanTests
{
    private static readonly HoldRegister Holds = HoldRegister.Empty.Place(
        new() { Id = new("h-1"), Reason = "case", Owner = new("legal"), PlacedAt = Calls.Noon, Interactions = [new("held")] }, []).Register;

    private static readonly SubjectItem[] Items =
    [
        new() { Kind = "qualitykit.transcript/1", Id = "t-2", Interaction = new() { Interaction = new("free") } },
        new() { Kind = "qualitykit.transcript/1", Id = "t-1", Interaction = new() { Interaction = new("held") } },
        new() { Kind = "qualitykit.answers/1", Id = "a-1", Work = [new() { Name = "dispute d-1", Until = Calls.Noon.AddDays(1) }, new() { Name = "evaluation e-1", Until = Calls.Noon }] },
        new() { Kind = "qualitykit.answers/1", Id = "a-1" },
    ];

    [Fact]
    public void A_plan_says_what_where_and_what_blocks_it()
    {
        SubjectPlan plan = SubjectPlan.Of(SubjectRequestKind.Erase, Items, Holds, Calls.Noon);

        Assert.Equal(["qualitykit.answers/1 a-1", "qualitykit.transcript/1 t-1", "qualitykit.transcript/1 t-2"], plan.Steps.Select(step => step.Item.ToString()));
        Assert.Equal([("dispute d-1", Calls.Noon.AddDays(1)), ("hold h-1", null)], plan.Steps.SelectMany(step => step.Blocks).Select(block => (block.By, block.Until)));
        Assert.Equal([false, false, true], plan.Steps.Select(step => step.CanRun));
        Assert.Equal(["/utterances/*/speaker", "/utterances/*/text"], plan.Steps[2].Fields.ToArray());
        Assert.False(plan.IsUnblocked);
    }

    [Fact]
    public void An_export_is_never_blocked()
    {
        SubjectPlan plan = SubjectPlan.Of(SubjectRequestKind.Export, Items, Holds, Calls.Noon);

        Assert.True(plan.IsUnblocked);
        Assert.Equal(3, plan.Steps.Length);
    }

    [Fact]
    public void A_kind_that_nobody_declared_is_refused() =>
        Assert.Throws<ArgumentException>(() => SubjectPlan.Of(SubjectRequestKind.Export, [new() { Kind = "diary/1", Id = "1" }], Holds, Calls.Noon));
}
