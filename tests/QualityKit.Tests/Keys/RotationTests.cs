using QualityKit.Keys;
using QualityKit.Validation;
using static QualityKit.Tests.Keys.RingRun;

namespace QualityKit.Tests.Keys;

public sealed class RotationTests
{
    [Fact]
    public void The_first_key_is_active_at_once()
    {
        var run = new RingRun();
        Assert.Equal(new KeyStep { Kind = KeyStepKind.Rotate }, KeyWorkflow.NextStep(run.Ring, run.Policy, run.Now));
        Assert.Equal([KeyFactCodes.Created, KeyFactCodes.Activated], run.Do(run.First(1), Job));
        RingKey key = run.Ring.Active!;
        Assert.Equal((Id(1), 1, KeyState.Active), (key.Id, key.Number, key.State));
        Assert.Equal((run.Now, run.Now, run.Now), (key.CreatedAt, key.ActivateFrom, key.StateSince));
        Assert.Equal(Check(1), key.CheckValue.ToArray());
        Assert.Equal((1, "ring of acme, revision 1, 1 keys"), (run.Ring.Revision, run.Ring.ToString()));
        Assert.Null(KeyWorkflow.NextStep(run.Ring, run.Policy, run.Now));
        run.Unchanged(run.First(1));
        Assert.Equal([IssueCodes.RotationNamesNothing], run.Refused(run.First(2)));
    }

    [Fact]
    public void A_rotation_waits_until_every_node_has_seen_the_new_key()
    {
        var run = new RingRun();
        run.Do(run.First(1));
        DateTimeOffset made = run.Now;
        Assert.Equal([KeyFactCodes.Created], run.Do(run.Rotate(1, 2)));
        Assert.Equal((KeyState.Active, KeyState.Pending), (run.State(1), run.State(2)));
        Assert.Equal(made + TimeSpan.FromMinutes(10), run.Ring.Pending!.ActivateFrom);
        Assert.Equal(2, run.Ring.Pending!.Number);

        run.Now = made + TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1);
        Assert.Null(KeyWorkflow.NextStep(run.Ring, run.Policy, run.Now));
        Assert.Equal([IssueCodes.KeyNotSeenYet], run.Refused(new ActivateKey { Id = Command, Key = Id(2) }));

        run.Now += TimeSpan.FromTicks(1);
        Assert.Equal(new KeyStep { Kind = KeyStepKind.Activate, Key = Id(2) }, KeyWorkflow.NextStep(run.Ring, run.Policy, run.Now));
        Assert.Equal([KeyFactCodes.Superseded, KeyFactCodes.Activated], run.Do(new ActivateKey { Id = Command, Key = Id(2) }));
        Assert.Equal((KeyState.DecryptOnly, KeyState.Active), (run.State(1), run.State(2)));
        Assert.Equal((run.Now, run.Now), (run.Ring.Find(Id(1))!.StateSince, run.Ring.Active!.StateSince));
        Assert.Null(run.Ring.Pending);
    }

    [Fact]
    public void Two_nodes_that_rotate_at_once_rotate_once()
    {
        var run = new RingRun();
        run.Do(run.First(1));
        run.Do(run.Rotate(1, 2));
        run.Unchanged(run.Rotate(1, 3));
        run.Unchanged(run.Rotate(1, 2));
        run.Now += TimeSpan.FromHours(1);
        run.Do(new ActivateKey { Id = Command, Key = Id(2) });
        run.Unchanged(run.Rotate(1, 4));
        run.Unchanged(new ActivateKey { Id = Command, Key = Id(2) });
        run.Unchanged(new ActivateKey { Id = Command, Key = Id(1) });
        Assert.Equal(2, run.Ring.Keys.Length);
    }

    [Fact]
    public void A_rotation_is_due_when_the_active_key_has_been_so_for_the_interval()
    {
        var run = new RingRun { Policy = new() { RotationInterval = TimeSpan.FromDays(7) } };
        run.Do(run.First(1));
        run.Now += TimeSpan.FromDays(7) - TimeSpan.FromTicks(1);
        Assert.Null(KeyWorkflow.NextStep(run.Ring, run.Policy, run.Now));
        run.Now += TimeSpan.FromTicks(1);
        Assert.Equal(new KeyStep { Kind = KeyStepKind.Rotate, Key = Id(1) }, KeyWorkflow.NextStep(run.Ring, run.Policy, run.Now));
        Assert.Null(KeyWorkflow.NextStep(run.Ring, run.Policy with { RotationInterval = null }, run.Now));
    }

    [Fact]
    public void A_rotation_names_a_key_of_the_ring_that_is_or_was_active()
    {
        var run = new RingRun();
        run.Do(run.First(1));
        Assert.Equal([IssueCodes.KeyUnknown], run.Refused(run.Rotate(9, 2)));
        run.Do(run.Rotate(1, 2));
        Assert.Equal([IssueCodes.KeyStateForbids], run.Refused(run.Rotate(2, 3)));
        Assert.Equal([IssueCodes.KeyNameTaken], run.Refused(run.Rotate(1, 2) with { Material = Material(2) with { CheckValue = Check(9) } }));
        Assert.Equal([IssueCodes.KeyUnknown], run.Refused(new ActivateKey { Id = Command, Key = Id(9) }));
    }

    public static TheoryData<string> Incomplete => ["short name", "odd name", "capital name", "long name", "no name", "no wraps", "five wraps", "another root", "one root twice", "short check", "long check", "no ciphertext", "no root"];

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void A_new_key_is_named_checked_and_wrapped(string what)
    {
        KeyMaterial right = Material(1);
        KeyMaterial wrong = what switch
        {
            "short name" => right with { Id = new(new string('a', 31)) },
            "odd name" => right with { Id = new(new string('a', 31) + "A") },
            "capital name" => right with { Id = new(new string('A', 32)) },
            "long name" => right with { Id = new(new string('a', 33)) },
            "no name" => right with { Id = default },
            "no wraps" => right with { Wraps = default },
            "five wraps" => Material(1, "root-1", "b", "c", "d", "e"),
            "another root" => Material(1, "root-2"),
            "one root twice" => Material(1, "root-1", "root-1"),
            "short check" => right with { CheckValue = new byte[15] },
            "long check" => right with { CheckValue = new byte[17] },
            "no ciphertext" => right with { Wraps = [Wrap("root-1", 1) with { Key = new() { KeyVersion = new("k", "1"), Ciphertext = default } }] },
            _ => right with { Wraps = [Wrap("root-1", 1), Wrap("b", 1) with { Root = "" }] },
        };
        var run = new RingRun();
        Assert.Equal([IssueCodes.KeyMaterialIncomplete], run.Refused(run.First(1) with { Material = wrong }));
        run.Do(run.First(1) with { Material = Material(1, "root-1", "b", "c", "d") });
    }

    [Fact]
    public void An_actor_of_another_tenant_is_a_bug()
    {
        var run = new RingRun();
        Assert.Equal(
            "is of `b`, the ring of `acme` (Parameter 'actor')",
            Assert.Throws<ArgumentException>(() => KeyWorkflow.Apply(run.Ring, run.First(1), Ann with { Tenant = new("b") }, run.Policy, run.Now)).Message);
    }

    [Fact]
    public void Keys_are_used_as_their_states_allow()
    {
        RingRun run = Rotated();
        Assert.Equal(Id(2), run.Ring.ForWrapping().Id);
        Assert.Equal(Id(1), run.Ring.ForUnwrapping(Id(1), allowCompromised: false).Id);
        Assert.Equal(Id(2), run.Ring.ForUnwrapping(Id(2), allowCompromised: false).Id);
        run.Do(run.Rotate(2, 3));
        Assert.Equal(Id(3), run.Ring.ForUnwrapping(Id(3), allowCompromised: false).Id);
        var unknown = Assert.Throws<KeyUnavailableException>(() => run.Ring.ForUnwrapping(Id(9), allowCompromised: true));
        Assert.Equal((true, $"the ring does not know the key `{Id(9)}`"), (unknown.IsRetryable, unknown.Message));
        var none = Assert.Throws<KeyUnavailableException>(() => KeyRing.Empty(Tenant, "r").ForWrapping());
        Assert.Equal((true, "the ring has no key yet"), (none.IsRetryable, none.Message));

        run.Do(new CompromiseKey { Id = Command, Key = Id(1) });
        var refused = Assert.Throws<KeyUnavailableException>(() => run.Ring.ForUnwrapping(Id(1), allowCompromised: false));
        Assert.False(refused.IsRetryable);
        Assert.Equal($"the key `{Id(1)}` is compromised", refused.Message);
        Assert.Equal(Id(1), run.Ring.ForUnwrapping(Id(1), allowCompromised: true).Id);

        run.Do(new RetireKey { Id = Command, Key = Id(1), Proof = run.Proof(1) });
        Assert.Contains("is retired", Assert.Throws<KeyUnavailableException>(() => run.Ring.ForUnwrapping(Id(1), allowCompromised: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_has_ranges()
    {
        Assert.Equal(TimeSpan.FromDays(90), new KeyPolicy().RotationInterval);
        Assert.Equal((TimeSpan.FromMinutes(10), null, TimeSpan.FromDays(90), TimeSpan.FromDays(1)), (new KeyPolicy().VisibilityDelay, new KeyPolicy().BackupHorizon, new KeyPolicy().ApprovalLifetime, new KeyPolicy().ProofLifetime));
        var hasty = Assert.Throws<ArgumentOutOfRangeException>(() => new KeyPolicy { RotationInterval = TimeSpan.FromHours(1) - TimeSpan.FromTicks(1) });
        Assert.Equal("RotationInterval", hasty.ParamName);
        Assert.StartsWith("is less than 01:00:00 (Parameter 'RotationInterval')", hasty.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyPolicy { VisibilityDelay = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyPolicy { BackupHorizon = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyPolicy { ApprovalLifetime = TimeSpan.FromHours(1) - TimeSpan.FromTicks(1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeyPolicy { ProofLifetime = TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1) });
        var least = new KeyPolicy { RotationInterval = TimeSpan.FromHours(1), VisibilityDelay = TimeSpan.Zero, BackupHorizon = TimeSpan.Zero, ApprovalLifetime = TimeSpan.FromHours(1), ProofLifetime = TimeSpan.FromMinutes(1) };
        Assert.Equal(TimeSpan.FromHours(1), least.RotationInterval);
    }
}
