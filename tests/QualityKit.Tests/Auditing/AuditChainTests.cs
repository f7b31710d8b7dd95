using System.Text;
using QualityKit.Auditing;

namespace QualityKit.Tests.Auditing;

public class AuditChainTests
{
    private static readonly AuditEntity Entity = Trail.Evaluation("e-1");

    [Fact]
    public void An_entry_is_stored_as_canonical_json_and_says_what_it_stands_on()
    {
        (AuditRecord first, AuditHead head) = AuditChain.Append(AuditHead.Start(Entity), Trail.Draft(Entity), Trail.Key);
        (AuditRecord second, AuditHead after) = AuditChain.Append(head, Trail.Draft(Entity, "evaluation.submitted", minute: 5), Trail.Key);

        Assert.Equal(
            """{"format":1,"tenant":"acme","kind":"evaluation","id":"e-1","number":1,"at":"2030-06-01T12:00:00.0000000Z","actor":"ann","action":"evaluation.saved","command":"c-1","facts":[["version","1"],["score","4/5"]],"key":"k-1","previous":"0000000000000000000000000000000000000000000000000000000000000000"}""",
            Encoding.UTF8.GetString(first.Bytes.Span));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first.Bytes.Span)), second.Read()!.Previous);
        Assert.Equal((1, 2), (head.Length, after.Length));
        Assert.Equal<AuditFact>(Trail.Draft(Entity, "evaluation.submitted", minute: 5).Facts, second.Read()!.Draft.Facts);
        Assert.Equal("evaluation/e-1 2: evaluation.submitted", second.Read()!.ToString());
    }

    [Fact]
    public void A_moment_is_kept_as_utc_to_the_tick()
    {
        DateTimeOffset local = new(2030, 6, 1, 14, 0, 0, 1, TimeSpan.FromHours(2));
        (AuditRecord record, _) = AuditChain.Append(AuditHead.Start(Entity), Trail.Draft(Entity) with { At = local.AddTicks(7) }, Trail.Key);

        Assert.Equal(local.AddTicks(7), record.Read()!.Draft.At);
        Assert.Contains("2030-06-01T12:00:00.0010007Z", Encoding.UTF8.GetString(record.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_every_script_are_authenticated_as_they_are()
    {
        AuditEntity entity = Trail.Evaluation("évaluation \"7\" 😀");
        (AuditRecord record, AuditHead head) = AuditChain.Append(AuditHead.Start(entity), Trail.Draft(entity), Trail.Key);

        AuditChainCheck check = AuditChain.Verify(entity, [record], [Trail.Key], head);
        Assert.Empty(check.Issues);
        Assert.Equal(head, check.Head);
    }

    [Fact]
    public void Keys_change_and_the_chain_goes_on()
    {
        var newer = new AuditKey("k-2", new byte[48]);
        (AuditRecord first, AuditHead head) = AuditChain.Append(AuditHead.Start(Entity), Trail.Draft(Entity), Trail.Key);
        (AuditRecord second, _) = AuditChain.Append(head, Trail.Draft(Entity), newer);

        Assert.Empty(AuditChain.Verify(Entity, [first, second], [Trail.Key, newer]).Issues);
        Assert.Equal("QK8003", Assert.Single(AuditChain.Verify(Entity, [first, second], [newer]).Issues).Code);
    }

    [Fact]
    public void A_chain_without_entries_is_right_until_it_was_sealed_with_some()
    {
        Assert.Empty(AuditChain.Verify(Entity, [], [], AuditHead.Start(Entity)).Issues);
        Assert.Equal("QK8006", Assert.Single(AuditChain.Verify(Entity, [], [], AuditHead.Of(Entity, 1, new byte[32])).Issues).Code);
    }

    [Fact]
    public void What_does_not_fit_an_entry_is_refused()
    {
        AuditHead start = AuditHead.Start(Entity);
        AuditDraft[] wrong =
        [
            Trail.Draft(Trail.Evaluation("e-2")), Trail.Draft(Entity) with { Actor = "" }, Trail.Draft(Entity) with { Action = "saved it" },
            Trail.Draft(Entity) with { Command = new string('c', 513) }, Trail.Draft(Entity) with { Actor = "a\nb" }, Trail.Draft(Entity) with { Actor = "half \uD83D" },
        ];

        Assert.All(wrong, draft => Assert.ThrowsAny<ArgumentException>(() => AuditChain.Append(start, draft, Trail.Key)));
        Assert.ThrowsAny<ArgumentException>(() => new AuditFact("a b", "value"));
        Assert.ThrowsAny<ArgumentException>(() => new AuditFact("a", ""));
        Assert.ThrowsAny<ArgumentException>(() => new AuditEntity("", "kind", "id"));
        Assert.ThrowsAny<ArgumentException>(() => new AuditEntity("acme", "a kind", "id"));
        Assert.ThrowsAny<ArgumentException>(() => new AuditEntity("acme", "kind", ""));
        Assert.ThrowsAny<ArgumentException>(() => new AuditKey("k", new byte[31]));
        Assert.ThrowsAny<ArgumentException>(() => AuditHead.Of(Entity, -1, new byte[32]));
        Assert.ThrowsAny<ArgumentException>(() => AuditHead.Of(Entity, 1, new byte[31]));
        Assert.ThrowsAny<ArgumentException>(() => new AuditPublicKey("s", [1, 2, 3]));
    }

    [Fact]
    public void A_signing_key_over_another_curve_is_refused()
    {
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);

        Assert.Throws<ArgumentException>(() => new AuditPublicKey("s", other.ExportSubjectPublicKeyInfo()));
    }

    [Fact]
    public void Nothing_prints_a_secret_or_what_an_entry_says()
    {
        (AuditRecord record, AuditHead head) = AuditChain.Append(AuditHead.Start(Entity), Trail.Draft(Entity), Trail.Key);

        Assert.Equal("k-1", Trail.Key.ToString());
        Assert.Equal($"audit record of {record.Bytes.Length} bytes", record.ToString());
        Assert.Equal("evaluation/e-1 with 1 entries", head.ToString());
    }

    [Fact]
    public void Entities_are_ordered_by_tenant_kind_and_id()
    {
        AuditEntity[] ordered = [new("a", "z", "z"), new("b", "form", "z"), new("b", "form.version", "a"), new("b", "forms", "a"), new("b", "forms", "b")];

        Assert.Equal(ordered, ordered.Reverse().Order());
        Assert.True(ordered[0] < ordered[1] && ordered[1] <= ordered[2] && ordered[2] > ordered[1] && ordered[1] >= new AuditEntity("b", "form", "z"));
        Assert.False(ordered[1] < new AuditEntity("b", "form", "z") || ordered[1] > new AuditEntity("b", "form", "z"));
    }
}
