using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Interactions;
using QualityKit.Retention;
using QualityKit.Validation;

namespace QualityKit.Tests.Retention;

/// <summary>Rules where two policies, holds or instants meet.</summary>
public sealed class RetentionRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void In_Genesys_Cloud_the_longest_explicit_period_wins()
    {
        RetentionDecision decision = Decide(RetentionResolver.GenesysCloud, Keep("short", 10), Keep("long", 20), Keep("also", 20));

        Assert.Equal(Start.AddDays(20), decision.Due);
        Assert.Equal(["also", "long"], decision.Determined.ToArray());
        Assert.Equal(["short to also"], decision.Losses.Select(loss => $"{loss.Policy} to {loss.To}"));
    }

    [Fact]
    public void In_Genesys_Cloud_the_soonest_deletion_wins_where_nobody_keeps()
    {
        RetentionDecision decision = Decide(RetentionResolver.GenesysCloud, Delete("late", 9), Delete("soon", 5), Delete("also", 5));

        Assert.Equal(Start.AddDays(5), decision.Due);
        Assert.Equal(["also", "soon"], decision.Determined.ToArray());
    }

    [Fact]
    public void Of_several_that_delete_too_early_the_first_is_named()
    {
        RetentionDecision decision = Decide(RetentionResolver.StrongestRetention, Keep("keeps", 30), Delete("b", 5), Delete("a", 5), Delete("later", 9));

        Assert.Equal([("keeps", "a")], decision.Conflicts.Select(conflict => (conflict.Keeps, conflict.Deletes)));
        Assert.Empty(Decide(RetentionResolver.StrongestRetention, Keep("keeps", 30)).Conflicts);
    }

    [Fact]
    public void What_would_be_archived_when_it_is_deleted_is_not()
    {
        Assert.Null(Decide(RetentionResolver.StrongestRetention, Delete("p", 9) with { ArchiveAfter = RetentionPeriod.Days(9) }).ArchiveAt);
        Assert.Equal(Start.AddDays(8), Decide(RetentionResolver.StrongestRetention, Delete("p", 9) with { ArchiveAfter = RetentionPeriod.Days(8) }).ArchiveAt);
        Assert.Equal(Start.AddDays(8), Decide(RetentionResolver.StrongestRetention, new RetentionClaim { Policy = "p", ArchiveAfter = RetentionPeriod.Days(8) }).ArchiveAt);
    }

    [Fact]
    public void The_first_policy_by_place_then_by_name_says_when_to_archive_and_the_sooner_of_its_own()
    {
        RetentionClaim b = new() { Policy = "b", ArchiveAfter = RetentionPeriod.Days(5) };
        RetentionClaim a = new() { Policy = "a", ArchiveAfter = RetentionPeriod.Days(9) };

        Assert.Equal(Start.AddDays(9), Decide(RetentionResolver.Ordered, b, a).ArchiveAt);
        Assert.Equal(Start.AddDays(7), Decide(RetentionResolver.Ordered, b, a, a with { ArchiveAfter = RetentionPeriod.Days(7) }).ArchiveAt);
        Assert.Equal(Start.AddDays(5), Decide(RetentionResolver.Ordered, b with { Order = -1 }, a).ArchiveAt);
    }

    [Fact]
    public void Holds_come_once_and_in_order() => Assert.Equal(
        [new("a"), new("b")],
        RetentionResolver.StrongestRetention.Resolve(new() { From = Start, Holds = [new("b"), new("a"), new("b")] }).Holds.ToArray());

    [Fact]
    public void Work_that_ends_last_defers_by_name_where_two_end_together()
    {
        RetentionCase one = new()
        {
            From = Start,
            Claims = [Delete("p", 5)],
            Work = [new() { Name = "evaluation b", Until = Start.AddDays(7) }, new() { Name = "evaluation a", Until = Start.AddDays(7) }, new() { Name = "evaluation c", Until = Start.AddDays(6) }],
        };

        RetentionDecision deferred = RetentionResolver.StrongestRetention.Resolve(one);
        RetentionDecision same = RetentionResolver.StrongestRetention.Resolve(one with { Work = [new() { Name = "evaluation b", Until = Start.AddDays(5) }] });

        Assert.Equal(Start.AddDays(7), deferred.Due);
        Assert.Equal(["evaluation a"], deferred.Determined.ToArray());
        Assert.Equal(Start.AddDays(5), same.Due);
        Assert.Equal(["p"], same.Determined.ToArray());
    }

    [Fact]
    public void Where_nobody_determines_nobody_loses()
    {
        RetentionDecision stopped = Decide(RetentionResolver.Ordered, new RetentionClaim { Policy = "a", StopsHere = true }, Delete("b", 5));

        Assert.Null(stopped.Due);
        Assert.Empty(stopped.Determined);
        Assert.Empty(stopped.Losses);
    }

    [Fact]
    public void No_period_is_shorter_than_itself()
    {
        RetentionPeriod day = RetentionPeriod.Days(1);
        RetentionPeriod again = RetentionPeriod.Of(TimeSpan.FromHours(24));

        Assert.False(day < again);
        Assert.False(day > again);
        Assert.True(day <= again && day >= again);
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPeriod.Days(TimeSpan.MaxValue.Days + 1));
    }

    [Fact]
    public void What_is_wrong_with_a_policy_is_told_with_its_place_and_its_numbers()
    {
        var wrong = new RetentionClaim { Policy = "p", KeepAtLeast = RetentionPeriod.Days(500), DeleteAfter = RetentionPeriod.Days(100), ArchiveAfter = RetentionPeriod.Days(101) };
        Validated<RetentionClaim> found = wrong.Check(RetentionPeriod.Days(400));

        Assert.False(found.IsValid);
        Assert.Equal(["/keepAtLeast", "/deleteAfter", "/archiveAfter"], found.Errors.Select(issue => issue.Pointer));
        Assert.Equal(
            [("500 days", "400 days"), ("500 days", "100 days"), ("101 days", "100 days")],
            found.Errors.Select(issue => (Named(issue, "period"), Named(issue, "maximum") ?? Named(issue, "limit"))));
        Assert.Equal("/keepAtLeast", (wrong with { KeepAtLeast = RetentionPeriod.ForEver }).Check(RetentionPeriod.Days(400)).Warnings.Single().Pointer);
        Assert.All(found.Issues, issue => Assert.DoesNotContain("{", issue.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hold_that_is_wrong_is_none()
    {
        Validated<LegalHold> found = new LegalHold { Id = new("h"), Reason = " ", Owner = new("legal"), PlacedAt = Start }.Check(AttributeSchema.Empty);

        Assert.False(found.IsValid);
        Assert.Equal([(IssueCodes.EmptyText, "/reason"), (IssueCodes.HoldOnNothing, "")], found.Errors.Select(issue => (issue.Code, issue.Pointer)));
    }

    [Fact]
    public void An_id_that_is_taken_is_named()
    {
        LegalHold hold = new() { Id = new("h"), Reason = "case 1", Owner = new("legal"), PlacedAt = Start, Interactions = [new("call")] };
        HoldRegister register = HoldRegister.Empty.Place(hold, []).Register;

        Assert.Contains("another hold has the id `h`", Assert.Throws<ArgumentException>(() => register.Place(hold with { Reason = "case 2" }, [])).Message, StringComparison.Ordinal);
    }

    // 72 hours ahead of what the store knows, and two seal periods behind it, are still right.
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(72 * 60, 0, false)]
    [InlineData(72 * 60, 1, true)]
    [InlineData(-10, 0, false)]
    [InlineData(-10, -1, true)]
    [InlineData(-72 * 60, 0, true)]
    public void Without_a_seal_the_clock_is_held_against_what_is_known(int minutes, int ticks, bool isOff)
    {
        DateTimeOffset known = Start.AddDays(100);
        var conditions = new SweepConditions { Now = known.AddMinutes(minutes).AddTicks(ticks), Total = 1, NewestKnown = known };

        Assert.Equal(isOff, conditions.IsClockOff);
        Assert.False((conditions with { NewestKnown = null }).IsClockOff);
    }

    [Fact]
    public void Nothing_personal_is_in_what_they_print()
    {
        Assert.Equal("interaction call-1", new HeldItem { Interaction = new("call-1") }.ToString());
        Assert.Equal("", default(HoldId).ToString());
        Assert.Equal("receipt of 5 bytes", new KeepingReceipt { Entry = new(new byte[3], default), Content = new byte[2], Mac = default }.ToString());
    }

    [Fact]
    public void A_receipt_is_read_with_any_key_that_made_it_and_with_no_other()
    {
        AuditKey key = new("new", Enumerable.Repeat((byte)1, 32).ToArray());
        AuditKey old = new("old", Enumerable.Repeat((byte)2, 32).ToArray());
        AuditKey wrong = new("new", Enumerable.Repeat((byte)3, 32).ToArray());
        AuditDraft draft = new() { Entity = new("acme", "hold", "h"), At = Start, Actor = "legal", Action = "hold.placed", Command = "c", Facts = [] };
        KeepingReceipt receipt = KeepingReceipt.Of(AuditChain.Append(AuditHead.Start(draft.Entity), draft, key).Record, new byte[] { 1, 2 }, old);

        Assert.Equal("hold.placed", receipt.Read([key, old])?.Action);
        Assert.Null(receipt.Read([key, wrong]));
        Assert.Null(receipt.Read([]));
        Assert.Null((receipt with { Content = new byte[] { 1, 3 } }).Read([old]));
    }

    private static string? Named(Issue issue, string name) => issue.Arguments.FirstOrDefault(argument => argument.Name == name)?.Value.ToString();

    private static RetentionClaim Keep(string policy, int days) => new() { Policy = policy, KeepAtLeast = RetentionPeriod.Days(days) };

    private static RetentionClaim Delete(string policy, int days) => new() { Policy = policy, DeleteAfter = RetentionPeriod.Days(days) };

    private static RetentionDecision Decide(RetentionResolver resolver, params ImmutableArray<RetentionClaim> claims) => resolver.Resolve(new() { From = Start, Claims = claims });
}
