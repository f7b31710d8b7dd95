using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What a batch promises: everything or nothing, exact versions, requirements that write nothing, one effect a command.</summary>
internal static class BatchCases
{
    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("a created document is read as it was written", CreateAndRead),
        ("a body comes back byte for byte", BytesStay),
        ("a missing document reads as nothing", async bench => Expect.True(await bench.Find(Bench.Note("missing")) is null, "a document that was never written was found")),
        ("creating what exists is refused with its version", CreateTwice),
        ("replacing takes exactly the version that is there", ReplaceExactly),
        ("replacing what does not exist is refused without a version", ReplaceMissing),
        ("deleting takes exactly the version that is there", DeleteExactly),
        ("a deleted document can be made again and has another version", MakeAgain),
        ("every write of a batch has the same new version", OneVersion),
        ("versions are never used again", VersionsAreNew),
        ("a batch is all or nothing", AllOrNothing),
        ("every conflict of a batch is named", EveryConflict),
        ("a requirement writes nothing", RequireWritesNothing),
        ("a requirement that no longer holds refuses the batch", RequireFails),
        ("a requirement that a document is absent holds until it is made", RequireAbsent),
        ("a command sent again has one effect and the same answer", CommandAgain),
        ("a command sent again is answered even after others changed the documents", CommandAgainLater),
        ("a refused command may be sent again with what is right", CommandAfterRefusal),
        ("what a caller does to its bytes afterwards changes nothing", BytesAreCopied),
        ("a batch of 100 documents commits", HundredWrites),
    ];

    private static async Task CreateAndRead(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "one");
        Document? read = await bench.Find(Bench.Note("a"));
        Expect.Same("one", await bench.Read("a"), "the body");
        Expect.Same(version, read?.Version, "the version that was read");
        Expect.Same(Bench.Note("a"), read?.Key, "the key that was read");
    }

    private static async Task BytesStay(Bench bench)
    {
        byte[] body = [.. "{ \"b\": 1,\r\n  \"a\": 1.50, \"a\": \"\\u00e9é😀\" }"u8, 0x20, 0x09];
        await bench.Commit(bench.Batch().Create(Bench.Note("a"), body).Create(Bench.Note("empty"), default));
        Expect.List(body, (await bench.Find(Bench.Note("a")))!.Body.ToArray(), "the body");
        Expect.Same(0, (await bench.Find(Bench.Note("empty")))!.Body.Length, "the length of an empty body");
    }

    private static async Task CreateTwice(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "one");
        var conflicts = await bench.Refused(bench.Batch().Create(Bench.Note("a"), Bench.Body("two")));
        Expect.List([new DocumentConflict { Key = Bench.Note("a"), Current = version }], conflicts, "the conflicts");
        Expect.Same("one", await bench.Read("a"), "the body after the refusal");
    }

    private static async Task ReplaceExactly(Bench bench)
    {
        DocumentVersion first = await bench.Create("a", "one");
        DocumentVersion second = await bench.Commit(bench.Batch().Replace(Bench.Note("a"), first, Bench.Body("two")));
        var conflicts = await bench.Refused(bench.Batch().Replace(Bench.Note("a"), first, Bench.Body("three")));
        Expect.Same(second, conflicts.Single().Current, "the current version in the conflict");
        Expect.Same("two", await bench.Read("a"), "the body");
    }

    private static async Task ReplaceMissing(Bench bench)
    {
        var conflicts = await bench.Refused(bench.Batch().Replace(Bench.Note("a"), new DocumentVersion("none"), Bench.Body("two")));
        Expect.Same(null, conflicts.Single().Current, "the current version of a missing document");
        Expect.Same(null, await bench.Read("a"), "the body");
    }

    private static async Task DeleteExactly(Bench bench)
    {
        DocumentVersion first = await bench.Create("a", "one", Bench.Label("x"));
        DocumentVersion second = await bench.Commit(bench.Batch().Replace(Bench.Note("a"), first, Bench.Body("two"), Bench.Label("x")));
        await bench.Refused(bench.Batch().Delete(Bench.Note("a"), first));
        await bench.Commit(bench.Batch().Delete(Bench.Note("a"), second));
        Expect.Same(null, await bench.Read("a"), "the body after deleting");
        Expect.List([], await bench.Ids(Bench.Labelled("x")), "what its index lists after deleting");
    }

    private static async Task MakeAgain(Bench bench)
    {
        DocumentVersion first = await bench.Create("a", "one");
        await bench.Commit(bench.Batch().Delete(Bench.Note("a"), first));
        DocumentVersion second = await bench.Create("a", "one");
        Expect.True(first != second, "a document that was made again has the version that it had before it was deleted");
        await bench.Refused(bench.Batch().Delete(Bench.Note("a"), first));
    }

    private static async Task OneVersion(Bench bench)
    {
        DocumentVersion old = await bench.Create("b", "old");
        DocumentVersion version = await bench.Commit(bench.Batch().Create(Bench.Note("a"), Bench.Body("one")).Replace(Bench.Note("b"), old, Bench.Body("new")));
        Expect.List([version, version], [(await bench.Find(Bench.Note("a")))!.Version, (await bench.Find(Bench.Note("b")))!.Version], "the versions");
    }

    private static async Task VersionsAreNew(Bench bench)
    {
        var versions = new HashSet<DocumentVersion> { await bench.Create("a", "same") };
        for (int round = 0; round < 50; round++)
        {
            DocumentVersion current = (await bench.Find(Bench.Note("a")))!.Version;
            Expect.True(versions.Add(await bench.Commit(bench.Batch().Replace(Bench.Note("a"), current, Bench.Body("same")))), "a version was used twice");
        }
    }

    private static async Task AllOrNothing(Bench bench)
    {
        DocumentVersion version = await bench.Create("b", "old");
        await bench.Refused(bench.Batch()
            .Create(Bench.Note("a"), Bench.Body("one"), Bench.Label("x"))
            .Delete(Bench.Note("b"), version)
            .Replace(Bench.Note("c"), version, Bench.Body("three"), Bench.Label("x")));
        Expect.List([null, "old", null], [await bench.Read("a"), await bench.Read("b"), await bench.Read("c")], "the bodies after a refused batch");
        Expect.List([], await bench.Ids(Bench.Labelled("x")), "what the index lists after a refused batch");
    }

    private static async Task EveryConflict(Bench bench)
    {
        DocumentVersion version = await bench.Create("b", "old");
        var conflicts = await bench.Refused(bench.Batch()
            .Create(Bench.Note("b"), Bench.Body("two"))
            .Create(Bench.Note("fine"), Bench.Body("fine"))
            .Require(Bench.Note("c"), version));
        Expect.List(
            [new DocumentConflict { Key = Bench.Note("b"), Current = version }, new DocumentConflict { Key = Bench.Note("c"), Current = null }],
            conflicts.OrderBy(conflict => conflict.Key.Id, StringComparer.Ordinal),
            "the conflicts");
    }

    private static async Task RequireWritesNothing(Bench bench)
    {
        DocumentVersion version = await bench.Create("head", "one", Bench.Label("x"));
        await bench.Commit(bench.Batch().Require(Bench.Note("head"), version).Create(Bench.Note("a"), Bench.Body("a")));
        await bench.Commit(bench.Batch().Require(Bench.Note("head"), version).Create(Bench.Note("b"), Bench.Body("b")));
        Expect.Same(version, (await bench.Find(Bench.Note("head")))!.Version, "the version of a document that was required");
        Expect.List(["head"], await bench.Ids(Bench.Labelled("x")), "what the index lists of a document that was required");
    }

    private static async Task RequireFails(Bench bench)
    {
        DocumentVersion first = await bench.Create("head", "one");
        await bench.Commit(bench.Batch().Replace(Bench.Note("head"), first, Bench.Body("two")));
        await bench.Refused(bench.Batch().Require(Bench.Note("head"), first).Create(Bench.Note("a"), Bench.Body("a")));
        Expect.Same(null, await bench.Read("a"), "what was to be written under the requirement");
    }

    private static async Task RequireAbsent(Bench bench)
    {
        await bench.Commit(bench.Batch().RequireAbsent(Bench.Note("head")).Create(Bench.Note("a"), Bench.Body("a")));
        await bench.Create("head", "one");
        await bench.Refused(bench.Batch().RequireAbsent(Bench.Note("head")).Create(Bench.Note("b"), Bench.Body("b")));
        Expect.List(["a", null], [await bench.Read("a"), await bench.Read("b")], "the bodies");
    }

    private static async Task CommandAgain(Bench bench)
    {
        DocumentBatch batch = bench.Batch().Create(Bench.Note("a"), Bench.Body("one"), Bench.Label("x"));
        DocumentVersion first = await bench.Commit(batch);
        Expect.Same(first, await bench.Commit(batch), "the answer to a command that was sent again");
        Expect.List(["a"], await bench.Ids(Bench.Labelled("x")), "what the index lists");
    }

    private static async Task CommandAgainLater(Bench bench)
    {
        DocumentBatch batch = bench.Batch().Create(Bench.Note("a"), Bench.Body("one"));
        DocumentVersion first = await bench.Commit(batch);
        await bench.Commit(bench.Batch().Replace(Bench.Note("a"), first, Bench.Body("two")));
        Expect.Same(first, await bench.Commit(batch), "the answer to a command that was sent again");
        Expect.Same("two", await bench.Read("a"), "the body after a command was sent again");
    }

    private static async Task CommandAfterRefusal(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "one");
        DocumentBatch wrong = bench.Batch().Create(Bench.Note("a"), Bench.Body("two"));
        await bench.Refused(wrong);
        await bench.Commit(DocumentBatch.For(wrong.Tenant, wrong.Command).Replace(Bench.Note("a"), version, Bench.Body("two")));
        Expect.Same("two", await bench.Read("a"), "the body");
    }

    private static async Task BytesAreCopied(Bench bench)
    {
        byte[] body = [.. "one"u8];
        await bench.Commit(bench.Batch().Create(Bench.Note("a"), body));
        body.AsSpan().Clear();
        Expect.Same("one", await bench.Read("a"), "the body after the caller changed its bytes");
    }

    private static async Task HundredWrites(Bench bench)
    {
        DocumentBatch batch = Enumerable.Range(0, StoreLimits.BatchWrites)
            .Aggregate(bench.Batch(), (all, number) => all.Create(Bench.Note($"n{number:000}"), Bench.Body($"{number}"), Bench.Label("x")));
        await bench.Commit(batch);
        Expect.Same(StoreLimits.BatchWrites, (await bench.Ids(Bench.Labelled("x"))).Count, "the number of documents");
    }
}
