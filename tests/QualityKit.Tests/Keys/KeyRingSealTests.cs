using QualityKit.Keys;
using static QualityKit.Tests.Keys.RingRun;

namespace QualityKit.Tests.Keys;

public sealed class KeyRingSealTests
{
    private static readonly DateTimeOffset Made = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Seen = Made.AddMinutes(10);
    private static readonly DateTimeOffset Late = new(new DateTime(2026, 3, 2).AddMilliseconds(500), TimeSpan.Zero);
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(one => (byte)one)];

    [Fact]
    public void Every_field_of_a_ring_is_authenticated()
    {
        RingRun run = Destroying();
        RingKey key = run.Ring.Keys[0];
        RingKey other = run.Ring.Keys[1];
        KeyRing Of(RingKey changed) => KeyRing.Of(Tenant, run.Ring.Root, run.Ring.Revision, [changed, other]);
        KeyDestruction waits = key.Destruction!;
        KeyRing[] rings =
        [
            run.Ring,
            KeyRing.Of(new("b"), run.Ring.Root, run.Ring.Revision, run.Ring.Keys),
            KeyRing.Of(Tenant, "root-2", run.Ring.Revision, run.Ring.Keys),
            KeyRing.Of(Tenant, run.Ring.Root, run.Ring.Revision + 1, run.Ring.Keys),
            KeyRing.Of(Tenant, run.Ring.Root, run.Ring.Revision, [other with { Number = 1 }]),
            Of(key with { Id = Id(8) }),
            Of(key with { State = KeyState.Retired, Destruction = null }),
            Of(key with { State = KeyState.Compromised, Destruction = null }),
            Of(key with { CreatedAt = key.CreatedAt.AddTicks(1) }),
            Of(key with { ActivateFrom = key.ActivateFrom.AddTicks(1) }),
            Of(key with { StateSince = key.StateSince.AddTicks(1) }),
            Of(key with { WasCompromised = true }),
            Of(key with { CheckValue = Check(8) }),
            Of(key with { RecoverableUntil = key.CreatedAt }),
            Of(key with { Wraps = [Wrap("root-9", 1)] }),
            Of(key with { Wraps = [Wrap("root-1", 9)] }),
            Of(key with { Wraps = [Wrap("root-1", 1), Wrap("root-2", 1)] }),
            Of(key with { Wraps = [Wrap("root-1", 1) with { Key = new() { KeyVersion = new("root-1", "2"), Ciphertext = new byte[] { 1, 1 } } }] }),
            Of(key with { Wraps = [Wrap("root-1", 1) with { Key = new() { KeyVersion = new("root-2", "1"), Ciphertext = new byte[] { 1, 1 } } }] }),
            Of(key with { Destruction = waits with { ProofDigest = "x" } }),
            Of(key with { Destruction = waits with { ProofAt = waits.ProofAt.AddTicks(1) } }),
            Of(key with { Destruction = waits with { Approvals = [] } }),
            Of(key with { Destruction = waits with { Approvals = [waits.Approvals[0] with { By = new("bob") }] } }),
            Of(key with { Destruction = waits with { Approvals = [waits.Approvals[0] with { At = waits.ProofAt.AddTicks(1) }] } }),
        ];
        string[] macs = [.. rings.Select(ring => Convert.ToHexString(KeyRingSeal.Mac(ring, Secret)))];
        Assert.Equal(rings.Length, macs.Distinct().Count());
        Assert.All(rings[1..], ring => Assert.False(KeyRingSeal.IsAuthentic(ring, KeyRingSeal.Mac(run.Ring, Secret), Secret, 0)));
    }

    [Fact]
    public void A_ring_that_is_older_than_one_that_was_seen_is_refused()
    {
        KeyRing ring = Rotated().Ring;
        byte[] mac = KeyRingSeal.Mac(ring, Secret);
        Assert.True(KeyRingSeal.IsAuthentic(ring, mac, Secret, ring.Revision));
        Assert.True(KeyRingSeal.IsAuthentic(ring, mac, Secret, ring.Revision - 1));
        Assert.False(KeyRingSeal.IsAuthentic(ring, mac, Secret, ring.Revision + 1));
    }

    [Fact]
    public void Another_secret_or_a_changed_mac_does_not_authenticate()
    {
        KeyRing ring = Rotated().Ring;
        byte[] mac = KeyRingSeal.Mac(ring, Secret);
        Assert.False(KeyRingSeal.IsAuthentic(ring, mac, [.. Secret, 1], 0));
        mac[5] ^= 1;
        Assert.False(KeyRingSeal.IsAuthentic(ring, mac, Secret, 0));
        Assert.False(KeyRingSeal.IsAuthentic(ring, [], Secret, 0));
        Assert.Contains("not 31", Assert.Throws<ArgumentException>(() => KeyRingSeal.Mac(ring, new byte[31])).Message, StringComparison.Ordinal);
    }

    // Worked out apart from the library, field by field, by HMAC of the texts behind their lengths; so are the two below.
    [Fact]
    public void A_ring_in_which_every_field_is_set_has_the_mac_that_its_texts_give_it() =>
        Assert.Equal("d8b168124ab92f96207b7b19dea365cfa2811c3c6848fa7218baab29ec27fbdd", FullMac(null));

    [Fact]
    public void A_ring_whose_keys_wait_to_be_destroyed_together_or_were_has_the_mac_that_its_texts_give_it()
    {
        var waits = new TenantShred { ReasonDigest = "digest", RequestedBy = new("ann"), RequestedAt = Seen, Approvals = [new() { By = new("ann"), At = Seen }] };
        TenantShred ended = waits with { EndedAt = Late, Approvals = [.. waits.Approvals, new() { By = new("bob"), At = Late }] };
        Assert.Equal("ff1cd273bde0b9041b1ad692000508605ea6e4771afdae931d921c0a52ec0eb0", FullMac(waits));
        Assert.Equal("e73dfeb8ef981d8a7f61455dd85bae94c965cb57e0584a010b2a9a77bc7708fc", FullMac(ended));
        Assert.Equal("fbe032448aa59e9791a1165794973f7e7537cf13b89aac946b7be2f07707fbe7", FullMac(ended with { HadEnvelopeCopies = true }));
    }

    [Fact]
    public void A_ring_must_be_given() =>
        Assert.Equal("ring", Assert.Throws<ArgumentNullException>(() => KeyRingSeal.Mac(null!, Secret)).ParamName);

    [Fact]
    public void A_mac_is_always_the_same()
    {
        var run = new RingRun();
        run.Do(run.First(1));
        Assert.Equal(32, KeyRingSeal.Mac(run.Ring, Secret).Length);
        Assert.Equal("ec7768835c51574eca295bc10957be418d9f0c30a96e8c91284eeb04b293eec3", Convert.ToHexStringLower(KeyRingSeal.Mac(run.Ring, Secret)));
    }

    private static string FullMac(TenantShred? shred)
    {
        var first = new RingKey
        {
            Id = Id(1),
            Number = 1,
            State = KeyState.Destroying,
            CreatedAt = Made,
            ActivateFrom = Made,
            StateSince = Late,
            WasCompromised = true,
            Wraps = [Wrap("root-1", 1), Wrap("root-2", 1)],
            CheckValue = Check(1),
            Destruction = new() { ProofDigest = "proof", ProofAt = Seen, Approvals = [new() { By = new("ann"), At = Seen }, new() { By = new("bob"), At = Late }] },
        };
        RingKey second = first with
        {
            Id = Id(2),
            Number = 2,
            State = KeyState.Destroyed,
            ActivateFrom = Seen,
            WasCompromised = false,
            Wraps = [],
            CheckValue = default,
            Destruction = null,
            RecoverableUntil = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero),
        };
        RingKey third = second with { Id = Id(3), Number = 3, State = KeyState.Active, StateSince = Seen, Wraps = [Wrap("root-1", 3)], CheckValue = Check(3), RecoverableUntil = null };
        return Convert.ToHexStringLower(KeyRingSeal.Mac(KeyRing.Of(Tenant, "root-1", 9, [first, second, third], shred), Secret));
    }
}
