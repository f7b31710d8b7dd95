using QualityKit.Keys;
using QualityKit.Validation;
using static QualityKit.Tests.Keys.RingRun;

namespace QualityKit.Tests.Keys;

public sealed class RetirementTests
{
    [Fact]
    public void A_key_that_wraps_nothing_is_retired_and_can_come_back()
    {
        RingRun run = Rotated();
        run.Now += TimeSpan.FromHours(1);
        var retire = new RetireKey { Id = Command, Key = Id(1), Proof = run.Proof(1) };
        Assert.Equal([KeyFactCodes.Retired], run.Do(retire));
        Assert.Equal((KeyState.Retired, run.Now), (run.State(1), run.Ring.Find(Id(1))!.StateSince));
        run.Unchanged(retire);
        var back = new ReinstateKey { Id = Command, Key = Id(1) };
        Assert.Equal([KeyFactCodes.Reinstated], run.Do(back));
        Assert.Equal(KeyState.DecryptOnly, run.State(1));
        run.Unchanged(back);
    }

    [Fact]
    public void A_proof_holds_for_one_key_one_revision_and_a_day()
    {
        RingRun run = Rotated();
        ReferenceProof right = run.Proof(1);
        string[] Of(ReferenceProof proof) => run.Refused(new RetireKey { Id = Command, Key = Id(1), Proof = proof });
        Assert.Equal([IssueCodes.ProofOfSomethingElse], Of(right with { Key = Id(2) }));
        Assert.Equal([IssueCodes.ProofOfSomethingElse], Of(right with { Revision = right.Revision - 1 }));
        Assert.Equal([IssueCodes.ProofOfSomethingElse], Of(right with { Revision = right.Revision + 1 }));
        Assert.Equal([IssueCodes.KeyStillNeeded], Of(right with { References = 1 }));
        Assert.Equal([IssueCodes.KeyStillNeeded], Of(right with { References = -1 }));
        Assert.Equal([IssueCodes.KeyStillNeeded], Of(right with { EnvelopesRead = -1 }));
        Assert.Equal([IssueCodes.ProofNotFresh], Of(right with { At = run.Now + TimeSpan.FromTicks(1) }));
        Assert.Equal([IssueCodes.ProofNotFresh], Of(right with { At = run.Now - TimeSpan.FromDays(1) - TimeSpan.FromTicks(1) }));
        Assert.Equal([IssueCodes.ProofOfSomethingElse, IssueCodes.KeyStillNeeded, IssueCodes.ProofNotFresh], Of(right with { Key = Id(2), References = 3, At = run.Now.AddDays(1) }));
        run.Do(new RetireKey { Id = Command, Key = Id(1), Proof = right with { At = run.Now - TimeSpan.FromDays(1), EnvelopesRead = 0 } });
    }

    [Fact]
    public void The_active_and_the_pending_key_are_never_retired()
    {
        RingRun run = Rotated();
        run.Do(run.Rotate(2, 3));
        foreach (int number in new[] { 2, 3 })
        {
            Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new RetireKey { Id = Command, Key = Id(number), Proof = run.Proof(number) }));
            Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new ReinstateKey { Id = Command, Key = Id(number) }));
        }

        Assert.Equal([IssueCodes.KeyUnknown], run.Refused(new RetireKey { Id = Command, Key = Id(9), Proof = run.Proof(9) }));
        Assert.Equal([IssueCodes.KeyUnknown], run.Refused(new ReinstateKey { Id = Command, Key = Id(9) }));
    }

    [Fact]
    public void A_digest_is_of_everything_that_a_proof_says()
    {
        ReferenceProof proof = Rotated().Proof(1);
        string[] digests =
        [
            proof.Digest(), (proof with { Key = Id(2) }).Digest(), (proof with { Revision = 99 }).Digest(), (proof with { EnvelopesRead = 11 }).Digest(),
            (proof with { References = 1 }).Digest(), (proof with { At = proof.At.AddTicks(1) }).Digest(),
        ];
        Assert.Equal(6, digests.Distinct().Count());
        Assert.Equal(proof.Digest(), (proof with { At = proof.At.ToOffset(TimeSpan.FromHours(2)) }).Digest());
    }
}
