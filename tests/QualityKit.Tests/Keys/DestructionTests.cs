using QualityKit.Keys;
using QualityKit.Validation;
using static QualityKit.Tests.Keys.RingRun;

namespace QualityKit.Tests.Keys;

public sealed class DestructionTests
{
    [Fact]
    public void A_key_is_destroyed_after_a_proof_two_people_the_wait_and_another_proof()
    {
        RingRun run = Retired();
        ReferenceProof proof = run.Proof(1);
        DateTimeOffset asked = run.Now;
        Assert.Equal([KeyFactCodes.DestructionRequested], run.Do(new RequestDestruction { Id = Command, Key = Id(1), Proof = proof }));
        run.Unchanged(new RequestDestruction { Id = Command, Key = Id(1), Proof = proof });
        Assert.Equal([KeyFactCodes.DestructionApproved], run.Do(Approve(run), Bob));
        run.Unchanged(Approve(run), Bob);
        Assert.Equal(["ann", "bob"], run.Ring.Find(Id(1))!.Destruction!.Approvals.Select(approval => approval.By.Value));

        run.Now = asked + TimeSpan.FromDays(40) - TimeSpan.FromTicks(1);
        Assert.Equal([IssueCodes.DestructionWaits], run.Refused(Complete(run)));
        run.Now += TimeSpan.FromTicks(1);
        Assert.Equal([IssueCodes.KeyStillNeeded], run.Refused(Complete(run) with { Proof = run.Proof(1) with { References = 1 } }));
        Assert.Equal([KeyFactCodes.Deleted], run.Do(Complete(run), Job));

        RingKey key = run.Ring.Find(Id(1))!;
        Assert.Equal((KeyState.Destroyed, run.Now + TimeSpan.FromDays(40)), (key.State, key.RecoverableUntil));
        Assert.True(key is { Wraps.IsEmpty: true, CheckValue.IsEmpty: true, Destruction: null });
        run.Unchanged(Complete(run));
        Assert.Equal([IssueCodes.KeyNameTaken], run.Refused(run.Rotate(2, 1)));
        Assert.Contains("is destroyed", Assert.Throws<KeyUnavailableException>(() => run.Ring.ForUnwrapping(Id(1), allowCompromised: true)).Message, StringComparison.Ordinal);
        Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new WrapKeyByRoot { Id = Command, Key = Id(1), Wrap = Wrap("root-2", 1), CheckValue = default }));
        Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new CompromiseKey { Id = Command, Key = Id(1) }));
        Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new CancelDestruction { Id = Command, Key = Id(1) }));
    }

    [Fact]
    public void It_is_called_destroyed_only_when_no_copy_can_bring_it_back()
    {
        RingRun run = Destroying();
        run.Do(Approve(run), Bob);
        run.Now += TimeSpan.FromDays(41);
        Assert.Equal([KeyFactCodes.Destroyed], run.Do(Complete(run) with { IsFinal = true }));
        Assert.Null(run.Ring.Find(Id(1))!.RecoverableUntil);
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(29, 30)]
    [InlineData(30, 30)]
    [InlineData(31, 31)]
    public void The_wait_is_the_longer_of_30_days_and_the_backup_horizon(int horizon, int days)
    {
        RingRun run = Destroying();
        run.Policy = run.Policy with { BackupHorizon = TimeSpan.FromDays(horizon) };
        run.Do(Approve(run), Bob);
        run.Now += TimeSpan.FromDays(days) - TimeSpan.FromTicks(1);
        Assert.Equal([IssueCodes.DestructionWaits], run.Refused(Complete(run)));
        run.Now += TimeSpan.FromTicks(1);
        run.Do(Complete(run));
    }

    [Fact]
    public void Nothing_is_destroyed_before_somebody_said_how_old_copies_become()
    {
        RingRun run = Retired();
        run.Policy = new();
        Assert.Equal([IssueCodes.BackupHorizonMissing], run.Refused(new RequestDestruction { Id = Command, Key = Id(1), Proof = run.Proof(1) }));
        run = Destroying();
        run.Do(Approve(run), Bob);
        run.Now += TimeSpan.FromDays(60);
        run.Policy = new();
        Assert.Equal([IssueCodes.BackupHorizonMissing], run.Refused(Complete(run)));
    }

    [Fact]
    public void One_person_alone_or_a_machine_destroys_nothing()
    {
        RingRun run = Retired();
        Assert.Equal([IssueCodes.DestructionNeedsPerson], run.Refused(new RequestDestruction { Id = Command, Key = Id(1), Proof = run.Proof(1) }, Job));
        run = Destroying();
        Assert.Equal([IssueCodes.DestructionNeedsPerson], run.Refused(Approve(run), Job));
        run.Now += TimeSpan.FromDays(50);
        run.Do(Approve(run), Ann);
        Assert.Equal([IssueCodes.DestructionNotApproved], run.Refused(Complete(run)));
        run.Do(Approve(run), Bob);
        run.Do(Complete(run));
    }

    [Fact]
    public void Approvals_expire_and_can_be_given_again()
    {
        RingRun run = Destroying();
        run.Policy = run.Policy with { ApprovalLifetime = TimeSpan.FromDays(45) };
        run.Now += TimeSpan.FromDays(10);
        run.Do(Approve(run), Bob);
        run.Now += TimeSpan.FromDays(35);
        Assert.True(KeyWorkflow.Apply(run.Ring, Complete(run), Ann, run.Policy, run.Now).IsValid);
        run.Now += TimeSpan.FromTicks(1);
        Assert.Equal([IssueCodes.DestructionNotApproved], run.Refused(Complete(run)));
        Assert.Equal([KeyFactCodes.DestructionApproved], run.Do(Approve(run), Ann));
        Assert.Equal(["bob", "ann"], run.Ring.Find(Id(1))!.Destruction!.Approvals.Select(approval => approval.By.Value));
        run.Do(Complete(run));
    }

    [Fact]
    public void An_approval_is_bound_to_the_proof()
    {
        RingRun run = Destroying();
        Assert.Equal([IssueCodes.ApprovalOfAnotherProof], run.Refused(Approve(run) with { ProofDigest = "other" }, Bob));
        Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new RequestDestruction { Id = Command, Key = Id(1), Proof = run.Proof(1) with { EnvelopesRead = 9 } }));
    }

    [Fact]
    public void A_destruction_can_be_cancelled_and_begins_anew()
    {
        RingRun run = Destroying();
        run.Do(Approve(run), Bob);
        Assert.Equal([KeyFactCodes.DestructionCancelled], run.Do(new CancelDestruction { Id = Command, Key = Id(1) }, Job));
        Assert.Equal((KeyState.Retired, null), (run.State(1), run.Ring.Find(Id(1))!.Destruction));
        run.Unchanged(new CancelDestruction { Id = Command, Key = Id(1) });
        Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(Complete(run)));
        run.Now += TimeSpan.FromDays(100);
        run.Do(new RequestDestruction { Id = Command, Key = Id(1), Proof = run.Proof(1) }, Bob);
        Assert.Equal([IssueCodes.DestructionWaits, IssueCodes.DestructionNotApproved], run.Refused(Complete(run)));
    }

    [Fact]
    public void Only_a_retired_key_is_destroyed()
    {
        RingRun run = Rotated();
        run.Do(run.Rotate(2, 3));
        foreach (int number in new[] { 1, 2, 3 })
        {
            Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new RequestDestruction { Id = Command, Key = Id(number), Proof = run.Proof(number) }));
            Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new CompleteDestruction { Id = Command, Key = Id(number), Proof = run.Proof(number), IsFinal = true }));
            Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new ApproveDestruction { Id = Command, Key = Id(number), ProofDigest = "" }));
            Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new CancelDestruction { Id = Command, Key = Id(number) }));
        }

        Assert.Equal([IssueCodes.KeyUnknown], run.Refused(new RequestDestruction { Id = Command, Key = Id(9), Proof = run.Proof(9) }));
        Assert.Equal([IssueCodes.KeyUnknown], run.Refused(new CompleteDestruction { Id = Command, Key = Id(9), Proof = run.Proof(9), IsFinal = true }));
        Assert.Equal([IssueCodes.KeyUnknown], run.Refused(new ApproveDestruction { Id = Command, Key = Id(9), ProofDigest = "" }));
        Assert.Equal([IssueCodes.KeyUnknown], run.Refused(new CancelDestruction { Id = Command, Key = Id(9) }));
    }

    [Fact]
    public void A_request_says_all_that_is_wrong_with_it()
    {
        RingRun run = Retired();
        run.Policy = new();
        Assert.Equal(
            [IssueCodes.DestructionNeedsPerson, IssueCodes.BackupHorizonMissing, IssueCodes.KeyStillNeeded],
            run.Refused(new RequestDestruction { Id = Command, Key = Id(1), Proof = run.Proof(1) with { References = 2 } }, Job));
    }

    private static ApproveDestruction Approve(RingRun run) => new() { Id = Command, Key = Id(1), ProofDigest = run.Ring.Find(Id(1))!.Destruction!.ProofDigest };

    private static CompleteDestruction Complete(RingRun run) => new() { Id = Command, Key = Id(1), Proof = run.Proof(1), IsFinal = false };
}
