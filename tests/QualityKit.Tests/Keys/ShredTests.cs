using System.Collections.Immutable;
using QualityKit.Keys;
using QualityKit.Validation;
using static QualityKit.Tests.Keys.RingRun;

namespace QualityKit.Tests.Keys;

public sealed class ShredTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(one => (byte)one)];

    [Fact]
    public void All_keys_are_destroyed_after_a_reason_two_people_and_the_wait_while_no_hold_is_in_force()
    {
        RingRun run = Rotated();
        DateTimeOffset asked = run.Now;
        Assert.Equal([KeyFactCodes.ShredRequested], run.Do(Request()));
        run.Unchanged(Request());
        Assert.Equal([KeyFactCodes.ShredApproved], run.Do(Approve(run), Bob));
        run.Unchanged(Approve(run), Bob);
        Assert.Equal(["ann", "bob"], run.Ring.Shred!.Approvals.Select(approval => approval.By.Value));

        run.Now = asked + TimeSpan.FromDays(40) - TimeSpan.FromTicks(1);
        Assert.Equal([IssueCodes.DestructionWaits, IssueCodes.ShredHeld], run.Refused(Complete(holds: 1)));
        run.Now += TimeSpan.FromTicks(1);
        Assert.Equal([IssueCodes.ShredHeld], run.Refused(Complete(holds: 2)));
        Assert.Equal([IssueCodes.ShredNotEnded], run.Refused(Settle()));
        Assert.Equal([KeyFactCodes.ShredEnded], run.Do(Complete()));
        run.Unchanged(Complete(holds: 1));
        Assert.All(run.Ring.Keys, key => Assert.False(Assert.Throws<KeyUnavailableException>(() => run.Ring.ForUnwrapping(key.Id, allowCompromised: true)).IsRetryable));
        Assert.Equal([KeyState.DecryptOnly, KeyState.Active], run.Ring.Keys.Select(key => key.State));

        Assert.Equal([KeyFactCodes.ShredDeleted], run.Do(Settle(1)));
        run.Unchanged(Settle());
        run.Unchanged(Complete());
        Assert.All(run.Ring.Keys, key => Assert.True(key is { State: KeyState.Destroyed, Wraps.IsEmpty: true, CheckValue.IsEmpty: true, Destruction: null }));
        Assert.Equal([null, run.Now + TimeSpan.FromDays(40)], run.Ring.Keys.Select(key => key.RecoverableUntil));
        Assert.Equal(run.Ring.Revision, KeyRing.Of(Tenant, run.Ring.Root, run.Ring.Revision, run.Ring.Keys, run.Ring.Shred).Revision);
        Assert.Throws<ArgumentException>(() => KeyRing.Of(Tenant, run.Ring.Root, run.Ring.Revision, run.Ring.Keys));
        Assert.Throws<ArgumentException>(() => KeyRing.Of(Tenant, run.Ring.Root, run.Ring.Revision, run.Ring.Keys, run.Ring.Shred! with { EndedAt = null }));
    }

    [Fact]
    public void Nothing_takes_it_back()
    {
        RingRun run = Waited();
        run.Do(Complete());
        foreach (bool isSettled in new[] { false, true })
        {
            Assert.Equal([IssueCodes.ShredEnded], run.Refused(new CancelShred { Id = Command }));
            Assert.Equal([IssueCodes.ShredEnded], run.Refused(Request()));
            Assert.Equal([IssueCodes.ShredEnded], run.Refused(Approve(run), Bob));
            Assert.Equal([IssueCodes.RingFenced], run.Refused(run.Rotate(2, 3)));
            Assert.Equal([IssueCodes.RingFenced], run.Refused(run.First(3)));
            Assert.False(Assert.Throws<KeyUnavailableException>(run.Ring.ForWrapping).IsRetryable);
            Assert.Null(KeyWorkflow.NextStep(run.Ring, run.Policy, run.Now + TimeSpan.FromDays(1000)));
            _ = isSettled ? [] : run.Do(Settle());
        }
    }

    [Fact]
    public void Where_envelopes_were_copied_no_key_is_called_destroyed_before_copies_expire_whatever_roots_destroyed()
    {
        RingRun run = Waited();
        run.Do(Complete() with { HasEnvelopeCopies = true });
        Assert.True(run.Ring.Shred!.HadEnvelopeCopies);

        Assert.Equal([KeyFactCodes.ShredDeleted], run.Do(Settle(1, 2)));

        Assert.All(run.Ring.Keys, key => Assert.Equal(run.Now + TimeSpan.FromDays(40), key.RecoverableUntil));
    }

    [Fact]
    public void It_is_called_destroyed_only_when_no_copy_brings_any_key_back()
    {
        RingRun run = Waited();
        run.Do(Complete());
        Assert.Equal([KeyFactCodes.Shredded], run.Do(Settle(1, 2)));
        Assert.All(run.Ring.Keys, key => Assert.Null(key.RecoverableUntil));

        // A key that went before is still in copies: then so is what it wrapped.
        RingRun earlier = Destroying();
        earlier.Do(new ApproveDestruction { Id = Command, Key = Id(1), ProofDigest = earlier.Ring.Find(Id(1))!.Destruction!.ProofDigest }, Bob);
        earlier.Do(new CancelDestruction { Id = Command, Key = Id(1) });
        earlier.Do(Request());
        earlier.Do(Approve(earlier), Bob);
        earlier.Now += TimeSpan.FromDays(40);
        earlier.Do(Complete());
        earlier.Now += TimeSpan.FromDays(3);
        earlier.Do(Settle(2));
        Assert.Equal([earlier.Now + TimeSpan.FromDays(40), null], earlier.Ring.Keys.Select(key => key.RecoverableUntil));
    }

    [Fact]
    public void A_key_that_was_destroyed_before_stays_as_it_was()
    {
        RingRun run = DestroyedBefore();
        RingKey before = run.Ring.Keys[0];
        Ask(run);
        Assert.Equal(before.RecoverableUntil, run.Now);
        run.Do(Complete());

        // Its copies are gone at this very moment, so that with the other key all is.
        KeyFact fact = Assert.Single(Facts(run, Settle(2)));
        Assert.Equal((KeyFactCodes.Shredded, null), (fact.Code, fact.Until));
        run.Do(Settle(2));
        Assert.Equal(before, run.Ring.Keys[0]);
        Assert.Equal(KeyState.Destroyed, run.Ring.Keys[1].State);
    }

    [Fact]
    public void It_is_deleted_until_the_last_copy_of_any_key_is_gone()
    {
        RingRun run = DestroyedBefore();
        run.Policy = new() { BackupHorizon = TimeSpan.FromDays(30) };
        Ask(run);
        run.Do(Complete());
        DateTimeOffset first = run.Ring.Keys[0].RecoverableUntil!.Value;
        Assert.Equal(run.Now + TimeSpan.FromDays(10), first);

        Assert.Equal([run.Now + TimeSpan.FromDays(30)], Facts(run, Settle()).Select(fact => fact.Until));
        Assert.Equal([first], Facts(run, Settle(2)).Select(fact => fact.Until));
    }

    [Fact]
    public void A_ring_without_an_active_key_is_one_only_when_all_were_destroyed_together()
    {
        RingRun run = DestroyedBefore();
        Ask(run);
        run.Do(Complete());
        RingKey left = run.Ring.Keys[1] with { State = KeyState.DecryptOnly };

        Assert.Throws<ArgumentException>(() => KeyRing.Of(Tenant, run.Ring.Root, run.Ring.Revision, [run.Ring.Keys[0], left], run.Ring.Shred));
    }

    [Fact]
    public void Who_wraps_or_unwraps_is_told_why_not()
    {
        RingRun run = Waited();
        Assert.Equal("all keys of the tenant wait to be destroyed or were: nothing is wrapped any more", Assert.Throws<KeyUnavailableException>(run.Ring.ForWrapping).Message);
        run.Do(Complete());
        Assert.Equal("all keys of the tenant were destroyed", Assert.Throws<KeyUnavailableException>(() => run.Ring.ForUnwrapping(Id(2), allowCompromised: false)).Message);
    }

    [Fact]
    public void The_request_says_until_when_it_waits_and_takes_the_longest_reason()
    {
        RingRun run = Rotated();
        KeyFact fact = Assert.Single(Facts(run, Request() with { Reason = new('x', TenantShred.MostReason) }));
        Assert.Equal((KeyFactCodes.ShredRequested, run.Now + TimeSpan.FromDays(40)), (fact.Code, fact.Until));
    }

    [Fact]
    public void While_it_waits_the_ring_unwraps_and_does_nothing_else()
    {
        RingRun run = Retired();
        run.Do(run.Rotate(2, 3));
        run.Do(Request());

        Assert.False(Assert.Throws<KeyUnavailableException>(run.Ring.ForWrapping).IsRetryable);
        Assert.Equal(Id(2), run.Ring.ForUnwrapping(Id(2), allowCompromised: false).Id);
        run.Now += TimeSpan.FromDays(1);
        KeyCommand[] others =
        [
            run.Rotate(2, 4), new ActivateKey { Id = Command, Key = Id(3) }, new CompromiseKey { Id = Command, Key = Id(2) }, new RetireKey { Id = Command, Key = Id(1), Proof = run.Proof(1) },
            new ReinstateKey { Id = Command, Key = Id(1) }, new RequestDestruction { Id = Command, Key = Id(1), Proof = run.Proof(1) }, new ApproveDestruction { Id = Command, Key = Id(1), ProofDigest = "" },
            new CancelDestruction { Id = Command, Key = Id(1) }, new CompleteDestruction { Id = Command, Key = Id(1), Proof = run.Proof(1), IsFinal = true },
            new WrapKeyByRoot { Id = Command, Key = Id(2), Wrap = Wrap("root-2", 2), CheckValue = Check(2) }, new AdoptRoot { Id = Command, Root = "root-2" }, new DropRoot { Id = Command, Root = "root-2" },
        ];
        Assert.All(others, command => Assert.Equal([IssueCodes.RingFenced], run.Refused(command)));
        Assert.Equal([IssueCodes.RingFenced], run.Refused(Request(), Bob));
        Assert.Equal([IssueCodes.RingFenced], run.Refused(Request() with { Reason = "other" }));
        Assert.Null(KeyWorkflow.NextStep(run.Ring, run.Policy, run.Now + TimeSpan.FromDays(1000)));
    }

    [Fact]
    public void Cancelled_the_ring_is_what_it_was_and_every_approval_is_void()
    {
        RingRun run = Retired();
        run.Unchanged(new CancelShred { Id = Command });
        KeyRing before = run.Ring;
        run.Do(Request());
        run.Do(Approve(run), Bob);
        ApproveShred stale = Approve(run);

        Assert.Equal([KeyFactCodes.ShredCancelled], run.Do(new CancelShred { Id = Command }, Job));

        Assert.Equal(before.Keys.ToArray(), run.Ring.Keys.ToArray());
        Assert.Equal((null, Id(2)), (run.Ring.Shred, run.Ring.ForWrapping().Id));
        Assert.Equal([IssueCodes.ShredNotRequested], run.Refused(Complete()));
        Assert.Equal([IssueCodes.ShredNotRequested], run.Refused(Settle()));
        Assert.Equal([IssueCodes.ShredNotRequested], run.Refused(stale, Bob));
        run.Now += TimeSpan.FromDays(50);
        run.Do(Request());
        Assert.Equal([IssueCodes.ApprovalOfAnotherShred], run.Refused(stale, Bob));
        Assert.Equal([IssueCodes.DestructionWaits, IssueCodes.DestructionNotApproved], run.Refused(Complete()));
    }

    [Fact]
    public void One_person_alone_or_a_machine_or_nobody_who_knows_the_copies_destroys_nothing()
    {
        RingRun run = Rotated();
        Assert.Equal([IssueCodes.DestructionNeedsPerson], run.Refused(Request(), Job));
        Assert.Equal([IssueCodes.ShredReasonMissing], run.Refused(Request() with { Reason = " " }));
        Assert.Equal([IssueCodes.ShredReasonMissing], run.Refused(Request() with { Reason = new('x', TenantShred.MostReason + 1) }));
        run.Policy = new();
        Assert.Equal([IssueCodes.BackupHorizonMissing], run.Refused(Request()));
        run = Rotated();
        run.Do(Request());
        Assert.Equal([IssueCodes.DestructionNeedsPerson], run.Refused(Approve(run), Job));
        run.Now += TimeSpan.FromDays(50);
        run.Do(Approve(run));
        Assert.Equal([IssueCodes.DestructionNotApproved], run.Refused(Complete()));
        run.Do(Approve(run), Bob);
        run.Now += TimeSpan.FromDays(90) + TimeSpan.FromTicks(1);
        Assert.Equal([IssueCodes.DestructionNotApproved], run.Refused(Complete()));
        run.Do(Approve(run));
        run.Do(Approve(run), Bob);
        run.Do(Complete());
        run.Policy = new();
        Assert.Equal([IssueCodes.BackupHorizonMissing], run.Refused(Settle()));
    }

    [Fact]
    public void The_digest_is_of_who_asked_when_and_why()
    {
        RingRun run = Rotated();
        run.Do(Request());
        TenantShred shred = run.Ring.Shred!;
        string[] others =
        [
            shred.ReasonDigest, TenantShred.DigestOf(new("bob"), shred.RequestedAt, Request().Reason),
            TenantShred.DigestOf(shred.RequestedBy, shred.RequestedAt.AddTicks(1), Request().Reason), TenantShred.DigestOf(shred.RequestedBy, shred.RequestedAt, "other"),
        ];
        Assert.Equal(shred.ReasonDigest, TenantShred.DigestOf(new("ann"), run.Now, "the contract ended"));
        Assert.Equal(4, others.Distinct().Count());

        // Worked out apart from the library.
        Assert.Equal(
            "14d5dbe396a88c8af13804458df99ed1332053a8139a85f2213a5422b2139b48",
            TenantShred.DigestOf(new("ann"), new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "the contract ended"));
    }

    [Fact]
    public void Every_field_of_it_is_authenticated()
    {
        RingRun run = Rotated();
        string without = Mac(run.Ring);
        run.Do(Request());
        TenantShred shred = run.Ring.Shred!;
        KeyRing Of(TenantShred? changed) => KeyRing.Of(Tenant, run.Ring.Root, run.Ring.Revision, run.Ring.Keys, changed);
        KeyRing[] rings =
        [
            run.Ring, Of(null), Of(shred with { ReasonDigest = "x" }), Of(shred with { RequestedBy = new("bob") }), Of(shred with { RequestedAt = shred.RequestedAt.AddTicks(1) }),
            Of(shred with { EndedAt = shred.RequestedAt }), Of(shred with { Approvals = [] }), Of(shred with { Approvals = [.. shred.Approvals, .. shred.Approvals] }),
            Of(shred with { Approvals = [shred.Approvals[0] with { By = new("bob") }] }), Of(shred with { Approvals = [shred.Approvals[0] with { At = shred.RequestedAt.AddTicks(1) }] }),
        ];
        Assert.Equal(rings.Length, rings.Select(Mac).Append(without).Distinct().Count() - 1);
    }

    private static string Mac(KeyRing ring) => Convert.ToHexString(KeyRingSeal.Mac(ring, Secret));

    private static RingRun Waited()
    {
        RingRun run = Rotated();
        run.Do(Request());
        run.Do(Approve(run), Bob);
        run.Now += TimeSpan.FromDays(40);
        return run;
    }

    // Key 1 was destroyed by itself, and is in backups for 40 days more.
    private static RingRun DestroyedBefore()
    {
        RingRun run = Destroying();
        run.Do(new ApproveDestruction { Id = Command, Key = Id(1), ProofDigest = run.Ring.Find(Id(1))!.Destruction!.ProofDigest }, Bob);
        run.Now += TimeSpan.FromDays(40);
        run.Do(new CompleteDestruction { Id = Command, Key = Id(1), Proof = run.Proof(1), IsFinal = false });
        return run;
    }

    private static void Ask(RingRun run)
    {
        run.Do(Request());
        run.Do(Approve(run), Bob);
        run.Now += run.Policy.BackupHorizon!.Value;
    }

    private static ImmutableArray<KeyFact> Facts(RingRun run, KeyCommand command) => KeyWorkflow.Apply(run.Ring, command, Ann, run.Policy, run.Now).Value.Facts;

    private static RequestShred Request() => new() { Id = Command, Reason = "the contract ended" };

    private static ApproveShred Approve(RingRun run) => new() { Id = Command, ReasonDigest = run.Ring.Shred!.ReasonDigest };

    private static CompleteShred Complete(int holds = 0) => new() { Id = Command, Holds = holds };

    private static SettleShred Settle(params int[] final) => new() { Id = Command, Final = [.. final.Select(Id)] };
}
