using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What keeps things apart: tenants, collections, ids that look alike, callers that give up.</summary>
internal static class IsolationCases
{
    private static readonly string[] OddIds =
    [
        "a", "A", "a ", " a", "a/b", "a\\b", "a%b", "a_b", "a'b", "a\"b", "a;--", "..", ".", "ä", "a\u0308", "ß", "ss", "İ", "i", "ı", "\u200Fa", "😀", "\u0001", "\uFFFF", "null",
    ];

    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("a tenant does not see another's documents", Tenants),
        ("a tenant cannot change another's documents", TenantsWrite),
        ("one id in two collections is two documents", Collections),
        ("ids that look alike are different documents", LookAlikes),
        ("an id of 512 bytes is kept whole", LongId),
        ("a body of the largest size is kept whole", LargeBody),
        ("a caller that gave up gets no answer and changes nothing", Cancelled),
        ("two nodes see each other's commits", TwoNodes),
    ];

    private static async Task Tenants(Bench bench)
    {
        await bench.Create("a", "mine", Bench.Label("x"));
        await bench.Commit(bench.Batch(Bench.Other).Create(Bench.Note("b"), Bench.Body("theirs"), Bench.Label("x")));
        Expect.Same(null, await bench.Read("b"), "another tenant's document");
        Expect.Same("theirs", await bench.Read("b", Bench.Other), "its document as it sees it");
        Expect.List(["a"], await bench.Ids(Bench.Labelled("x")), "what a query lists");
        Expect.Same(1, await bench.Store.CountAsync(Bench.Tenant, Bench.Labelled(), 10, bench.Cancellation), "what a count counts");
    }

    private static async Task TenantsWrite(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "mine");
        await bench.Refused(bench.Batch(Bench.Other).Delete(Bench.Note("a"), version));
        await bench.Refused(bench.Batch(Bench.Other).Require(Bench.Note("a"), version).Create(Bench.Note("b"), Bench.Body("b")));
        await bench.Commit(bench.Batch(Bench.Other).Create(Bench.Note("a"), Bench.Body("theirs")));
        Expect.List(["mine", "theirs"], [await bench.Read("a"), await bench.Read("a", Bench.Other)], "the bodies of two tenants");
    }

    private static async Task Collections(Bench bench)
    {
        var other = new DocumentKey(Schema.Plain, "a");
        await bench.Commit(bench.Batch().Create(Bench.Note("a"), Bench.Body("note")).Create(other, Bench.Body("plain")));
        await bench.Commit(bench.Batch().Delete(other, (await bench.Find(other))!.Version));
        Expect.Same("note", await bench.Read("a"), "the document of the other collection");
    }

    private static async Task LookAlikes(Bench bench)
    {
        foreach (string id in OddIds)
        {
            await bench.Create(id, $"body of {id}", Bench.Label(id));
        }

        foreach (string id in OddIds)
        {
            Expect.Same($"body of {id}", await bench.Read(id), "the body");
            Expect.List([id], await bench.Ids(Bench.Labelled(id)), "what its label lists");
        }
    }

    private static async Task LongId(Bench bench)
    {
        string id = new('x', StoreLimits.KeyBytes - 4);
        await bench.Create(id + "😀", "one", Bench.Label(new string('y', StoreLimits.IndexTextBytes)));
        await bench.Create(id + "😁", "two", Bench.Label(new string('y', StoreLimits.IndexTextBytes - 1)));
        Expect.List(["one", "two"], [await bench.Read(id + "😀"), await bench.Read(id + "😁")], "two bodies");
        Expect.List([id + "😁", id + "😀"], await bench.Ids(Bench.Labelled()), "the order of long texts");
    }

    private static async Task LargeBody(Bench bench)
    {
        byte[] body = new byte[bench.Store.Capabilities.LargestBody];
        for (int position = 0; position < body.Length; position++)
        {
            body[position] = (byte)(' ' + (position % 64));
        }

        await bench.Commit(bench.Batch().Create(Bench.Note("a"), body));
        Expect.True((await bench.Find(Bench.Note("a")))!.Body.Span.SequenceEqual(body), "a large body came back changed");
    }

    private static async Task Cancelled(Bench bench)
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        DocumentBatch batch = bench.Batch().Create(Bench.Note("a"), Bench.Body("one"));
        await Expect.Throws<OperationCanceledException>(() => bench.Store.CommitAsync(batch, gone.Token).AsTask(), "a commit that was given up before it began");
        await Expect.Throws<OperationCanceledException>(() => bench.Store.ReadAsync(Bench.Tenant, Bench.Note("a"), gone.Token).AsTask(), "a read");
        await Expect.Throws<OperationCanceledException>(() => bench.Store.QueryAsync(Bench.Tenant, Bench.Labelled(), gone.Token).AsTask(), "a query");
        await Expect.Throws<OperationCanceledException>(() => bench.Store.CountAsync(Bench.Tenant, Bench.Labelled(), 1, gone.Token).AsTask(), "a count");
        Expect.Same(null, await bench.Read("a"), "what the commit was to write");
    }

    private static async Task TwoNodes(Bench bench)
    {
        IDocumentStore second = await bench.Harness.OpenAsync(Schema.Value, bench.Cancellation);
        DocumentVersion version = await bench.Create("a", "0", Bench.Label("x"));
        for (int round = 1; round <= 4; round++)
        {
            (IDocumentStore writer, IDocumentStore reader) = round % 2 == 0 ? (bench.Store, second) : (second, bench.Store);
            Expect.Same(version, (await reader.ReadAsync(Bench.Tenant, Bench.Note("a"), bench.Cancellation))?.Version, "the version that one node sees");
            CommitResult result = await writer.CommitAsync(bench.Batch().Replace(Bench.Note("a"), version, Bench.Body($"{round}"), Bench.Label("x")), bench.Cancellation);
            Expect.True(result.IsCommitted, "a node refused the version that another committed");
            Expect.Same(result.Version, (await reader.ReadAsync(Bench.Tenant, Bench.Note("a"), bench.Cancellation))?.Version, "the version that one node sees of another's commit");
            DocumentPage page = await reader.QueryAsync(Bench.Tenant, Bench.Labelled("x"), bench.Cancellation);
            Expect.Same(result.Version, page.Documents.Single().Version, "the version that one node lists of another's commit");
            version = result.Version!.Value;
        }
    }
}
