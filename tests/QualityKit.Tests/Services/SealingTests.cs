using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using QualityKit.Auditing;
using QualityKit.Hosting;
using QualityKit.Persistence;
using QualityKit.Services;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Storage.Hosting;
using QualityKit.Testing.Faults;
using QualityKit.Testing.Time;
using QualityKit.Validation;

namespace QualityKit.Tests.Services;

public sealed class SealingTests
{
    private const string Acme = "acme";

    private static readonly TenantId Tenant = new(Acme);
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);
    private static readonly string PrivateKey = ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportPkcs8PrivateKeyPem();

    private readonly InMemoryAuditAnchor _anchor = new();

    [Fact]
    public async Task A_seal_is_written_each_period_empty_or_not_signed_and_anchored()
    {
        await using Node node = Sealed();
        await node.Happen(Acme, "1", "a", "b");

        Assert.Equal(1, (await node.Sealing.RunOnceAsync(default)).Seals);
        Assert.Equal(0, (await node.Sealing.RunOnceAsync(default)).Seals);
        node.Clock.Advance(Period);
        Assert.Equal(1, (await node.Sealing.RunOnceAsync(default)).Seals);

        AuditSeal[] seals = [.. (await SealsAsync(node)).Select(record => AuditSeal.Read(record.Bytes)!)];
        Assert.Equal([2, 0], seals.Select(seal => seal.Heads.Length));
        Assert.All(await SealsAsync(node), record => Assert.Equal("seal-1", record.SignerKeyId));
        long[] told = await _anchor.ReadAsync(Acme, 1, default).Select(one => one.Number).ToArrayAsync();
        Assert.Equal([1, 2], told);
        AuditReport report = await node.Audit.VerifyAsync(Tenant, default);
        Assert.Empty(report.Issues);
        Assert.Equal((2, 2, 0, 2), (report.Entities, report.Entries, report.Unsealed, report.Seals));
    }

    [Fact]
    public async Task What_grew_since_is_sealed_next_and_nothing_else()
    {
        await using Node node = Sealed();
        await node.Happen(Acme, "1", "a");
        await node.Happen(Acme, "1", "b");
        await node.Sealing.RunOnceAsync(default);
        await node.Happen(Acme, "2", "b");
        Assert.Equal(1, (await node.Audit.VerifyAsync(Tenant, default)).Unsealed);

        node.Clock.Advance(Period);
        await node.Sealing.RunOnceAsync(default);

        AuditHead head = Assert.Single(AuditSeal.Read((await SealsAsync(node))[1].Bytes)!.Heads);
        Assert.Equal(("b", 2), (head.Entity.Id, head.Length));
        Assert.True((await node.Audit.VerifyAsync(Tenant, default)).IsClean);
    }

    [Fact]
    public async Task Without_signer_and_anchor_it_says_so()
    {
        await using var node = new Node();
        await node.Happen(Acme, "1", "a");
        await node.Sealing.RunOnceAsync(default);

        Assert.Equal([IssueCodes.AuditSealUnsigned], await FoundAsync(node));
    }

    [Fact]
    public async Task An_entry_that_was_altered_is_named()
    {
        await using Node node = await Written();

        await ChangeAsync(node, "c-2", body => body.Replace("\"mac\":\"", "\"mac\":\"AAAA", StringComparison.Ordinal));
        Assert.Contains($"{IssueCodes.AuditAltered} /evaluation/a/2", await NamedAsync(node));
    }

    [Fact]
    public async Task A_document_that_is_no_longer_one_is_named()
    {
        await using Node node = await Written();

        await ChangeAsync(node, "c-2", _ => "{}");
        Assert.Contains($"{IssueCodes.AuditUnreadable} /evaluation/a/2", await NamedAsync(node));
    }

    [Fact]
    public async Task An_entry_that_was_removed_is_named()
    {
        await using Node node = await Written();

        await RemoveAsync(node, key => key.Id.StartsWith("c-2", StringComparison.Ordinal));
        Assert.Contains($"{IssueCodes.AuditMisplaced} /evaluation/a/2", await NamedAsync(node));
    }

    [Fact]
    public async Task A_tail_that_was_removed_is_named_once_it_was_sealed()
    {
        await using Node node = await Written();

        await RemoveAsync(node, key => key.Id.StartsWith("c-3", StringComparison.Ordinal));
        Assert.Contains($"{IssueCodes.AuditTailGone} /evaluation/a", await NamedAsync(node));
    }

    [Fact]
    public async Task An_entity_that_was_removed_with_its_head_is_named()
    {
        await using Node node = await Written();

        await RemoveAsync(node, key => key.Id.StartsWith("c-", StringComparison.Ordinal) || key.Collection == Collections.AuditHeads);
        Assert.Contains($"{IssueCodes.AuditEntityGone} /evaluation/a", await NamedAsync(node));
    }

    [Fact]
    public async Task Newest_seals_that_were_dropped_are_named_and_nothing_is_sealed_until_somebody_looks()
    {
        await using Node node = await Written();
        Document before = (await node.Store.ReadAsync(Tenant, SealProgress.Key, default))!;
        await node.Happen(Acme, "4", "a");
        node.Clock.Advance(Period);
        await node.Sealing.RunOnceAsync(default);

        // Somebody puts the row of seals back to where it was.
        await RemoveAsync(node, key => key == SealDocument.KeyOf(2));
        Document now = (await node.Store.ReadAsync(Tenant, SealProgress.Key, default))!;
        await node.Store.CommitAsync(DocumentBatch.For(Tenant, new("back")).Replace(SealProgress.Key, now.Version, before.Body), default);

        Assert.Contains($"{IssueCodes.AuditSealGone} /seals/2", await NamedAsync(node));
        node.Clock.Advance(Period);
        SealingRun run = await node.Sealing.RunOnceAsync(default);
        Assert.Equal(SealRefusal.OtherThanAnchored, run.Refused[Tenant]);
        Assert.Contains(node.Log.Lines, line => line.Id == 1201);
    }

    [Fact]
    public async Task A_newest_seal_that_is_not_there_is_not_sealed_over()
    {
        await using Node node = await Written();
        await RemoveAsync(node, key => key == SealDocument.KeyOf(1));

        node.Clock.Advance(Period);
        Assert.Equal(SealRefusal.NewestSealDamaged, (await node.Sealing.RunOnceAsync(default)).Refused[Tenant]);
    }

    [Fact]
    public async Task What_was_cut_before_it_was_sealed_leaves_no_trace_and_counts_as_unsealed_until_then()
    {
        await using Node node = await Written();
        await node.Happen(Acme, "4", "a");

        Assert.Equal(1, (await node.Audit.VerifyAsync(Tenant, default)).Unsealed);
        await RemoveAsync(node, key => key.Id.StartsWith("c-4", StringComparison.Ordinal));
        Assert.True((await node.Audit.VerifyAsync(Tenant, default)).IsClean);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(365)]
    public async Task A_clock_that_is_off_stops_sealing_until_a_person_confirms_it(int days)
    {
        await using Node node = await Written();
        node.Clock.SetUtcNow(node.Clock.GetUtcNow().AddDays(days));
        await node.Happen(Acme, "4", "a");

        Assert.Equal(SealRefusal.ClockInDoubt, (await node.Sealing.RunOnceAsync(default)).Refused[Tenant]);
        Assert.Contains(node.Log.Lines, line => line.Id == 1201);
        Assert.True(await node.Sealing.ConfirmClockAsync(Tenant, new("ann"), default));
        Assert.Equal(1, (await node.Sealing.RunOnceAsync(default)).Seals);
        node.Clock.Advance(Period);
        Assert.Equal(1, (await node.Sealing.RunOnceAsync(default)).Seals);

        Assert.DoesNotContain((await node.Audit.VerifyAsync(Tenant, default)).Issues, issue => issue.Severity == Severity.Error);
    }

    [Fact]
    public async Task Two_periods_without_a_seal_are_no_doubt()
    {
        await using Node node = await Written();
        node.Clock.Advance(2 * Period);

        Assert.Empty((await node.Sealing.RunOnceAsync(default)).Refused);
    }

    [Fact]
    public async Task Two_nodes_that_seal_at_once_write_one_seal()
    {
        await using Node one = Sealed();
        await using Node other = Sealed(beside: one);
        await one.Happen(Acme, "1", "a");

        for (int round = 1; round <= 20; round++)
        {
            SealingRun[] runs = await Task.WhenAll(Task.Run(async () => await one.Sealing.RunOnceAsync(default)), Task.Run(async () => await other.Sealing.RunOnceAsync(default)));
            Assert.Equal(1, runs.Sum(run => run.Seals));
            await one.Happen(Acme, $"{round}", "a", $"e{round}");
            one.Clock.Advance(Period);
        }

        Assert.Empty((await one.Audit.VerifyAsync(Tenant, default)).Issues);
    }

    [Fact]
    public async Task Whichever_call_to_storage_fails_the_audit_checks_and_everything_is_sealed()
    {
        int runs = await FaultSweep.RunAsync(
            [Fault.Before, Fault.After, Fault.Twice],
            async (faults, cancellationToken) =>
            {
                var anchor = new InMemoryAuditAnchor();
                await using var node = new Node(Key, build: builder => Signed(builder, anchor), faults: faults);
                for (int round = 0; round < 3; round++)
                {
                    await node.Happen(Acme, $"{round}", "a", $"e{round}");
                    for (int tries = 0; tries < 3; tries++)
                    {
                        try
                        {
                            await node.Sealing.RunOnceAsync(cancellationToken);
                        }
                        catch (StorageUnavailableException)
                        {
                            // The host's job tries again.
                        }
                    }

                    node.Clock.Advance(Period);
                }

                await using var after = new Node(Key, beside: node, build: builder => Signed(builder, anchor));
                await after.Sealing.RunOnceAsync(cancellationToken);
                AuditReport report = await after.Audit.VerifyAsync(Tenant, cancellationToken);
                Assert.Empty(report.Issues);
                Assert.Equal((6, 0, 4), (report.Entries, report.Unsealed, report.Seals));
            },
            default);

        Assert.True(runs > 60, $"{runs} runs");
    }

    [Fact]
    public async Task More_chains_than_fit_in_one_seal_take_more_seals()
    {
        await using Node node = Sealed();
        string stem = new('e', 400);
        for (int number = 0; number < 20; number++)
        {
            await node.Happen(Acme, $"{number}", [.. Enumerable.Range(0, 21).Select(entity => $"{stem}{number}-{entity}")]);
        }

        Assert.Equal(2, (await node.Sealing.RunOnceAsync(default)).Seals);
        AuditReport report = await node.Audit.VerifyAsync(Tenant, default);
        Assert.Empty(report.Issues);
        Assert.Equal((420, 0), (report.Entries, report.Unsealed));
    }

    [Fact]
    public void A_signer_takes_a_private_key_over_p256_and_nothing_else()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Throws<ArgumentException>(() => new EcdsaAuditSigner("s", "not a key"));
        Assert.Throws<ArgumentException>(() => new EcdsaAuditSigner("s", other.ExportPkcs8PrivateKeyPem()));
        using var signer = new EcdsaAuditSigner("s", PrivateKey);
        Assert.Equal("s", signer.ToString());
    }

    private static void Key(QualityKitOptions options) => options.Audit.Key = new AuditKey("k-1", new byte[32]);

    private static void Signed(IQualityKitBuilder builder, IAuditAnchor anchor) =>
        builder.Services.AddSingleton<IAuditSigner>(_ => new EcdsaAuditSigner("seal-1", PrivateKey)).AddSingleton(anchor);

    private Node Sealed(Node? beside = null) => new(Key, beside, builder => Signed(builder, _anchor));

    // Three entries of one entity, sealed.
    private async Task<Node> Written()
    {
        Node node = Sealed();
        foreach (string number in new[] { "1", "2", "3" })
        {
            await node.Happen(Acme, number, "a");
        }

        Assert.Equal(1, (await node.Sealing.RunOnceAsync(default)).Seals);
        Assert.True((await node.Audit.VerifyAsync(Tenant, default)).IsClean);
        return node;
    }

    private static async Task<SealRecord[]> SealsAsync(Node node) =>
        await node.Store.ExportAsync(Tenant, default)
            .Where(document => document.Key.Collection == SealIndexes.Seals && document.Key != SealProgress.Key)
            .OrderBy(document => document.Key.Id, StringComparer.Ordinal)
            .Select(document => SealDocument.Read(new Document { Key = document.Key, Version = default, Body = document.Body }))
            .ToArrayAsync();

    private static async Task<string[]> FoundAsync(Node node) => [.. (await node.Audit.VerifyAsync(Tenant, default)).Issues.Select(issue => issue.Code)];

    private static async Task<string[]> NamedAsync(Node node) => [.. (await node.Audit.VerifyAsync(Tenant, default)).Issues.Select(issue => $"{issue.Code} {issue.Pointer}")];

    // As somebody who writes the database would, past the library.
    private static async Task RemoveAsync(Node node, Func<DocumentKey, bool> which)
    {
        foreach (CreateDocument document in await node.Store.ExportAsync(Tenant, default).Where(document => which(document.Key)).ToArrayAsync())
        {
            Document stored = (await node.Store.ReadAsync(Tenant, document.Key, default))!;
            await node.Store.CommitAsync(DocumentBatch.For(Tenant, new($"remove/{document.Key.Id}")).Delete(stored.Key, stored.Version), default);
        }
    }

    private static async Task ChangeAsync(Node node, string id, Func<string, string> change)
    {
        CreateDocument document = await node.Store.ExportAsync(Tenant, default).FirstAsync(document => document.Key.Id.StartsWith(id, StringComparison.Ordinal));
        Document stored = (await node.Store.ReadAsync(Tenant, document.Key, default))!;
        string body = System.Text.Encoding.UTF8.GetString(stored.Body.Span);
        string changed = change(body);
        Assert.NotEqual(body, changed);
        await node.Store.CommitAsync(DocumentBatch.For(Tenant, new("change")).Replace(stored.Key, stored.Version, System.Text.Encoding.UTF8.GetBytes(changed), [.. document.Entries]), default);
    }
}
