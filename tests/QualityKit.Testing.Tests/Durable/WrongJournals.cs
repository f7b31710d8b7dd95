using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Testing.Documents;
using QualityKit.Testing.Tests.Documents;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Durable;

/// <summary>Durable stores that are right until they are killed.</summary>
internal static class WrongJournals
{
    public static DocumentCapabilities Capabilities { get; } = new InMemoryDocumentStore(new StoreSchema([])).Capabilities with { Name = "journal", IsDurable = true };

    public static IEnumerable<WrongProvider> All { get; } =
    [
        Wrong("the last commit is still in memory when the store is killed", new JournalRules { Replays = records => records.SkipLast(1) }, "what was committed is there after a kill"),
        Wrong("commands are forgotten at a restart", new JournalRules { Replays = records => records.Select(record => record with { Batch = record.Batch?.As(new CommandId(Guid.NewGuid().ToString())) }) }, "a command is remembered after a kill"),
        Wrong("versions are counted from what is still there", new JournalRules { Replays = WithoutDeleted }, "versions are not used again after a kill"),
        Wrong("a torn record at the end is done", new JournalRules { TakesTornTail = true }, "nothing is there after a kill that was not before"),
        Wrong("deletions are not written down", new JournalRules { Replays = records => records.Where(record => record.Batch?.Operations.Any(operation => operation is DeleteDocument) != true) }, "a deleted document stays deleted after a kill"),
        Wrong("destroyed tenants come back", new JournalRules { Replays = records => records.Where(record => record.Batch is not null) }, "a destroyed tenant stays destroyed after a kill"),
        Wrong("index entries are forgotten at a restart", new JournalRules { Replays = records => records.Select(record => record with { Batch = record.Batch?.WithEntries((_, _) => []) }) }, "what was committed is there after a kill"),
        Wrong("the end of the last batch is lost", new JournalRules { Replays = WithoutEnd }, "a batch is there whole after a kill"),
        Wrong("bodies are cut at 64 KiB at a restart", new JournalRules { Replays = records => records.Select(record => record with { Batch = record.Batch?.WithBodies(body => body[..Math.Min(body.Length, 65_536)]) }) }, "bodies and entries at their limits outlive a kill"),
    ];

    private static WrongProvider Wrong(string name, JournalRules rules, string caught) =>
        new(name, caught, Needs.Restart, options => DocumentStoreKit.Cases(Capabilities, () => new JournalHarness(rules), options));

    private static IEnumerable<JournalRecord> WithoutDeleted(List<JournalRecord> records)
    {
        HashSet<DocumentKey> deleted = [.. records.SelectMany(record => record.Batch?.Operations ?? []).OfType<DeleteDocument>().Select(delete => delete.Key)];
        return records.Where(record => record.Batch?.Operations.All(operation => deleted.Contains(operation.Key)) != true);
    }

    private static IEnumerable<JournalRecord> WithoutEnd(List<JournalRecord> records) =>
        records.Select((record, number) => number == records.Count - 1 && record.Batch is { Operations.Length: > 1 } batch
            ? record with { Batch = Batches.Of(batch.Tenant, batch.Command, batch.Operations[..^1]) }
            : record);
}
