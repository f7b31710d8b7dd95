using QualityKit.Retention;
using QualityKit.Validation;

namespace QualityKit.Tests.Retention;

public sealed class RetentionPeriodTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void For_ever_is_longer_than_any_time()
    {
        RetentionPeriod long1 = RetentionPeriod.Of(TimeSpan.MaxValue);

        Assert.True(RetentionPeriod.ForEver > long1 && long1 < RetentionPeriod.ForEver);
        Assert.True(RetentionPeriod.ForEver >= RetentionPeriod.ForEver && RetentionPeriod.ForEver <= RetentionPeriod.ForEver);
        Assert.False(RetentionPeriod.ForEver > RetentionPeriod.ForEver);
        Assert.True(RetentionPeriod.None < RetentionPeriod.Days(1));
        Assert.Equal(RetentionPeriod.Days(0), RetentionPeriod.None);
        Assert.Null(RetentionPeriod.ForEver.Length);
        Assert.Equal(TimeSpan.FromDays(3), RetentionPeriod.Days(3).Length);
    }

    [Fact]
    public void An_end_beyond_the_calendar_never_comes()
    {
        Assert.Null(RetentionPeriod.ForEver.After(Noon));
        Assert.Null(RetentionPeriod.Of(TimeSpan.MaxValue).After(Noon));
        Assert.Equal(DateTimeOffset.MaxValue, RetentionPeriod.Of(DateTimeOffset.MaxValue - Noon).After(Noon));
        Assert.Equal(Noon.AddDays(2), RetentionPeriod.Days(2).After(Noon));
    }

    [Fact]
    public void It_is_never_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPeriod.Days(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPeriod.Days(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPeriod.Of(TimeSpan.FromTicks(-1)));
    }

    [Theory]
    [InlineData(0, "0 days")]
    [InlineData(36, "1.12:00:00")]
    [InlineData(48, "2 days")]
    public void It_says_how_long(int hours, string expected) => Assert.Equal(expected, RetentionPeriod.Of(TimeSpan.FromHours(hours)).ToString());

    [Fact]
    public void A_policy_that_cannot_be_is_refused_when_saved()
    {
        var wrong = new RetentionClaim
        {
            Policy = "p",
            KeepAtLeast = RetentionPeriod.Days(500),
            DeleteAfter = RetentionPeriod.Days(100),
            ArchiveAfter = RetentionPeriod.Days(100),
        };

        Assert.Equal(
            [IssueCodes.RetentionExceedsMaximum, IssueCodes.RetentionReversed, IssueCodes.ArchiveAfterDeletion],
            wrong.Check(RetentionPeriod.Days(400)).Errors.Select(issue => issue.Code));
        Assert.Equal("for ever", RetentionPeriod.ForEver.ToString());
        Assert.True((wrong with { DeleteAfter = RetentionPeriod.Days(500) }).Check(RetentionPeriod.Days(500)).IsValid);
    }

    [Fact]
    public void Keeping_for_ever_under_a_maximum_is_a_warning()
    {
        Validated<RetentionClaim> found = new RetentionClaim { Policy = "p", KeepAtLeast = RetentionPeriod.ForEver }.Check(RetentionPeriod.Days(400));

        Assert.True(found.IsValid);
        Assert.Equal(IssueCodes.RetentionExceedsMaximum, Assert.Single(found.Warnings).Code);
        Assert.Equal("the policy keeps for ever, and the tenant keeps nothing longer than 400 days", found.Warnings[0].Message);
    }
}
