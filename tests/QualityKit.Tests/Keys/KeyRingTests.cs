using QualityKit.Keys;
using QualityKit.Validation;
using static QualityKit.Tests.Keys.RingRun;

namespace QualityKit.Tests.Keys;

public sealed class KeyRingTests
{
    [Fact]
    public void A_ring_is_read_back_as_it_was_stored()
    {
        foreach (RingRun run in new[] { new RingRun(), Rotated(), Retired(), Destroying() })
        {
            KeyRing ring = KeyRing.Of(run.Ring.Tenant, run.Ring.Root, run.Ring.Revision, run.Ring.Keys);
            Assert.Equal(run.Ring.Keys.ToArray(), ring.Keys.ToArray());
            Assert.Equal((run.Ring.Revision, run.Ring.Root), (ring.Revision, ring.Root));
        }
    }

    public static TheoryData<string> Wrong => ["two active", "none active", "two pending", "one name twice", "numbers", "no wraps", "no check", "destroyed with wraps", "destroying without why", "why without destroying", "no state", "bad name"];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_ring_is_refused(string what)
    {
        RingRun run = Destroying();
        RingKey destroying = run.Ring.Keys[0];
        RingKey active = run.Ring.Keys[1];
        RingKey pending = active with { Id = Id(3), Number = 3, State = KeyState.Pending };
        RingKey[] keys = what switch
        {
            "two active" => [destroying, active, active with { Id = Id(3), Number = 3 }],
            "none active" => [destroying],
            "two pending" => [destroying, active, pending, pending with { Id = Id(4), Number = 4 }],
            "one name twice" => [destroying, active with { Id = destroying.Id }],
            "numbers" => [destroying, active with { Number = 3 }],
            "no wraps" => [destroying, active with { Wraps = default }],
            "no check" => [destroying, active with { CheckValue = default }],
            "destroyed with wraps" => [destroying with { State = KeyState.Destroyed, Destruction = null }, active],
            "destroying without why" => [destroying with { Destruction = null }, active],
            "why without destroying" => [destroying with { State = KeyState.Retired }, active],
            "no state" => [destroying with { State = (KeyState)9, Destruction = null }, active],
            _ => [destroying, active with { Id = new("x") }],
        };
        Assert.Equal("are not the keys of a ring (Parameter 'keys')", Assert.Throws<ArgumentException>(() => KeyRing.Of(Tenant, "root-1", 1, keys)).Message);
        Assert.Equal(3, KeyRing.Of(Tenant, "root-1", 1, [destroying, active, pending]).Keys.Length);
    }

    [Fact]
    public void Tenant_root_and_revision_have_ranges()
    {
        Assert.Equal("is not 1 to 128 bytes of UTF-8 without control characters (Parameter 'tenant')", Assert.Throws<ArgumentException>(() => KeyRing.Empty(new(""), "r")).Message);
        Assert.Equal("is not 1 to 128 bytes of UTF-8 without control characters (Parameter 'root')", Assert.Throws<ArgumentException>(() => KeyRing.Empty(Tenant, "")).Message);
        Assert.Equal("revision", Assert.Throws<ArgumentOutOfRangeException>(() => KeyRing.Of(Tenant, "r", -1, [])).ParamName);
    }

    [Fact]
    public void Nothing_prints_a_wrap()
    {
        RingRun run = Destroying();
        Assert.Equal($"{Id(1)} (Destroying)", run.Ring.Keys[0].ToString());
        Assert.Equal("wrapped by root-1/1 of root root-1", run.Ring.Keys[0].Wraps[0].ToString());
        Assert.Equal(Id(1).ToString(), Material(1).ToString());
        Assert.Equal("ActivateKey (c)", new ActivateKey { Id = Command, Key = Id(1) }.ToString());
        Assert.Equal("", default(RingKeyId).ToString());
    }

    [Fact]
    public void What_happened_is_said_in_every_language()
    {
        string[] codes = [.. typeof(KeyFactCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!)];
        Assert.Equal(21, codes.Length);
        foreach (string code in codes)
        {
            var fact = new KeyFact { Code = code, Key = Id(1), Root = "r", ProofDigest = "p", Until = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) };
            string[] texts = [fact.ToString(), fact.ToText(MessageCatalogue.Danish), fact.ToText(MessageCatalogue.German)];
            Assert.Equal(3, texts.Distinct().Count());
            Assert.All(texts, text => Assert.False(text.Contains('{', StringComparison.Ordinal) || text == code, text));
        }

        Assert.Equal("somebody asked to destroy the key `a`, not before 2026-01-02T03:04:05Z (proof p)", new KeyFact { Code = KeyFactCodes.DestructionRequested, Key = new("a"), ProofDigest = "p", Until = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) }.ToText());
        Assert.Equal("the root of the ring is ``", new KeyFact { Code = KeyFactCodes.RootAdopted }.ToText());
    }

    [Fact]
    public void What_a_fact_speaks_of_is_text_and_empty_where_there_is_nothing()
    {
        var full = new KeyFact { Code = KeyFactCodes.Wrapped, Key = Id(1), Root = "r", ProofDigest = "p", Until = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) };
        Assert.Equal("key=00000000000000000000000000000001 root=r proof=p until=2026-01-02T03:04:05Z", Arguments(full));
        Assert.Equal("key= root= proof= until=", Arguments(new() { Code = KeyFactCodes.Wrapped }));

        static string Arguments(KeyFact fact) => string.Join(' ', fact.Arguments.Select(one => $"{one.Name}={one.Value}"));
    }

    [Fact]
    public void States_are_named()
    {
        Assert.Equal(
            ["pending", "active", "decrypt-only", "compromised", "retired", "destroying", "destroyed"],
            Enum.GetValues<KeyState>().Select(KeyText.Of));
    }

    [Fact]
    public void Facts_carry_what_audit_needs()
    {
        RingRun run = Retired();
        ReferenceProof proof = run.Proof(1);
        KeyFact fact = Assert.Single(KeyWorkflow.Apply(run.Ring, new RequestDestruction { Id = Command, Key = Id(1), Proof = proof }, Ann, run.Policy, run.Now).Value.Facts);
        Assert.Equal((Id(1), proof.Digest(), proof.At + TimeSpan.FromDays(40)), (fact.Key, fact.ProofDigest, fact.Until));
        fact = Assert.Single(KeyWorkflow.Apply(run.Ring, run.Rotate(2, 3), Ann, run.Policy, run.Now).Value.Facts);
        Assert.Equal((Id(3), run.Now + TimeSpan.FromMinutes(10)), (fact.Key, fact.Until));
    }
}
