using QualityKit.Auditing;
using QualityKit.Validation;

namespace QualityKit.Tests.Auditing;

public class AuditTrailTests
{
    private static readonly AuditEntity First = Trail.Evaluation("e-1");
    private static readonly AuditEntity Second = Trail.Evaluation("e-2");

    [Fact]
    public void What_nobody_touched_is_clean_and_counted()
    {
        AuditReport report = AuditTrail.Verify(Sealed().Write("e-2", "evaluation.acknowledged").Evidence());

        Assert.True(report.IsClean, string.Join("; ", report.Issues));
        Assert.Equal((2, 6, 1, 2), (report.Entities, report.Entries, report.Unsealed, report.Seals));
    }

    [Fact]
    public void An_entry_with_any_byte_changed_is_named()
    {
        Trail trail = Sealed();
        AuditRecord right = trail.Chains[First][1];
        for (int position = 0; position < right.Bytes.Length; position++)
        {
            byte[] bytes = right.Bytes.ToArray();
            bytes[position] ^= 1;
            trail.Chains[First][1] = new AuditRecord(bytes, right.Mac);

            Assert.Contains(trail.Found(), found => found is "QK8001 /evaluation/e-1/2" or "QK8002 /evaluation/e-1/2" or "QK8003 /evaluation/e-1/2");
        }
    }

    [Fact]
    public void An_entry_with_any_byte_of_its_authentication_changed_is_named()
    {
        Trail trail = Sealed();
        AuditRecord right = trail.Chains[First][1];
        for (int position = 0; position < right.Mac.Length; position++)
        {
            byte[] mac = right.Mac.ToArray();
            mac[position] ^= 0x80;
            trail.Chains[First][1] = new AuditRecord(right.Bytes, mac);

            Assert.Equal(["QK8002 /evaluation/e-1/2"], trail.Found());
        }
    }

    [Fact]
    public void An_entry_of_whatever_bytes_is_named_and_the_rest_is_looked_at()
    {
        string[] wrong = ["", "[]", "{}", "null", "{\"format\":1}", "\"text\"", "{\"format\":1,\"tenant\":1}", new('[', 100)];
        Assert.All(wrong, bytes =>
        {
            Trail trail = Sealed();
            trail.Chains[First][0] = new AuditRecord(System.Text.Encoding.UTF8.GetBytes(bytes), trail.Chains[First][0].Mac);

            Assert.Equal(["QK8001 /evaluation/e-1/1", "QK8005 /evaluation/e-1/2"], trail.Found());
        });
    }

    [Fact]
    public void An_entry_that_was_written_in_another_way_is_not_one()
    {
        Trail trail = Sealed();
        byte[] spaced = [.. trail.Chains[First][0].Bytes.ToArray(), (byte)' '];

        Assert.Null(new AuditRecord(spaced, default).Read());
        Assert.NotNull(trail.Chains[First][0].Read());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_entry_that_was_removed_from_the_middle_is_seen_at_what_moved_up(int number)
    {
        Trail trail = Sealed();
        trail.Chains[First].RemoveAt(number);

        Assert.Contains($"QK8004 /evaluation/e-1/{number + 1}", trail.Found());
        Assert.Contains("QK8007 /evaluation/e-1", trail.Found());
    }

    [Fact]
    public void Entries_that_were_swapped_or_doubled_are_named()
    {
        Trail swapped = Sealed();
        (swapped.Chains[First][0], swapped.Chains[First][1]) = (swapped.Chains[First][1], swapped.Chains[First][0]);
        Trail doubled = Sealed();
        doubled.Chains[First].Insert(1, doubled.Chains[First][0]);

        Assert.Equal(["QK8004 /evaluation/e-1/1", "QK8004 /evaluation/e-1/2", "QK8005 /evaluation/e-1/3"], swapped.Found().Take(3));
        Assert.Contains("QK8004 /evaluation/e-1/2", doubled.Found());
    }

    [Fact]
    public void An_entry_of_another_entity_or_tenant_is_named()
    {
        Trail trail = Sealed();
        trail.Chains[First][0] = trail.Chains[Second][0];
        (AuditRecord foreign, _) = AuditChain.Append(AuditHead.Start(Trail.Evaluation("e-2", "other")), Trail.Draft(Trail.Evaluation("e-2", "other")), Trail.Key);
        trail.Chains[Second][0] = foreign;

        Assert.Contains("QK8004 /evaluation/e-1/1", trail.Found());
        Assert.Contains("QK8004 /evaluation/e-2/1", trail.Found());
    }

    [Fact]
    public void A_tail_that_was_removed_after_it_was_sealed_is_named_and_before_that_it_is_counted_as_removable()
    {
        Trail trail = Sealed().Write("e-1", "evaluation.acknowledged");
        Assert.Equal(1, AuditTrail.Verify(trail.Evidence()).Unsealed);

        trail.Chains[First].RemoveAt(3);
        Assert.Empty(trail.Found());

        trail.Chains[First].RemoveAt(2);
        Assert.Equal(["QK8007 /evaluation/e-1"], trail.Found());
    }

    [Fact]
    public void A_whole_chain_that_was_removed_after_it_was_sealed_is_named()
    {
        Trail trail = Sealed();
        trail.Chains.Remove(First);

        Assert.Equal(["QK8006 /evaluation/e-1"], trail.Found());
    }

    [Fact]
    public void A_chain_that_was_written_anew_with_the_key_is_named_once_it_was_sealed()
    {
        Trail trail = Sealed();
        trail.Chains[First] = new Trail().Write("e-1", "evaluation.started", "evaluation.saved", "evaluation.declined").Chains[First];

        Assert.Equal(["QK8008 /evaluation/e-1/3"], trail.Found());
    }

    [Fact]
    public void An_entry_that_was_written_anew_with_the_key_breaks_the_link_behind_it()
    {
        Trail trail = Sealed();
        trail.Chains[First][0] = AuditChain.Append(AuditHead.Start(First), Trail.Draft(First, "evaluation.other"), Trail.Key).Record;

        Assert.Equal(["QK8005 /evaluation/e-1/2"], trail.Found());
    }

    [Fact]
    public void An_entry_by_a_key_that_was_not_given_is_named()
    {
        Trail trail = Sealed();
        AuditEvidence evidence = trail.Evidence() with { Keys = [new AuditKey("k-2", new byte[32])] };

        Assert.All(AuditTrail.Verify(evidence).Issues, issue => Assert.Equal(IssueCodes.AuditUnknownKey, issue.Code));
        Assert.Equal(5, AuditTrail.Verify(evidence).Issues.Length);
    }

    [Fact]
    public void A_seal_with_any_byte_changed_is_named()
    {
        Trail trail = Sealed();
        SealRecord right = trail.Seals[0];
        for (int position = 0; position < right.Bytes.Length; position++)
        {
            byte[] bytes = right.Bytes.ToArray();
            bytes[position] ^= 1;
            trail.Seals[0] = right with { Bytes = bytes };

            Assert.Contains(trail.Found(), found => found is "QK8011 /seals/1" or "QK8014 /seals/1");
        }
    }

    [Fact]
    public void A_seal_that_somebody_else_signed_or_nobody_is_named()
    {
        Trail forged = Sealed();
        forged.Seals[1] = new Trail().Signed(AuditSeal.Read(forged.Seals[1].Bytes)!);
        Trail stripped = Sealed();
        stripped.Seals[1] = stripped.Seals[1] with { SignerKeyId = null };
        Trail unknown = Sealed();
        unknown.Seals[1] = unknown.Seals[1] with { SignerKeyId = "s-2" };

        Assert.Equal(["QK8014 /seals/2"], forged.Found());
        Assert.Equal(["QK8012 /seals/2"], stripped.Found());
        Assert.Equal(["QK8013 /seals/2"], unknown.Found());
    }

    [Fact]
    public void Where_nobody_signs_it_is_said_once_as_a_warning()
    {
        Trail trail = Filled(new Trail { Signs = false });

        Issue issue = Assert.Single(AuditTrail.Verify(trail.Evidence()).Issues);
        Assert.Equal((IssueCodes.AuditSealUnsigned, Severity.Warning), (issue.Code, issue.Severity));
    }

    [Fact]
    public void A_seal_that_was_removed_from_the_middle_is_seen()
    {
        Trail trail = Sealed().Seal(20);
        trail.Seals.RemoveAt(1);

        Assert.Contains("QK8015 /seals/2", trail.Found());
        Assert.Contains("QK8020 /seals/3", trail.Found());
    }

    [Fact]
    public void The_last_seals_are_missed_where_they_were_anchored()
    {
        Trail anchored = Sealed();
        anchored.Seals.RemoveAt(1);
        Trail kept = Filled(new Trail());
        kept.Anchors.Clear();
        kept.Seals.RemoveAt(1);

        Assert.Equal(["QK8020 /seals/2"], anchored.Found());
        Assert.Empty(kept.Found());
    }

    [Fact]
    public void Seals_that_were_written_anew_differ_from_what_was_anchored()
    {
        Trail trail = Sealed();
        trail.Seals[1] = trail.Signed(AuditSeal.After(AuditSeal.Read(trail.Seals[0].Bytes), Trail.Tenant, Trail.Start.AddMinutes(11), []));

        Assert.Equal(["QK8019 /seals/2"], trail.Found());
    }

    [Fact]
    public void A_seal_that_does_not_follow_the_one_before_it_is_named()
    {
        Trail trail = Sealed();
        AuditSeal other = AuditSeal.After(null, Trail.Tenant, Trail.Start, []);
        trail.Seals[1] = trail.Signed(AuditSeal.After(other, Trail.Tenant, Trail.Start.AddMinutes(10), []));
        trail.Anchors.Clear();

        Assert.Equal(["QK8016 /seals/2"], trail.Found());
    }

    [Fact]
    public void A_seal_of_another_tenant_is_named()
    {
        Trail trail = new();
        trail.Seals.Add(trail.Signed(AuditSeal.After(null, "other", Trail.Start, [])));

        Assert.Equal(["QK8015 /seals/1"], trail.Found());
    }

    [Fact]
    public void A_time_without_seals_is_a_warning()
    {
        Assert.Empty(Sealed().Seal(30).Found());
        Assert.Equal(["QK8018 /seals/3"], Sealed().Seal(31).Found());
    }

    [Fact]
    public void A_seal_over_a_store_that_went_back_is_named()
    {
        Trail trail = Sealed();
        AuditHead shorter = AuditChain.Verify(First, trail.Chains[First].Take(2), [Trail.Key]).Head;
        trail.Seals.Add(trail.Signed(AuditSeal.After(AuditSeal.Read(trail.Seals[1].Bytes), Trail.Tenant, Trail.Start.AddMinutes(20), [shorter])));

        Assert.Equal(["QK8021 /seals/3"], trail.Found());
    }

    private static Trail Sealed() => Filled(new Trail());

    private static Trail Filled(Trail trail) => trail
        .Write("e-1", "evaluation.started", "evaluation.saved").Write("e-2", "evaluation.started").Seal(0)
        .Write("e-1", "evaluation.submitted").Write("e-2", "evaluation.submitted").Seal(10);
}
