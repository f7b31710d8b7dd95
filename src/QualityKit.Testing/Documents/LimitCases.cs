using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>Everything that <see cref="StoreLimits"/> allows is taken, whole.</summary>
internal static class LimitCases
{
    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("a batch of 4 MiB commits, whole", FourMebibytes),
        ("a batch of 100 writes and 100 requirements commits, and the last requirement counts", HundredOfEach),
        ("a document of 200 entries is listed for each", TwoHundredEntries),
        ("a query of 100 values finds what has one", HundredValues),
        ("a page of 1,000 documents is one page", ThousandDocuments),
        ("long texts that differ in the last byte are different", LongTexts),
        ("tenants of 128 bytes that differ in the last are different", LongTenants),
        ("a version is a text of 1 to 128 bytes", Versions),
    ];

    private static async Task FourMebibytes(Bench bench)
    {
        int size = Math.Min(bench.Store.Capabilities.LargestBody, 1 << 20);
        byte[] body = new byte[size];
        Array.Fill(body, (byte)'y');
        DocumentBatch batch = bench.Batch();
        for (int start = 0; start < StoreLimits.BatchBytes; start += size)
        {
            body[0] = (byte)('a' + (start / size));
            batch = batch.Create(Bench.Note($"n{start / size}"), body.ToArray(), Bench.Label("x"));
        }

        await bench.Commit(batch);
        foreach (DocumentOperation operation in batch.Operations)
        {
            Document? found = await bench.Find(operation.Key);
            Expect.True(found is not null && found.Body.Span.SequenceEqual(((CreateDocument)operation).Body.Span), $"the body of {operation.Key} came back changed");
        }
    }

    private static async Task HundredOfEach(Bench bench)
    {
        DocumentVersion version = await bench.Commit(Enumerable.Range(0, StoreLimits.BatchRequirements)
            .Aggregate(bench.Batch(), (all, number) => all.Create(Bench.Note($"r{number:000}"), Bench.Body("r"))));
        DocumentBatch batch = Enumerable.Range(0, StoreLimits.BatchWrites).Aggregate(bench.Batch(), (all, number) => all.Create(Bench.Note($"w{number:000}"), Bench.Body("w"), Bench.Label("x")));
        batch = Enumerable.Range(0, StoreLimits.BatchRequirements - 1).Aggregate(batch, (all, number) => all.Require(Bench.Note($"r{number:000}"), version));
        DocumentBatch wrong = batch.Require(Bench.Note("r099"), new DocumentVersion("another"));
        var conflicts = await bench.Refused(wrong);
        Expect.List([new DocumentConflict { Key = Bench.Note("r099"), Current = version }], conflicts, "the conflicts");
        Expect.Same(0, (await bench.Ids(Bench.Labelled("x"))).Count, "what a refused batch wrote");
        await bench.Commit(batch.Require(Bench.Note("r099"), version));
        Expect.Same(StoreLimits.BatchWrites, (await bench.Ids(Bench.Labelled("x"))).Count, "what the batch wrote");
    }

    private static async Task TwoHundredEntries(Bench bench)
    {
        IndexEntry[] entries = [.. Enumerable.Range(0, StoreLimits.IndexEntries).Select(number => Bench.Label($"label-{number:000}"))];
        DocumentVersion version = await bench.Create("a", "x", [.. entries]);
        Expect.Same(StoreLimits.IndexEntries, (await bench.Ids(Bench.Labelled() with { Take = 7 })).Count, "how often the document is listed");
        Expect.List(["a"], await bench.Ids(Bench.Labelled("label-199")), "what the last entry lists");
        await bench.Commit(bench.Batch().Replace(Bench.Note("a"), version, Bench.Body("x"), Bench.Label("one")));
        Expect.Same(1, (await bench.Ids(Bench.Labelled())).Count, "how often it is listed with one entry");
    }

    private static async Task HundredValues(Bench bench)
    {
        await bench.Commit(Enumerable.Range(0, StoreLimits.BatchWrites).Aggregate(bench.Batch(), (all, number) => all.Create(Bench.Note($"n{number:000}"), Bench.Body("x"), Bench.Label($"{number:000}"))));
        string[] odd = [.. Enumerable.Range(0, StoreLimits.QueryValues).Reverse().Select(number => $"{(number * 2) + 1:000}")];
        Expect.Same(50, (await bench.Ids(Bench.Labelled([.. odd]) with { Take = 9 })).Count, "how many have one of 100 values");
    }

    private static async Task ThousandDocuments(Bench bench)
    {
        for (int part = 0; part < 11; part++)
        {
            await bench.Commit(Enumerable.Range(part * 100, 100).Aggregate(bench.Batch(), (all, number) => all.Create(Bench.Note($"n{number:0000}"), Bench.Body("x"), Bench.Label("x"))));
        }

        DocumentQuery query = Bench.Labelled("x") with { Take = StoreLimits.PageSize };
        DocumentPage page = await bench.Store.QueryAsync(Bench.Tenant, query, bench.Cancellation);
        Expect.Same("n0000 to n0999 of 1000", $"{page.Documents[0].Key.Id} to {page.Documents[^1].Key.Id} of {page.Documents.Length}", "the page");
        Expect.Same(100, (await bench.Ids(query with { After = page.End })).Count, "what follows it");
    }

    private static async Task LongTexts(Bench bench)
    {
        string text = new('é', (StoreLimits.IndexTextBytes / 2) - 1);
        await bench.Create("second", "x", Bench.Label(text + "b "));
        await bench.Create("first", "x", Bench.Label(text + "a "));
        await bench.Create("third", "x", Bench.Label(text + "é"));
        Expect.List(["first", "second", "third"], await bench.Ids(Bench.Labelled() with { Take = 1 }), "long texts in order");
        Expect.List(["second"], await bench.Ids(Bench.Labelled(text + "b ")), "what one long text lists");
    }

    private static async Task LongTenants(Bench bench)
    {
        string start = new('t', StoreLimits.IdBytes - 1);
        foreach (string last in (string[])["a", "b"])
        {
            await bench.Commit(bench.Batch(new TenantId(start + last)).Create(Bench.Note("n"), Bench.Body(last), Bench.Label("x")));
        }

        Expect.List(["a", "b"], [await bench.Read("n", new TenantId(start + "a")), await bench.Read("n", new TenantId(start + "b"))], "the documents of two tenants");
        Expect.Same(null, await bench.Read("n", new TenantId(start)), "the document of a tenant whose name is shorter");
    }

    private static async Task Versions(Bench bench)
    {
        string version = (await bench.Create("a", "x")).Value;
        Expect.True(version.Length > 0 && !version.Contains('\0', StringComparison.Ordinal), "a version is empty, or has a NUL");
        Expect.True(System.Text.Encoding.UTF8.GetByteCount(version) <= StoreLimits.IdBytes, $"the version `{version}` is longer than {StoreLimits.IdBytes} bytes");
    }
}
