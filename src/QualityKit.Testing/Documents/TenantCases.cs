using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What the maintenance door promises at its edges: tenants that come and go while others write, work that is due at the same moment.</summary>
internal static class TenantCases
{
    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("a tenant and kind is due once, however much of it is", DueOnce),
        ("work is due to the microsecond", DueExactly),
        ("work of a deleted document is not due", DueDeleted),
        ("a tenant whose documents are gone is not listed", Emptied),
        ("a destroyed tenant can begin again, at new versions", BeginAgain),
        ("the commands of a destroyed tenant are forgotten with it", CommandsForgotten),
        ("destroying a tenant that has nothing changes nothing", DestroyNothing),
        ("a destroyed tenant is not in the list, and its export is empty", DestroyedIsGone),
        ("destroying while others commit leaves batches whole and other tenants alone", DestroyWhileCommitting),
        ("an export while others write has all that stays", ExportWhileWriting),
        ("an export has bodies and entries of every kind, exactly", ExportExactly),
    ];

    private static IndexEntry Due(string kind, DateTimeOffset moment) => new(Schema.Due, IndexValue.Of(kind), IndexValue.Of(moment));

    private static DocumentKey Job(string id) => new(Schema.Jobs, id);

    private static ValueTask<List<DueWork>> DueAt(Bench bench, DateTimeOffset until) =>
        bench.Maintenance.FindDueWorkAsync(until, 1_000, bench.Cancellation).ToListAsync(bench.Cancellation);

    private static async Task DueOnce(Bench bench)
    {
        await bench.Commit(Enumerable.Range(0, 20).Aggregate(bench.Batch(), (all, number) => all.Create(Job($"j{number}"), Bench.Body("x"), Due("sweep", Bench.Noon.AddMinutes(20 - number)), Due("outbox", Bench.Noon))));
        List<DueWork> found = await DueAt(bench, Bench.Noon.AddHours(1));
        Expect.List(["outbox 0", "sweep 1"], found.Select(work => $"{work.Kind} {(work.Due - Bench.Noon).TotalMinutes}"), "what is due");
    }

    private static async Task DueExactly(Bench bench)
    {
        DateTimeOffset moment = Bench.Noon.AddMicroseconds(1);
        await bench.Commit(bench.Batch().Create(Job("j"), Bench.Body("x"), Due("sweep", moment)));
        Expect.Same(0, (await DueAt(bench, Bench.Noon)).Count, "what is due a microsecond before");
        Expect.List([new DueWork { Tenant = Bench.Tenant, Kind = "sweep", Due = moment }], await DueAt(bench, moment), "what is due at that microsecond");
    }

    private static async Task DueDeleted(Bench bench)
    {
        DocumentVersion version = await bench.Commit(bench.Batch().Create(Job("j"), Bench.Body("x"), Due("sweep", Bench.Noon)));
        await bench.Commit(bench.Batch().Delete(Job("j"), version));
        Expect.Same(0, (await DueAt(bench, Bench.Noon)).Count, "what is due of a document that was deleted");
    }

    private static async Task<List<string>> Tenants(Bench bench) =>
        [.. (await bench.Maintenance.ListTenantsAsync(bench.Cancellation).ToListAsync(bench.Cancellation)).Select(tenant => tenant.Value)];

    private static async Task Emptied(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "x");
        await bench.Commit(bench.Batch(Bench.Other).Create(Bench.Note("a"), Bench.Body("x")));
        await bench.Commit(bench.Batch().Delete(Bench.Note("a"), version));
        Expect.List(["tenant-b"], await Tenants(bench), "the tenants that have a document");
    }

    private static async Task BeginAgain(Bench bench)
    {
        DocumentVersion first = await bench.Create("a", "one", Bench.Label("x"));
        await bench.Maintenance.DestroyTenantAsync(Bench.Tenant, bench.Cancellation);
        DocumentVersion second = await bench.Create("a", "two", Bench.Label("y"));
        Expect.True(first != second, "a tenant that began again got a version that it had before it was destroyed");
        await bench.Refused(bench.Batch().Delete(Bench.Note("a"), first));
        Expect.Same("two", await bench.Read("a"), "the document of the tenant that began again");
        Expect.List(["a"], await bench.Ids(Bench.Labelled()), "what its index lists");
    }

    private static async Task CommandsForgotten(Bench bench)
    {
        DocumentBatch batch = bench.Batch().Create(Bench.Note("a"), Bench.Body("one"), Bench.Label("x"));
        DocumentBatch theirs = bench.Batch(Bench.Other).Create(Bench.Note("a"), Bench.Body("theirs"));
        DocumentVersion first = await bench.Commit(batch);
        DocumentVersion other = await bench.Commit(theirs);
        await bench.Maintenance.DestroyTenantAsync(Bench.Tenant, bench.Cancellation);
        Expect.True(first != await bench.Commit(batch), "a command of a destroyed tenant was answered as if it were still known");
        Expect.Same("one", await bench.Read("a"), "what a batch wrote that was sent again after its tenant was destroyed");
        Expect.List(["a"], await bench.Ids(Bench.Labelled("x")), "what its index lists");
        Expect.Same(other, await bench.Commit(theirs), "the answer to a command of another tenant");
    }

    private static async Task DestroyNothing(Bench bench)
    {
        await bench.Create("a", "one");
        await bench.Maintenance.DestroyTenantAsync(new TenantId("nobody"), bench.Cancellation);
        await bench.Maintenance.DestroyTenantAsync(Bench.Other, bench.Cancellation);
        await bench.Maintenance.DestroyTenantAsync(Bench.Other, bench.Cancellation);
        Expect.Same("one", await bench.Read("a"), "a document of another tenant");
        Expect.List(["tenant-a"], await Tenants(bench), "the tenants");
    }

    private static async Task DestroyedIsGone(Bench bench)
    {
        await bench.Create("a", "one", Bench.Label("x"));
        await bench.Commit(bench.Batch(Bench.Other).Create(Bench.Note("b"), Bench.Body("two")));
        await bench.Maintenance.DestroyTenantAsync(Bench.Tenant, bench.Cancellation);
        Expect.List(["tenant-b"], await Tenants(bench), "the tenants");
        Expect.Same(0, (await bench.Maintenance.ExportAsync(Bench.Tenant, bench.Cancellation).ToListAsync(bench.Cancellation)).Count, "what an export has of a destroyed tenant");
        Expect.Same(0, await bench.Store.CountAsync(Bench.Tenant, Bench.Labelled(), 10, bench.Cancellation), "what its index counts");
    }

    // What a destruction tears apart, the next one would tidy up: so each is looked at by itself.
    private static async Task DestroyWhileCommitting(Bench bench)
    {
        await bench.Commit(bench.Batch(Bench.Other).Create(Bench.Note("a"), Bench.Body("theirs"), Bench.Label("x")));
        for (int round = 0; round < 8; round++)
        {
            using var done = new CancellationTokenSource();
            await Bench.Together(5, side => side == 0 ? Destroy(bench, done) : CommitPairs(bench, $"{round}-{side}", done.Token));
            List<CreateDocument> left = await bench.Maintenance.ExportAsync(Bench.Tenant, bench.Cancellation).ToListAsync(bench.Cancellation);
            List<string> notes = [.. left.Where(document => document.Key.Collection == Schema.Notes).Select(document => document.Key.Id).Order(StringComparer.Ordinal)];
            List<string> jobs = [.. left.Where(document => document.Key.Collection == Schema.Jobs).Select(document => document.Key.Id).Order(StringComparer.Ordinal)];
            Expect.List(notes, jobs, "the second documents of batches whose first are there");
            Expect.List(notes, await bench.Ids(Bench.Labelled()), "what the index lists of those that are there");
        }

        Expect.Same("theirs", await bench.Read("a", Bench.Other), "a document of another tenant");
    }

    private static async Task Destroy(Bench bench, CancellationTokenSource done)
    {
        try
        {
            for (int turn = 0; turn < 1_000 && await bench.Store.CountAsync(Bench.Tenant, Bench.Labelled(), 4, bench.Cancellation) < 4; turn++)
            {
                await Turn.PassAsync();
            }

            await bench.Maintenance.DestroyTenantAsync(Bench.Tenant, bench.Cancellation);
        }
        finally
        {
            await done.CancelAsync();
        }
    }

    private static async Task CommitPairs(Bench bench, string writer, CancellationToken done)
    {
        for (int round = 0; round < 2_000 && !done.IsCancellationRequested; round++)
        {
            string id = $"{writer}-{round}";
            await bench.Commit(bench.Batch().Create(Bench.Note(id), Bench.Body("x"), Bench.Label(id)).Create(Job(id), Bench.Body("x"), Bench.Label(id)));
            await Turn.PassAsync();
        }
    }

    private static async Task ExportWhileWriting(Bench bench)
    {
        await bench.Commit(Enumerable.Range(0, 100).Aggregate(bench.Batch(), (all, number) => all.Create(Bench.Note($"stays-{number:00}"), Bench.Body("x"))));
        using var done = new CancellationTokenSource();
        int rounds = 0;
        Task writing = Task.Run(async () =>
        {
            for (; !done.IsCancellationRequested; Interlocked.Increment(ref rounds))
            {
                DocumentVersion version = await bench.Create("comes and goes", $"{rounds}");
                await Turn.PassAsync();
                await bench.Commit(bench.Batch().Delete(Bench.Note("comes and goes"), version));
                await Turn.PassAsync();
            }
        });
        try
        {
            for (int export = 0; export < 25; export++)
            {
                for (int before = Volatile.Read(ref rounds); Volatile.Read(ref rounds) == before && !writing.IsCompleted;)
                {
                    await Turn.PassAsync();
                }

                List<CreateDocument> found = await bench.Maintenance.ExportAsync(Bench.Tenant, bench.Cancellation).ToListAsync(bench.Cancellation);
                Expect.Same(100, found.Count(document => document.Key.Id.StartsWith("stays", StringComparison.Ordinal)), "how many of 100 that stayed are in the export");
                Expect.Same(found.Count, found.DistinctBy(document => document.Key).Count(), "how many documents of the export differ");
            }
        }
        finally
        {
            await done.CancelAsync();
        }

        await writing;
    }

    private static async Task ExportExactly(Bench bench)
    {
        byte[] body = [.. " {\"a\": 1.0}\r\n é😀 "u8];
        IndexEntry[] entries =
        [
            Bench.Label(""), Bench.Label("é😀"), Bench.Size(-999_999_999_999.999999m), Bench.State("x", 0),
            new(Schema.ByState, IndexValue.Of("x"), IndexValue.Of(DateTimeOffset.UnixEpoch.AddMicroseconds(-1))),
        ];
        await bench.Commit(bench.Batch().Create(Bench.Note("a/é😀 "), body, [.. entries]));
        CreateDocument found = (await bench.Maintenance.ExportAsync(Bench.Tenant, bench.Cancellation).ToListAsync(bench.Cancellation)).Single();
        Expect.Same(Bench.Note("a/é😀 "), found.Key, "the key");
        Expect.True(found.Body.Span.SequenceEqual(body), "an exported body is not what was stored");
        Expect.True(found.Entries.Length == entries.Length && found.Entries.ToHashSet().SetEquals(entries), "the exported entries are not what was stored");
        await bench.Commit(DocumentBatch.For(Bench.Other, new CommandId("import")).With(found));
        Expect.List(["a/é😀 "], await bench.Ids(Bench.Labelled("é😀"), Bench.Other), "what a tenant lists into which the export was imported");
    }
}
