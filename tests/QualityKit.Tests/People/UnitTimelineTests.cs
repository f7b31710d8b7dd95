using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Tests.People;

public sealed class UnitTimelineTests
{
    private static readonly Unit Sales = new() { Team = new("sales"), Supervisor = new("sue") };
    private static readonly Unit Care = new() { Team = new("care"), Site = new("oslo") };

    [Fact]
    public void A_person_belongs_to_what_the_period_says()
    {
        UnitTimeline timeline = UnitTimeline.Of([Period(10, null, Care), Period(0, 10, Sales)]).Value;

        Assert.Null(timeline.At(Day(0).AddTicks(-1)));
        Assert.Equal(Sales, timeline.At(Day(0)));
        Assert.Equal(Sales, timeline.At(Day(10).AddTicks(-1)));
        Assert.Equal(Care, timeline.At(Day(10)));
        Assert.Equal(Care, timeline.At(Day(9000)));
        Assert.Equal([Day(0), Day(10)], timeline.Periods.Select(period => period.From));
    }

    [Fact]
    public void After_the_end_of_the_last_period_there_is_nothing() => Assert.Null(UnitTimeline.Of([Period(0, 10, Sales)]).Value.At(Day(10)));

    [Fact]
    public void Without_periods_there_is_nothing()
    {
        Assert.Null(UnitTimeline.Empty.At(Day(0)));
        Assert.Empty(UnitTimeline.Of([]).Value.Periods);
    }

    [Fact]
    public void Who_leaves_and_comes_back_has_a_period_between()
    {
        UnitTimeline timeline = UnitTimeline.Of([Period(0, 10, Sales), Period(10, 20, new() { Employment = Employment.Left }), Period(20, null, Sales)]).Value;

        Assert.Equal(Employment.Left, timeline.At(Day(15))!.Employment);
    }

    [Fact]
    public void Empty_periods_overlaps_and_gaps_come_back_at_once()
    {
        Validated<UnitTimeline> result = UnitTimeline.Of([Period(30, null, Sales), Period(0, 11, Sales), Period(10, 10, Care), Period(12, 20, Care), Period(40, null, Care)]);

        Assert.Equal(
            [
                (IssueCodes.UnitPeriodEmpty, "/2/until"), (IssueCodes.UnitPeriodsOverlap, "/2/from"), (IssueCodes.UnitPeriodGap, "/3/from"),
                (IssueCodes.UnitPeriodGap, "/0/from"), (IssueCodes.UnitPeriodsOverlap, "/4/from"),
            ],
            result.Errors.Select(issue => (issue.Code, issue.Pointer)));
        Assert.All(result.Errors, issue => Assert.DoesNotContain("{", issue.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_supervisor_looks_after_their_reports_and_their_teams()
    {
        var sue = new Actor { Tenant = new("acme"), Id = new("sue"), Teams = [new("care")] };

        Assert.True(sue.Supervises(Sales));
        Assert.True(sue.Supervises(Care));
        Assert.False(sue.Supervises(new() { Team = new("back") }));
        Assert.False(sue.Supervises(new()));
        Assert.False(sue.Supervises(null));
    }

    private static DateTimeOffset Day(int day) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);

    private static UnitPeriod Period(int from, int? until, Unit unit) => new() { From = Day(from), Until = until is { } end ? Day(end) : null, Unit = unit };
}
