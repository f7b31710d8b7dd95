using QualityKit.Retention;
using QualityKit.Tests.Interactions;

namespace QualityKit.Tests.Retention;

public sealed class SweepPlanTests
{
    private static readonly DateTimeOffset Now = Calls.Noon;
    private static readonly SweepConditions Conditions = new() { Now = Now, Total = 100, NewestSeal = Now.AddHours(-2), SealPeriod = TimeSpan.FromHours(1) };

    [Fact]
    public void What_is_due_is_marked_and_deleted_72_hours_later()
    {
        SweepPlan plan = SweepPlan.Of([Item("new", 0), Item("waiting", -9, marked: -71.9), Item("old", -9, marked: -72), Item("later", 1)], Conditions);

        Assert.Equal(["new"], Ids(plan.Mark));
        Assert.Equal(["old"], Ids(plan.Delete));
        Assert.Equal((1, SweepPause.None), (plan.Ready, plan.Pause));
        Assert.Empty(plan.Unmark);
    }

    [Fact]
    public void What_is_held_is_skipped_and_the_rest_goes_on()
    {
        SweepPlan plan = SweepPlan.Of([Item("held", -9, marked: -99, hold: "h-1"), Item("old", -9, marked: -99)], Conditions);

        Assert.Equal(["held"], Ids(plan.Held));
        Assert.Equal(["old"], Ids(plan.Delete));
    }

    [Fact]
    public void What_is_not_due_any_more_loses_its_mark()
    {
        SweepItem broken = Item("broken", -9, marked: -99);
        broken = broken with { Decision = broken.Decision with { Errors = [new() { Policy = "p", Code = "form-gone" }] } };

        SweepPlan plan = SweepPlan.Of([Item("longer", 5, marked: -99), broken], Conditions);

        Assert.Equal(["longer", "broken"], Ids(plan.Unmark));
        Assert.Empty(plan.Delete);
    }

    [Fact]
    public void More_than_the_limit_pauses_until_a_person_confirms()
    {
        SweepItem[] two = [Item("a", -9, marked: -99), Item("b", -9, marked: -99), Item("c", -9)];

        SweepPlan paused = SweepPlan.Of(two, Conditions);

        Assert.Equal((SweepPause.OverLimit, 2, 0), (paused.Pause, paused.Ready, paused.Delete.Length));
        Assert.Equal(["c"], Ids(paused.Mark));
        Assert.Equal(2, SweepPlan.Of(two, Conditions with { IsConfirmed = true }).Delete.Length);
        Assert.Equal(2, SweepPlan.Of(two, Conditions with { Total = 101 }).Delete.Length);
        Assert.Equal(2, SweepPlan.Of(two, Conditions with { Limit = 0.02m }).Delete.Length);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(2.01, true)]
    [InlineData(-2, false)]
    [InlineData(-2.01, true)]
    public void A_clock_that_may_be_wrong_deletes_and_marks_nothing(double hours, bool isOff)
    {
        SweepPlan plan = SweepPlan.Of([Item("old", -9, marked: -99), Item("new", -1)], Conditions with { NewestSeal = Now.AddHours(-hours) });

        Assert.Equal(isOff ? SweepPause.ClockOff : SweepPause.None, plan.Pause);
        Assert.Equal(isOff ? 0 : 1, plan.Delete.Length);
        Assert.Equal(isOff ? 0 : 1, plan.Mark.Length);
    }

    [Fact]
    public void Without_a_seal_the_clock_is_taken_as_it_is() =>
        Assert.Single(SweepPlan.Of([Item("old", -9, marked: -99)], Conditions with { NewestSeal = null }).Delete);

    [Fact]
    public void What_is_there_twice_is_deleted_once() =>
        Assert.Single(SweepPlan.Of([Item("old", -9, marked: -99), Item("old", -9, marked: -99)], Conditions).Delete);

    private static SweepItem Item(string id, double dueIn, double? marked = null, string? hold = null) => new()
    {
        Interaction = new(id),
        MarkedAt = marked is { } hours ? Now.AddHours(hours) : null,
        Decision = RetentionResolver.StrongestRetention.Resolve(new()
        {
            From = Now.AddDays(dueIn),
            Claims = [new() { Policy = "p", KeepAtLeast = RetentionPeriod.None }],
            Holds = hold is null ? [] : [new(hold)],
        }),
    };

    private static string[] Ids(System.Collections.Immutable.ImmutableArray<QualityKit.Interactions.InteractionId> ids) => [.. ids.Select(id => id.Value)];
}
