using System.Globalization;
using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;

namespace QualityKit.Testing.Tests.Programs;

/// <summary>The programs that the contract has to make possible, each written on it alone: if one of them were clumsy or wrong, the contract would be.</summary>
public class ContractProgramTests
{
    private static readonly TenantId Tenant = new("vendor");
    private static readonly DateTimeOffset Noon = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly StoreSchema Schema = new(
        ["quotas", "interactions", "holds", "keys", "envelopes", "outbox", "evaluations", "rows"],
        new IndexDefinition("outbox", "due", new IndexField { Name = "kind", Kind = IndexKind.Text }, new IndexField { Name = "due", Kind = IndexKind.Instant }) { ListsDueWork = true },
        new IndexDefinition("outbox", "waiting", new IndexField { Name = "entity", Kind = IndexKind.Text }, new IndexField { Name = "number", Kind = IndexKind.Number }),
        new IndexDefinition("envelopes", "by-key", new IndexField { Name = "key", Kind = IndexKind.Text }),
        new IndexDefinition("rows", "by-agent", new IndexField { Name = "agent", Kind = IndexKind.Text }, new IndexField { Name = "score", Kind = IndexKind.Number }));

    private readonly InMemoryDocumentStore _inMemory = new(Schema);
    private readonly CheckedDocumentStore _store;
    private int _commands;

    public ContractProgramTests() => _store = new CheckedDocumentStore(_inMemory, Schema);

    [Fact]
    public async Task Of_many_that_race_for_the_last_quota_slot_one_gets_it()
    {
        var quota = new DocumentKey("quotas", "agent-7/2030-06");
        await Commit(Batch().Create(quota, Text("4 of 5")));

        bool[] won = await Task.WhenAll(Enumerable.Range(0, 20).Select(racer => Task.Run(() => TakeSlot(quota, $"evaluation-{racer}"))));

        Assert.Single(won, has => has);
        Assert.Equal("5 of 5", await Read(quota));
    }

    [Fact]
    public async Task No_interleaving_of_a_hold_and_a_deletion_deletes_what_is_held()
    {
        for (int round = 0; round < 200; round++)
        {
            var register = new DocumentKey("holds", $"register-{round}");
            var call = new DocumentKey("interactions", $"call-{round}");
            await Commit(Batch().Create(register, Text("none")).Create(call, Text("audio")));

            bool[] done = await Task.WhenAll(Task.Run(() => Hold(register)), Task.Run(() => Sweep(register, call)));

            bool isDeleted = await Read(call) is null;
            Assert.True(done[0]);
            Assert.Equal(done[1], isDeleted);
            Assert.Equal("held", await Read(register));
        }
    }

    [Fact]
    public async Task A_store_that_was_slow_does_not_wrap_to_a_key_that_was_retired_meanwhile()
    {
        var head = new DocumentKey("keys", "head");
        DocumentVersion version = await Commit(Batch().Create(head, Text("active k1")));

        // The slow one reads the head, then sleeps; elsewhere the key is retired after a proof that nothing refers to it.
        await Commit(Batch().Replace(head, version, Text("active k2, retired k1")));
        CommitResult slow = await _store.CommitAsync(Batch().Require(head, version).Create(new DocumentKey("envelopes", "e1"), Text("wrapped by k1"), Wrapped("k1")), default);
        Assert.False(slow.IsCommitted);

        // It wraps again under what the conflict showed it, and the proof still holds.
        DocumentVersion now = slow.Conflicts.Single().Current!.Value;
        await Commit(Batch().Require(head, now).Create(new DocumentKey("envelopes", "e1"), Text("wrapped by k2"), Wrapped("k2")));
        Assert.Equal(0, await _store.CountAsync(Tenant, new DocumentQuery { Collection = "envelopes", Index = "by-key", Equal = [[IndexValue.Of("k1")]] }, 10, default));
    }

    [Fact]
    public async Task An_outbox_over_1000_tenants_delivers_everything_once_and_in_order_and_nobody_starves()
    {
        const int Tenants = 1_000;
        var flooding = new TenantId("t0000");
        for (int number = 0; number < Tenants; number++)
        {
            await AddEvents(new TenantId($"t{number:0000}"), number == 0 ? 300 : 2);
        }

        var delivered = new Dictionary<TenantId, List<int>>();
        int turns = 0;
        while (await Turn(delivered, budget: 5))
        {
            turns++;
            Assert.True(turns > 1 || delivered.Count == Tenants, "after one turn every tenant was served");
        }

        Assert.Equal(60, turns);
        Assert.Equal(Enumerable.Range(0, 300), delivered[flooding]);
        Assert.All(delivered.Where(tenant => tenant.Key != flooding), tenant => Assert.Equal([0, 1], tenant.Value));
    }

    [Fact]
    public async Task A_rescore_replaces_the_evaluation_and_its_row_together()
    {
        var evaluation = new DocumentKey("evaluations", "e1");
        var row = new DocumentKey("rows", "e1");
        DocumentVersion version = await Commit(Batch().Create(evaluation, Text("60")).Create(row, Text("60"), Row("ann", 60)));

        bool[] won = await Task.WhenAll(new[] { 70, 80 }.Select(score => Task.Run(async () =>
            (await _store.CommitAsync(Batch().Replace(evaluation, version, Text($"{score}")).Replace(row, version, Text($"{score}"), Row("ann", score)), default)).IsCommitted)));

        Assert.Single(won, has => has);
        Assert.Equal(await Read(evaluation), await Read(row));
        Assert.Equal(1, await _store.CountAsync(Tenant, new DocumentQuery { Collection = "rows", Index = "by-agent", Equal = [[IndexValue.Of("ann")]] }, 10, default));
    }

    private static IndexEntry Wrapped(string key) => new("by-key", IndexValue.Of(key));

    private static IndexEntry Row(string agent, decimal score) => new("by-agent", IndexValue.Of(agent), IndexValue.Of(score));

    private static ReadOnlyMemory<byte> Text(string text) => Encoding.UTF8.GetBytes(text);

    private DocumentBatch Batch(TenantId? tenant = null) => DocumentBatch.For(tenant ?? Tenant, new CommandId($"{Interlocked.Increment(ref _commands)}"));

    private async Task<DocumentVersion> Commit(DocumentBatch batch) => (await _store.CommitAsync(batch, default)).Version!.Value;

    private async Task<string?> Read(DocumentKey key) => await _store.ReadAsync(Tenant, key, default) is { } found ? Encoding.UTF8.GetString(found.Body.Span) : null;

    private async Task<bool> TakeSlot(DocumentKey quota, string evaluation)
    {
        while (await _store.ReadAsync(Tenant, quota, default) is { } slots && Encoding.UTF8.GetString(slots.Body.Span) == "4 of 5")
        {
            DocumentBatch batch = Batch().Replace(quota, slots.Version, Text("5 of 5")).Create(new DocumentKey("evaluations", evaluation), Text("assigned"));
            if ((await _store.CommitAsync(batch, default)).IsCommitted)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> Hold(DocumentKey register)
    {
        Document now = (await _store.ReadAsync(Tenant, register, default))!;
        return (await _store.CommitAsync(Batch().Replace(register, now.Version, Text("held")), default)).IsCommitted;
    }

    private async Task<bool> Sweep(DocumentKey register, DocumentKey call)
    {
        Document holds = (await _store.ReadAsync(Tenant, register, default))!;
        Document due = (await _store.ReadAsync(Tenant, call, default))!;
        return Encoding.UTF8.GetString(holds.Body.Span) == "none"
            && (await _store.CommitAsync(Batch().Require(register, holds.Version).Delete(call, due.Version), default)).IsCommitted;
    }

    private async Task AddEvents(TenantId tenant, int count)
    {
        for (int number = 0; number < count; number++)
        {
            await Commit(Batch(tenant).Create(
                new DocumentKey("outbox", $"{number}"),
                Text($"{number}"),
                new IndexEntry("due", IndexValue.Of("outbox"), IndexValue.Of(Noon)),
                new IndexEntry("waiting", IndexValue.Of("call-1"), IndexValue.Of((decimal)number))));
        }
    }

    // One turn over all tenants that have work: each gets a few deliveries, then it is the next one's turn.
    private async Task<bool> Turn(Dictionary<TenantId, List<int>> delivered, int budget)
    {
        var waiting = new DocumentQuery { Collection = "outbox", Index = "waiting", Take = budget };
        bool hadWork = false;
        foreach (DueWork work in await _inMemory.FindDueWorkAsync(Noon, 1_000, default).ToListAsync())
        {
            hadWork = true;
            foreach (Document pending in (await _store.QueryAsync(work.Tenant, waiting, default)).Documents)
            {
                delivered.TryAdd(work.Tenant, []);
                delivered[work.Tenant].Add(int.Parse(Encoding.UTF8.GetString(pending.Body.Span), CultureInfo.InvariantCulture));
                await Commit(Batch(work.Tenant).Delete(pending.Key, pending.Version));
            }
        }

        return hadWork;
    }
}
