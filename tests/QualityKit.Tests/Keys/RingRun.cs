using QualityKit.Keys;
using QualityKit.People;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Tests.Keys;

/// <summary>A ring, a clock and a policy, on which commands are tried.</summary>
internal sealed class RingRun
{
    public static readonly TenantId Tenant = new("acme");
    public static readonly Actor Ann = new() { Tenant = Tenant, Id = new("ann") };
    public static readonly Actor Bob = new() { Tenant = Tenant, Id = new("bob") };
    public static readonly Actor Job = new() { Tenant = Tenant, Id = new("job"), IsMachine = true };
    public static readonly CommandId Command = new("c");

    public KeyRing Ring { get; set; } = KeyRing.Empty(Tenant, "root-1");

    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public KeyPolicy Policy { get; set; } = new() { BackupHorizon = TimeSpan.FromDays(40) };

    /// <summary>A ring with key 1 that is decrypt-only and key 2 that is active.</summary>
    public static RingRun Rotated()
    {
        var run = new RingRun();
        run.Do(run.First(1));
        run.Do(run.Rotate(1, 2));
        run.Now += run.Policy.VisibilityDelay;
        run.Do(new ActivateKey { Id = Command, Key = Id(2) });
        return run;
    }

    /// <summary>The same with key 1 retired.</summary>
    public static RingRun Retired()
    {
        RingRun run = Rotated();
        run.Do(new RetireKey { Id = Command, Key = Id(1), Proof = run.Proof(1) });
        return run;
    }

    /// <summary>The same with key 1 asked by Ann to be destroyed.</summary>
    public static RingRun Destroying()
    {
        RingRun run = Retired();
        run.Do(new RequestDestruction { Id = Command, Key = Id(1), Proof = run.Proof(1) });
        return run;
    }

    public static RingKeyId Id(int number) => new($"{number:x32}");

    public static KeyMaterial Material(int number, params string[] roots) => new()
    {
        Id = Id(number),
        Wraps = [.. roots.DefaultIfEmpty("root-1").Select(root => Wrap(root, number))],
        CheckValue = Check(number),
    };

    public static RootWrap Wrap(string root, int number) => new() { Root = root, Key = new() { KeyVersion = new(root, "1"), Ciphertext = new byte[] { 1, (byte)number } } };

    public static byte[] Check(int number) => [.. Enumerable.Repeat((byte)number, 16)];

    public RotateKey First(int number) => new() { Id = Command, Replaces = null, Material = Material(number, Ring.Root) };

    public RotateKey Rotate(int replaces, int number) => new() { Id = Command, Replaces = Id(replaces), Material = Material(number, Ring.Root) };

    public ReferenceProof Proof(int number) => new() { Key = Id(number), Revision = Ring.Revision, EnvelopesRead = 10, References = 0, At = Now };

    public KeyState State(int number) => Ring.Find(Id(number))!.State;

    /// <summary>Does it, and gives what happened.</summary>
    public string[] Do(KeyCommand command, Actor? actor = null)
    {
        KeyRingChange change = KeyWorkflow.Apply(Ring, command, actor ?? Ann, Policy, Now).Value;
        Assert.Equal(Ring.Revision + (change.Facts.IsEmpty ? 0 : 1), change.Ring.Revision);
        Ring = change.Ring;
        return [.. change.Facts.Select(fact => fact.Code)];
    }

    /// <summary>Tries it, and gives the codes of what is wrong.</summary>
    public string[] Refused(KeyCommand command, Actor? actor = null)
    {
        Validated<KeyRingChange> refused = KeyWorkflow.Apply(Ring, command, actor ?? Ann, Policy, Now);
        Assert.False(refused.IsValid);
        Assert.All(refused.Issues, issue => Assert.DoesNotContain("{", issue.Message, StringComparison.Ordinal));
        return [.. refused.Issues.Select(issue => issue.Code)];
    }

    public void Unchanged(KeyCommand command, Actor? actor = null)
    {
        KeyRing before = Ring;
        Assert.Empty(Do(command, actor));
        Assert.Same(before, Ring);
    }
}
