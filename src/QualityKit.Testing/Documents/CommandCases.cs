using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What a command promises beyond its batch: one effect, whoever sends it, however late, and whatever became of the documents.</summary>
internal static class CommandCases
{
    private const int Senders = 8;

    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("a command belongs to its tenant", OfTenant),
        ("a command sent again is answered though its documents are gone", DocumentsGone),
        ("a command that only required is answered again too", RequirementsOnly),
        ("a command that deleted is answered again and deletes nothing new", DeletedAgain),
        ("a refused batch may be sent again as it was", RefusedThenFits),
        ("commands that look alike are different commands", LookAlikes),
        ("a command sent through two nodes at once has one effect", TwoNodes),
        ("many commands at once that race with their repetitions each have one effect", Repetitions),
    ];

    private static async Task OfTenant(Bench bench)
    {
        var command = new CommandId("the same");
        DocumentVersion mine = await bench.Commit(DocumentBatch.For(Bench.Tenant, command).Create(Bench.Note("a"), Bench.Body("mine")));
        DocumentVersion theirs = await bench.Commit(DocumentBatch.For(Bench.Other, command).Create(Bench.Note("b"), Bench.Body("theirs")));
        Expect.True(mine != theirs, "two tenants' commits got one version");
        Expect.List([null, "theirs"], [await bench.Read("b"), await bench.Read("b", Bench.Other)], "what a command of another tenant wrote, though one of that name was known");
    }

    private static async Task DocumentsGone(Bench bench)
    {
        DocumentBatch batch = bench.Batch().Create(Bench.Note("a"), Bench.Body("one"));
        DocumentVersion version = await bench.Commit(batch);
        await bench.Commit(bench.Batch().Delete(Bench.Note("a"), version));
        Expect.Same(version, await bench.Commit(batch), "the answer to a command whose document was deleted");
        Expect.Same(null, await bench.Read("a"), "the document that was deleted");
    }

    private static async Task RequirementsOnly(Bench bench)
    {
        DocumentVersion head = await bench.Create("head", "one");
        DocumentBatch batch = bench.Batch().Require(Bench.Note("head"), head).RequireAbsent(Bench.Note("b"));
        DocumentVersion version = await bench.Commit(batch);
        await bench.Commit(bench.Batch().Replace(Bench.Note("head"), head, Bench.Body("two")));
        Expect.Same(version, await bench.Commit(batch), "the answer to a command whose requirements no longer hold");
    }

    private static async Task DeletedAgain(Bench bench)
    {
        DocumentVersion first = await bench.Create("a", "one");
        DocumentBatch batch = bench.Batch().Delete(Bench.Note("a"), first);
        DocumentVersion deleted = await bench.Commit(batch);
        await bench.Create("a", "another");
        Expect.Same(deleted, await bench.Commit(batch), "the answer to a deletion that was sent again");
        Expect.Same("another", await bench.Read("a"), "the document that was made since");
    }

    private static async Task RefusedThenFits(Bench bench)
    {
        DocumentVersion version = await bench.Create("a", "one");
        DocumentBatch batch = bench.Batch().Create(Bench.Note("a"), Bench.Body("two")).Create(Bench.Note("b"), Bench.Body("b"));
        await bench.Refused(batch);
        await bench.Commit(bench.Batch().Delete(Bench.Note("a"), version));
        await bench.Commit(batch);
        Expect.List(["two", "b"], [await bench.Read("a"), await bench.Read("b")], "what a batch wrote that was refused at first");
    }

    private static async Task LookAlikes(Bench bench)
    {
        string[] commands = ["c", "C", "c ", "c\u0301", "\u0107", new('c', StoreLimits.IdBytes), new('c', StoreLimits.IdBytes - 1)];
        var versions = new HashSet<DocumentVersion>();
        foreach ((string command, int number) in commands.Select((command, number) => (command, number)))
        {
            Expect.True(
                versions.Add(await bench.Commit(DocumentBatch.For(Bench.Tenant, new CommandId(command)).Create(Bench.Note($"n{number}"), Bench.Body("x")))),
                $"the command `{command}` was taken for another");
        }
    }

    private static async Task TwoNodes(Bench bench)
    {
        IDocumentStore second = await bench.Harness.OpenAsync(Schema.Value, bench.Cancellation);
        for (int round = 0; round < 10; round++)
        {
            DocumentBatch batch = bench.Batch().Create(Bench.Note($"n{round}"), Bench.Body("x"));
            var results = new CommitResult[2];
            await Bench.Together(2, async node => results[node] = await (node == 0 ? bench.Store : second).CommitAsync(batch, bench.Cancellation));
            Expect.True(results[0].IsCommitted && results[0].Version == results[1].Version, "two nodes that were sent one command gave two answers");
        }
    }

    // Each raises a counter of its own and is sent by several: were it to happen twice, it would be refused or counted twice.
    private static async Task Repetitions(Bench bench)
    {
        ImmutableArray<DocumentVersion> starts = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(number => bench.Create($"n{number}", "0")))];
        for (int round = 1; round <= 10; round++)
        {
            DocumentBatch[] batches = [.. starts.Select((version, number) => bench.Batch().Replace(Bench.Note($"n{number}"), version, Bench.Body($"{round}")))];
            var answers = new DocumentVersion[Senders];
            await Bench.Together(Senders, async sender => answers[sender] = await bench.Commit(batches[sender % 4]));
            Expect.True(Enumerable.Range(0, 4).All(number => answers[number] == answers[number + 4]), "one command got two answers");
            starts = [.. answers[..4]];
        }
    }
}
