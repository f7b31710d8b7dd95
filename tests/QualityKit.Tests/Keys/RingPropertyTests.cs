using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using QualityKit.Keys;
using QualityKit.Validation;
using static QualityKit.Tests.Keys.RingRun;

namespace QualityKit.Tests.Keys;

/// <summary>Whatever anybody does in whatever order, a ring stays one, and no key is destroyed that anything needs.</summary>
[SuppressMessage("Security", "CA5394", Justification = "a test's chance needs no secrecy")]
public sealed class RingPropertyTests
{
    [Fact]
    public void Commands_in_any_order_keep_the_promises_of_a_ring()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("QUALITYKIT_SEED"), out int given) ? given : RandomNumberGenerator.GetInt32(int.MaxValue);
        int destroyed = 0;
        for (int life = 0; life < 300; life++)
        {
            var random = new Random(seed + life);
            var run = new RingRun();
            var needs = new Dictionary<RingKeyId, int>();
            for (int step = 0; step < 120; step++)
            {
                Envelopes(run, needs, random);
                Step(run, needs, random, $"QUALITYKIT_SEED={seed}, life {life}, step {step}");
                run.Now += TimeSpan.FromHours(random.Next(3) switch { 0 => 0, 1 => random.Next(5), _ => random.Next(600) });
            }

            destroyed += run.Ring.Keys.Count(key => key.State == KeyState.Destroyed);
        }

        // In half as many lives 47 were seen once, and no more.
        Assert.True(destroyed > 50, $"only {destroyed} keys were destroyed: the test looks at too little (QUALITYKIT_SEED={seed})");
    }

    // What storing and re-wrapping do: new envelopes go to the active key alone, and old ones leave theirs.
    private static void Envelopes(RingRun run, Dictionary<RingKeyId, int> needs, Random random)
    {
        if (run.Ring.Active is { } active && random.Next(2) == 0)
        {
            needs[active.Id] = needs.GetValueOrDefault(active.Id) + 1;
        }

        if (run.Ring.Active is { } target && needs.Count > 0 && random.Next(2) == 0)
        {
            RingKeyId from = needs.Keys.ElementAt(random.Next(needs.Count));
            if (run.Ring.Find(from)!.State is KeyState.DecryptOnly or KeyState.Compromised)
            {
                needs[target.Id] = needs.GetValueOrDefault(target.Id) + needs[from];
                needs[from] = 0;
            }
        }
    }

    private static void Step(RingRun run, Dictionary<RingKeyId, int> needs, Random random, string where)
    {
        KeyCommand command = Draw(run, needs, random);
        var actor = random.Next(5) switch { 0 => Job, 1 or 2 => Ann, _ => Bob };
        KeyRing before = run.Ring;
        Validated<KeyRingChange> result = KeyWorkflow.Apply(before, command, actor, run.Policy, run.Now);
        if (!result.TryGetValue(out KeyRingChange? change))
        {
            Assert.NotEmpty(result.Issues);
            return;
        }

        KeyRing after = change.Ring;
        Assert.True(change.Facts.IsEmpty == ReferenceEquals(before, after), where);
        Assert.True(change.Facts.IsEmpty || after.Revision == before.Revision + 1, where);

        // It reads back, so it has one active key, one pending at most, and every key that lives has its wraps.
        KeyRing read = KeyRing.Of(after.Tenant, after.Root, after.Revision, after.Keys);
        Assert.True(read.Keys.All(key => key.State == KeyState.Destroyed || key.Wraps.Any(wrap => wrap.Root == after.Root)), where);
        Assert.True(before.Keys.All(key => after.Keys.Any(same => same.Id == key.Id && same.Number == key.Number)), where);
        foreach (RingKey key in after.Keys)
        {
            RingKey? was = before.Find(key.Id);
            Assert.True(was is null || was.State == key.State || IsEdge(was, key), $"{was?.State} -> {key.State}: {where}");
            Assert.True(key.State is not (KeyState.Retired or KeyState.Destroying or KeyState.Destroyed) || needs.GetValueOrDefault(key.Id) == 0, where);
            Assert.True(was?.State != KeyState.Destroyed || (key.State == was.State && key.StateSince == was.StateSince && key.RecoverableUntil == was.RecoverableUntil && key.Wraps.IsEmpty), where);
            Assert.True(was?.WasCompromised != true || key.State is not (KeyState.Active or KeyState.DecryptOnly), where);
        }

        // The same command again changes nothing: it had been done before, or the ring says why not.
        Validated<KeyRingChange> again = KeyWorkflow.Apply(after, command, actor, run.Policy, run.Now);
        Assert.True(!again.IsValid || again.Value.Facts.IsEmpty, where);
        run.Ring = after;
    }

    private static bool IsEdge(RingKey was, RingKey now) => (was.State, now.State) switch
    {
        (KeyState.Pending, KeyState.Active) or (KeyState.Active, KeyState.DecryptOnly) => true,
        (KeyState.Pending or KeyState.Active or KeyState.DecryptOnly or KeyState.Retired, KeyState.Compromised) => true,
        (KeyState.DecryptOnly or KeyState.Compromised, KeyState.Retired) or (KeyState.Retired, KeyState.DecryptOnly) => true,
        (KeyState.Retired, KeyState.Destroying) or (KeyState.Destroying, KeyState.Retired) => true,
        (KeyState.Destroying, KeyState.Destroyed) => was.Destruction!.Approvals.Select(approval => approval.By).Distinct().Count() >= 2
            && now.StateSince - was.Destruction.ProofAt >= TimeSpan.FromDays(40),
        _ => false,
    };

    private static KeyCommand Draw(RingRun run, Dictionary<RingKeyId, int> needs, Random random)
    {
        RingKey? any = run.Ring.Keys.IsEmpty || random.Next(12) == 0 ? null : run.Ring.Keys[random.Next(run.Ring.Keys.Length)];
        int kind = random.Next(16);
        KeyState? liked = kind switch { 5 or 6 => KeyState.DecryptOnly, 8 or 9 => KeyState.Retired, 10 or 11 or 13 => KeyState.Destroying, _ => null };
        any = (random.Next(4) > 0 ? run.Ring.Keys.FirstOrDefault(one => one.State == liked) : null) ?? any;
        RingKeyId key = any?.Id ?? Id(999);
        string root = $"root-{random.Next(1, 3)}";
        ReferenceProof proof = new()
        {
            Key = key,
            Revision = run.Ring.Revision - (random.Next(10) == 0 ? 1 : 0),
            EnvelopesRead = needs.Values.Sum(),
            References = needs.GetValueOrDefault(key),
            At = run.Now - TimeSpan.FromHours(random.Next(30)),
        };
        int next = random.Next(6) == 0 ? random.Next(1, 5) : run.Ring.Keys.Length + 1;
        return kind switch
        {
            0 or 1 => new RotateKey { Id = Command, Replaces = random.Next(4) > 0 ? run.Ring.Active?.Id : any?.Id, Material = Material(next, run.Ring.Root, root == run.Ring.Root ? "root-3" : root) },
            2 or 3 => new ActivateKey { Id = Command, Key = run.Ring.Pending?.Id ?? key },
            4 => new CompromiseKey { Id = Command, Key = key, Successor = random.Next(2) == 0 ? null : Material(next, run.Ring.Root) },
            5 or 6 => new RetireKey { Id = Command, Key = key, Proof = proof },
            7 => new ReinstateKey { Id = Command, Key = key },
            8 or 9 => new RequestDestruction { Id = Command, Key = key, Proof = proof },
            10 or 11 => new ApproveDestruction { Id = Command, Key = key, ProofDigest = any?.Destruction?.ProofDigest ?? "" },
            12 => new CancelDestruction { Id = Command, Key = random.Next(3) == 0 ? key : Id(999) },
            13 => new CompleteDestruction { Id = Command, Key = key, Proof = proof, IsFinal = random.Next(2) == 0 },
            14 => new WrapKeyByRoot { Id = Command, Key = key, Wrap = Wrap(root, random.Next(3)), CheckValue = any?.CheckValue ?? default },
            _ => random.Next(2) == 0 ? new AdoptRoot { Id = Command, Root = root } : new DropRoot { Id = Command, Root = root },
        };
    }
}
