using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What the maintenance door promises: due work across tenants, export, and the end of a tenant.</summary>
internal static class MaintenanceCases
{
    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("the schema can be ensured again", async bench => await bench.Maintenance.EnsureSchemaAsync(bench.Cancellation)),
        ("due work names tenant, kind and the earliest moment, earliest first", DueWork),
        ("due work stops at its limit", DueWorkLimit),
        ("work that was done is no longer due", WorkDone),
        ("tenants with documents are listed in order", Tenants),
        ("an export has every document of one tenant with its entries", Export),
        ("a destroyed tenant has nothing left, others lose nothing", Destroy),
    ];

    private static DocumentBatch Job(Bench bench, TenantId tenant, string id, string kind, int minute) =>
        bench.Batch(tenant).Create(new DocumentKey(Schema.Jobs, id), Bench.Body(id), new IndexEntry(Schema.Due, IndexValue.Of(kind), IndexValue.Of(Bench.Noon.AddMinutes(minute))));

    private static async Task<List<string>> Due(Bench bench, int minute, int limit = 100)
    {
        var found = new List<string>();
        await foreach (DueWork work in bench.Maintenance.FindDueWorkAsync(Bench.Noon.AddMinutes(minute), limit, bench.Cancellation))
        {
            found.Add($"{work.Tenant} {work.Kind} {(work.Due - Bench.Noon).TotalMinutes}");
        }

        return found;
    }

    private static async Task DueWork(Bench bench)
    {
        await bench.Commit(Job(bench, Bench.Tenant, "1", "sweep", 5));
        await bench.Commit(Job(bench, Bench.Tenant, "2", "sweep", 3));
        await bench.Commit(Job(bench, Bench.Tenant, "3", "outbox", 4));
        await bench.Commit(Job(bench, Bench.Other, "1", "outbox", 1));
        await bench.Commit(Job(bench, Bench.Other, "2", "sweep", 9));
        Expect.List(["tenant-b outbox 1", "tenant-a sweep 3", "tenant-a outbox 4"], await Due(bench, 5), "what is due at 5");
        Expect.List(["tenant-b outbox 1"], await Due(bench, 1), "what is due at 1");
        Expect.List([], await Due(bench, 0), "what is due at 0");
    }

    private static async Task DueWorkLimit(Bench bench)
    {
        for (int number = 0; number < 5; number++)
        {
            await bench.Commit(Job(bench, new TenantId($"t{number}"), "1", "sweep", number));
        }

        Expect.List(["t0 sweep 0", "t1 sweep 1"], await Due(bench, 9, limit: 2), "the first two");
    }

    private static async Task WorkDone(Bench bench)
    {
        DocumentVersion version = await bench.Commit(Job(bench, Bench.Tenant, "1", "sweep", 1));
        await bench.Commit(bench.Batch().Replace(new DocumentKey(Schema.Jobs, "1"), version, Bench.Body("done")));
        Expect.List([], await Due(bench, 5), "what is due after it was done");
    }

    private static async Task Tenants(Bench bench)
    {
        foreach (string tenant in (string[])["b", "a", "B", "😀", "\uFFFD"])
        {
            await bench.Commit(bench.Batch(new TenantId(tenant)).Create(Bench.Note("a"), Bench.Body("x")));
        }

        var found = new List<string>();
        await foreach (TenantId tenant in bench.Maintenance.ListTenantsAsync(bench.Cancellation))
        {
            found.Add(tenant.Value);
        }

        Expect.List(["B", "a", "b", "\uFFFD", "😀"], found, "the tenants");
    }

    private static async Task Export(Bench bench)
    {
        await bench.Create("a", "one", Bench.Label("x"), Bench.Size(1.5m));
        await bench.Create("b", "two");
        await bench.Commit(bench.Batch(Bench.Other).Create(Bench.Note("c"), Bench.Body("three")));
        var found = new Dictionary<string, CreateDocument>();
        await foreach (CreateDocument document in bench.Maintenance.ExportAsync(Bench.Tenant, bench.Cancellation))
        {
            found.Add(document.Key.Id, document);
        }

        Expect.List(["a", "b"], found.Keys.Order(StringComparer.Ordinal), "the documents");
        Expect.True(found["a"].Body.Span.SequenceEqual("one"u8), "an exported body is not what was stored");
        Expect.True(found["a"].Entries.ToHashSet().SetEquals([Bench.Label("x"), Bench.Size(1.5m)]), "the exported entries are not what was stored");
    }

    private static async Task Destroy(Bench bench)
    {
        await bench.Create("a", "one", Bench.Label("x"));
        await bench.Commit(Job(bench, Bench.Tenant, "1", "sweep", 1));
        await bench.Commit(bench.Batch(Bench.Other).Create(Bench.Note("a"), Bench.Body("theirs"), Bench.Label("x")));
        await bench.Maintenance.DestroyTenantAsync(Bench.Tenant, bench.Cancellation);
        Expect.Same(null, await bench.Read("a"), "a document of the destroyed tenant");
        Expect.List([], await bench.Ids(Bench.Labelled("x")), "what its index lists");
        Expect.List([], await Due(bench, 5), "its work");
        Expect.Same("theirs", await bench.Read("a", Bench.Other), "a document of another tenant");
    }
}
