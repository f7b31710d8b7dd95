using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What is still true after a process was killed; asked of durable stores only.</summary>
internal static class RestartCases
{
    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("what was committed is there after a kill", CommittedStays),
        ("a command is remembered after a kill", CommandStays),
        ("versions are not used again after a kill", VersionsStayNew),
        ("a deleted document stays deleted after a kill", DeletedStays),
        ("a batch is there whole after a kill", BatchStays),
        ("nothing is there after a kill that was not before", NothingNew),
        ("a refused batch has no effect after a kill either", RefusedStays),
        ("a destroyed tenant stays destroyed after a kill", DestroyedStays),
        ("a document can be replaced at the version that it had before a kill", VersionStays),
        ("a requirement holds or fails after a kill as it did before", RequirementStays),
        ("work is due after a kill as it was before", DueStays),
        ("a kill after every commit loses none", ManyKills),
        ("bodies and entries at their limits outlive a kill", LimitsStay),
    ];

    private static async Task CommittedStays(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "one", Bench.Label("x"));
        Bench after = await bench.Restart();
        Expect.Same("one", await after.Read("a"), "the body after a kill");
        Expect.Same(version, (await after.Find(Bench.Note("a")))!.Version, "the version after a kill");
        Expect.List(["a"], await after.Ids(Bench.Labelled("x")), "what the index lists after a kill");
    }

    private static async Task CommandStays(Bench bench)
    {
        DocumentBatch batch = bench.Batch().Create(Bench.Note("a"), Bench.Body("one"));
        DocumentVersion version = await bench.Commit(batch);
        await bench.Create("b", "two");
        Bench after = await bench.Restart();
        Expect.Same(version, await after.Commit(batch), "the answer to a command that was sent again after a kill");
    }

    private static async Task VersionsStayNew(Bench bench)
    {
        DocumentVersion first = await bench.Create("a", "one");
        DocumentVersion deletion = await bench.Commit(bench.Batch().Delete(Bench.Note("a"), first));
        Bench after = await bench.Restart();
        DocumentVersion again = await after.Create("a", "one");
        Expect.True(again != first && again != deletion, "a version was used again after a kill");
    }

    private static async Task DeletedStays(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "one", Bench.Label("x"));
        await bench.Commit(bench.Batch().Delete(Bench.Note("a"), version));
        await bench.Create("b", "two", Bench.Label("x"));
        Bench after = await bench.Restart();
        Expect.Same(null, await after.Read("a"), "a document that was deleted before the kill");
        Expect.List(["b"], await after.Ids(Bench.Labelled("x")), "what the index lists after a kill");
    }

    private static async Task BatchStays(Bench bench)
    {
        await bench.Commit(Enumerable.Range(0, 10).Aggregate(bench.Batch(), (all, number) => all.Create(Bench.Note($"n{number}"), Bench.Body($"{number}"), Bench.Label("x"))));
        Bench after = await bench.Restart();
        Expect.List(Enumerable.Range(0, 10).Select(number => $"n{number}"), await after.Ids(Bench.Labelled("x")), "what is there of a batch after a kill");
        Expect.Same("9", await after.Read("n9"), "the last body of the batch");
    }

    private static async Task NothingNew(Bench bench)
    {
        await bench.Create("a", "one", Bench.Label("x"));
        await bench.Create("b", "two", Bench.Label("x"));
        Bench after = await bench.Restart();
        List<CreateDocument> export = await after.Maintenance.ExportAsync(Bench.Tenant, after.Cancellation).ToListAsync(after.Cancellation);
        Expect.List(["a", "b"], export.Select(document => document.Key.Id).Order(StringComparer.Ordinal), "all that is there after a kill");
        List<TenantId> tenants = await after.Maintenance.ListTenantsAsync(after.Cancellation).ToListAsync(after.Cancellation);
        Expect.List([Bench.Tenant], tenants, "the tenants after a kill");
    }

    private static async Task RefusedStays(Bench bench)
    {
        await bench.Create("a", "one");
        DocumentBatch refused = bench.Batch().Create(Bench.Note("b"), Bench.Body("two")).Create(Bench.Note("a"), Bench.Body("two"));
        await bench.Refused(refused);
        Bench after = await bench.Restart();
        Expect.List(["one", null], [await after.Read("a"), await after.Read("b")], "the bodies after a kill");
        await after.Refused(refused);
    }

    private static async Task DestroyedStays(Bench bench)
    {
        await bench.Create("a", "one", Bench.Label("x"));
        await bench.Commit(bench.Batch(Bench.Other).Create(Bench.Note("b"), Bench.Body("theirs")));
        await bench.Maintenance.DestroyTenantAsync(Bench.Tenant, bench.Cancellation);
        Bench after = await bench.Restart();
        Expect.Same(null, await after.Read("a"), "a document of a tenant that was destroyed before the kill");
        Expect.Same("theirs", await after.Read("b", Bench.Other), "a document of another tenant");
        Expect.List([], await after.Ids(Bench.Labelled("x")), "what its index lists after a kill");
    }

    private static async Task VersionStays(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "one");
        Bench after = await bench.Restart();
        await after.Commit(after.Batch().Replace(Bench.Note("a"), version, Bench.Body("two")));
        await after.Refused(after.Batch().Replace(Bench.Note("a"), version, Bench.Body("three")));
        Expect.Same("two", await (await after.Restart()).Read("a"), "the body after a second kill");
    }

    private static async Task RequirementStays(Bench bench)
    {
        DocumentVersion first = await bench.Create("head", "one");
        DocumentVersion second = await bench.Commit(bench.Batch().Replace(Bench.Note("head"), first, Bench.Body("two")));
        Bench after = await bench.Restart();
        await after.Refused(after.Batch().Require(Bench.Note("head"), first).Create(Bench.Note("a"), Bench.Body("a")));
        await after.Refused(after.Batch().RequireAbsent(Bench.Note("head")).Create(Bench.Note("a"), Bench.Body("a")));
        await after.Commit(after.Batch().Require(Bench.Note("head"), second).Create(Bench.Note("a"), Bench.Body("a")));
    }

    private static async Task DueStays(Bench bench)
    {
        await bench.Commit(bench.Batch().Create(new DocumentKey(Schema.Jobs, "j"), Bench.Body("x"), new IndexEntry(Schema.Due, IndexValue.Of("sweep"), IndexValue.Of(Bench.Noon))));
        Bench after = await bench.Restart();
        List<DueWork> due = await after.Maintenance.FindDueWorkAsync(Bench.Noon, 10, after.Cancellation).ToListAsync(after.Cancellation);
        Expect.List([new DueWork { Tenant = Bench.Tenant, Kind = "sweep", Due = Bench.Noon }], due, "what is due after a kill");
    }

    private static async Task ManyKills(Bench bench)
    {
        DocumentVersion version = await bench.Create("counter", "0");
        for (int kill = 1; kill <= 5; kill++)
        {
            version = await bench.Commit(bench.Batch().Replace(Bench.Note("counter"), version, Bench.Body($"{kill}"), Bench.Label("x")).Create(Bench.Note($"n{kill}"), Bench.Body($"{kill}")));
            bench = await bench.Restart();
            Expect.Same($"{kill}", await bench.Read("counter"), $"the counter after kill {kill}");
            Expect.Same($"{kill}", await bench.Read($"n{kill}"), $"what was created before kill {kill}");
        }

        Expect.List(["counter"], await bench.Ids(Bench.Labelled("x")), "what the index lists after all kills");
    }

    private static async Task LimitsStay(Bench bench)
    {
        byte[] body = new byte[Math.Min(bench.Store.Capabilities.LargestBody, 1 << 20)];
        Array.Fill(body, (byte)'z');
        string id = new('é', StoreLimits.KeyBytes / 2);
        await bench.Commit(bench.Batch().Create(Bench.Note(id), body, Bench.Label(new string('y', StoreLimits.IndexTextBytes)), Bench.Size(-999_999_999_999.999999m)));
        Bench after = await bench.Restart();
        Expect.True((await after.Find(Bench.Note(id)))?.Body.Span.SequenceEqual(body) == true, "a large body is gone or changed after a kill");
        Expect.List([id], await after.Ids(Bench.Labelled(new string('y', StoreLimits.IndexTextBytes))), "what a long text lists after a kill");
        DocumentQuery sizes = new() { Collection = Schema.Notes, Index = Schema.BySize, Equal = [[IndexValue.Of(-999_999_999_999.999999m)]] };
        Expect.List([id], await after.Ids(sizes), "what the least number lists after a kill");
    }
}
