using QualityKit.Keys;
using QualityKit.Validation;
using static QualityKit.Tests.Keys.RingRun;

namespace QualityKit.Tests.Keys;

public sealed class CompromiseTests
{
    [Fact]
    public void Another_key_follows_a_compromised_active_one_in_the_same_change()
    {
        var run = new RingRun();
        run.Do(run.First(1));
        Assert.Equal([IssueCodes.CompromiseWithoutSuccessor], run.Refused(new CompromiseKey { Id = Command, Key = Id(1) }));
        var compromise = new CompromiseKey { Id = Command, Key = Id(1), Successor = Material(2) };
        Assert.Equal([KeyFactCodes.Created, KeyFactCodes.Activated, KeyFactCodes.Compromised], run.Do(compromise));
        Assert.Equal((KeyState.Compromised, KeyState.Active), (run.State(1), run.State(2)));
        Assert.True(run.Ring.Find(Id(1))!.WasCompromised);
        Assert.False(run.Ring.Find(Id(2))!.WasCompromised);
        run.Unchanged(compromise);
        run.Unchanged(run.Rotate(1, 3));
        Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new ActivateKey { Id = Command, Key = Id(1) }));
    }

    [Fact]
    public void The_pending_key_follows_where_no_other_is_given_and_does_not_wait()
    {
        var run = new RingRun();
        run.Do(run.First(1));
        run.Do(run.Rotate(1, 2));
        Assert.Equal([KeyFactCodes.Activated, KeyFactCodes.Compromised], run.Do(new CompromiseKey { Id = Command, Key = Id(1) }));
        Assert.Equal((KeyState.Compromised, KeyState.Active), (run.State(1), run.State(2)));
        Assert.Equal(run.Now, run.Ring.Find(Id(1))!.StateSince);
    }

    [Fact]
    public void A_successor_is_complete_and_new()
    {
        var run = new RingRun();
        run.Do(run.First(1));
        Assert.Equal([IssueCodes.KeyMaterialIncomplete], run.Refused(new CompromiseKey { Id = Command, Key = Id(1), Successor = Material(2, "root-2") }));
        Assert.Equal([IssueCodes.KeyNameTaken], run.Refused(new CompromiseKey { Id = Command, Key = Id(1), Successor = Material(1) }));
        Assert.Equal(KeyState.Active, run.State(1));
    }

    [Theory]
    [InlineData(KeyState.Pending)]
    [InlineData(KeyState.DecryptOnly)]
    [InlineData(KeyState.Retired)]
    public void A_key_that_is_not_active_is_compromised_by_itself(KeyState state)
    {
        RingRun run = state == KeyState.Retired ? Retired() : Rotated();
        run.Do(run.Rotate(2, 3));
        int number = state == KeyState.Pending ? 3 : 1;
        Assert.Equal(state, run.State(number));
        Assert.Equal([KeyFactCodes.Compromised], run.Do(new CompromiseKey { Id = Command, Key = Id(number), Successor = Material(7) }));
        Assert.Equal((KeyState.Compromised, KeyState.Active), (run.State(number), run.State(2)));
        Assert.True(run.Ring.Find(Id(number))!.WasCompromised);
        Assert.Null(run.Ring.Find(Id(7)));
    }

    [Fact]
    public void What_waits_to_be_destroyed_or_is_not_there_is_not_compromised()
    {
        RingRun run = Destroying();
        Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(new CompromiseKey { Id = Command, Key = Id(1) }));
        Assert.Equal([IssueCodes.KeyUnknown], run.Refused(new CompromiseKey { Id = Command, Key = Id(9) }));
    }

    [Fact]
    public void A_compromised_key_that_comes_back_is_compromised_still()
    {
        RingRun run = Rotated();
        run.Do(new CompromiseKey { Id = Command, Key = Id(1) });
        run.Do(new RetireKey { Id = Command, Key = Id(1), Proof = run.Proof(1) });
        Assert.Equal([KeyFactCodes.Reinstated], run.Do(new ReinstateKey { Id = Command, Key = Id(1) }));
        Assert.Equal(KeyState.Compromised, run.State(1));
    }
}
