using System.Runtime.InteropServices;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What is not shared: bytes with readers, names between collections; and callers that give up share nothing with those that follow.</summary>
internal static class SharingCases
{
    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("what a reader does to its bytes changes nothing", BytesOut),
        ("what a writer does to its bytes after replacing changes nothing", BytesIn),
        ("an index lists its own collection only", IndexOfCollection),
        ("a query sees its own tenant only, in every index", IndexOfTenant),
        ("a caller that gives up midway leaves all of its batch or nothing", GivenUp),
        ("a caller that gave up gets nothing from the maintenance door", GivenUpMaintenance),
        ("two nodes share pages: one goes on where the other ended", PagesOfNodes),
        ("a stale read is a read of something that was committed", StaleReads),
    ];

    private static async Task BytesOut(Bench bench)
    {
        await bench.Create("a", "one", Bench.Label("x"));
        Spoil((await bench.Find(Bench.Note("a")))!.Body);
        Expect.Same("one", await bench.Read("a"), "the body after a reader changed its bytes");
        Spoil((await bench.Store.QueryAsync(Bench.Tenant, Bench.Labelled("x"), bench.Cancellation)).Documents[0].Body);
        Expect.Same("one", await bench.Read("a"), "the body after a reader changed the bytes of a page");
        await foreach (CreateDocument document in bench.Maintenance.ExportAsync(Bench.Tenant, bench.Cancellation))
        {
            Spoil(document.Body);
        }

        Expect.Same("one", await bench.Read("a"), "the body after a reader changed the bytes of an export");
    }

    private static void Spoil(ReadOnlyMemory<byte> body)
    {
        if (MemoryMarshal.TryGetArray(body, out ArraySegment<byte> bytes))
        {
            bytes.AsSpan().Clear();
        }
    }

    private static async Task BytesIn(Bench bench)
    {
        DocumentVersion first = await bench.Create("a", "one");
        byte[] body = [.. "two"u8];
        DocumentBatch batch = bench.Batch().Replace(Bench.Note("a"), first, body);
        await bench.Commit(batch);
        body.AsSpan().Clear();
        Expect.Same("two", await bench.Read("a"), "the body after the writer changed its bytes");
    }

    private static async Task IndexOfCollection(Bench bench)
    {
        await bench.Commit(bench.Batch()
            .Create(Bench.Note("a"), Bench.Body("note"), Bench.Label("x"))
            .Create(new DocumentKey(Schema.Jobs, "a"), Bench.Body("job"), Bench.Label("x"))
            .Create(new DocumentKey(Schema.Jobs, "b"), Bench.Body("job"), Bench.Label("x")));
        Expect.List(["a"], await bench.Ids(Bench.Labelled("x")), "what an index lists whose name another collection has too");
        Expect.List(["a", "b"], await bench.Ids(Bench.Labelled("x") with { Collection = Schema.Jobs }), "what the other lists");
        Expect.Same(1, await bench.Store.CountAsync(Bench.Tenant, Bench.Labelled(), 10, bench.Cancellation), "what a count counts");
    }

    private static async Task IndexOfTenant(Bench bench)
    {
        foreach (TenantId tenant in (TenantId[])[Bench.Tenant, Bench.Other, new("tenant-"), new("tenant-a2"), new("TENANT-A")])
        {
            await bench.Commit(bench.Batch(tenant).Create(Bench.Note(tenant.Value), Bench.Body("x"), Bench.Label("x"), Bench.State("x", 1), Bench.Size(1)));
        }

        foreach (DocumentQuery query in (DocumentQuery[])[Bench.Labelled(), Bench.Labelled("x"), Bench.InState("x"), new() { Collection = Schema.Notes, Index = Schema.BySize }])
        {
            Expect.List(["tenant-a"], await bench.Ids(query with { Take = 1 }), $"what {query.Index} lists");
            Expect.Same(1, await bench.Store.CountAsync(Bench.Tenant, query, 10, bench.Cancellation), $"what {query.Index} counts");
        }
    }

    // Giving up at any moment is as if the reply had been lost: sent again, the batch has the one effect.
    private static async Task GivenUp(Bench bench)
    {
        for (int round = 0; round < 10; round++)
        {
            string label = $"round-{round}";
            DocumentBatch batch = Enumerable.Range(0, 50).Aggregate(bench.Batch(), (all, number) => all.Create(Bench.Note($"{label}-{number}"), Bench.Body("x"), Bench.Label(label)));
            using var patience = new CancellationTokenSource();
            Task<CommitResult> committing = Task.Run(() => bench.Store.CommitAsync(batch, patience.Token).AsTask());
            await Turn.PassAsync();
            await patience.CancelAsync();
            try
            {
                await committing;
            }
            catch (OperationCanceledException)
            {
                // It may have happened or not.
            }

            int left = await bench.Store.CountAsync(Bench.Tenant, Bench.Labelled(label), 1_000, bench.Cancellation);
            Expect.True(left is 0 or 50, $"of a batch of 50 whose caller gave up {left} are there");
            await bench.Commit(batch);
            Expect.Same(50, await bench.Store.CountAsync(Bench.Tenant, Bench.Labelled(label), 1_000, bench.Cancellation), "what is there after it was sent again");
        }
    }

    private static async Task GivenUpMaintenance(Bench bench)
    {
        await bench.Create("a", "one");
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        IStoreMaintenance door = bench.Maintenance;
        await Expect.Throws<OperationCanceledException>(() => door.DestroyTenantAsync(Bench.Tenant, gone.Token).AsTask(), "destroying");
        await Expect.Throws<OperationCanceledException>(() => door.ExportAsync(Bench.Tenant, gone.Token).ToListAsync(bench.Cancellation).AsTask(), "an export");
        await Expect.Throws<OperationCanceledException>(() => door.ListTenantsAsync(gone.Token).ToListAsync(bench.Cancellation).AsTask(), "a list of tenants");
        Expect.Same("one", await bench.Read("a"), "a document of a tenant whose destruction was given up before it began");
    }

    private static async Task PagesOfNodes(Bench bench)
    {
        IDocumentStore second = await bench.Harness.OpenAsync(Schema.Value, bench.Cancellation);
        foreach (string id in (string[])["a", "b", "c"])
        {
            await bench.Create(id, "x", Bench.Label("x"));
        }

        DocumentQuery query = Bench.Labelled("x") with { Take = 2 };
        DocumentPage first = await bench.Store.QueryAsync(Bench.Tenant, query, bench.Cancellation);
        DocumentPage rest = await second.QueryAsync(Bench.Tenant, query with { After = new PageEnd(first.End!.Values, first.End.Id) }, bench.Cancellation);
        Expect.List(["c"], rest.Documents.Select(document => document.Key.Id), "what the second node finds behind the page of the first");
    }

    private static async Task StaleReads(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "one", Bench.Label("x"));
        DocumentPage page = await bench.Store.QueryAsync(Bench.Tenant, Bench.Labelled("x") with { AllowsStale = true }, bench.Cancellation);
        Expect.True(page.Documents.Length == 0 || page.Documents.Single().Version == version, "a stale page showed what was never committed");
    }
}
