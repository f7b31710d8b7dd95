using System.Collections.Concurrent;
using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>What the clients did and were answered, in the words of <see cref="History"/>: a document goes from version to version.</summary>
internal sealed class ClientHistory
{
    private const string Deleted = "deleted";

    private readonly History _history = new();
    private readonly ConcurrentQueue<(int Client, DocumentBatch Batch, int Began, int Ended, CommitResult Result)> _sends = [];
    private readonly ConcurrentQueue<(string Name, Document Document)> _bodies = [];

    public int Now() => _history.Now();

    public void Sent(int client, DocumentBatch batch, int began, CommitResult result) => _sends.Enqueue((client, batch, began, Now(), result));

    public void Read(int client, DocumentKey key, int began, Document? found)
    {
        string name = $"client {client} read {key}: {found?.Version.Value ?? "nothing"}";
        Saw(name, began, [(key.ToString(), State(key, found?.Version))]);
        Keep(name, found);
    }

    /// <summary>A page of everything. What it lists was there; what was known before it began and is not listed was absent.</summary>
    public void Listed(int client, DocumentKey[] known, int began, IReadOnlyCollection<Document> found)
    {
        string name = $"client {client} listed [{string.Join(", ", found)}]";
        Expect.Same(found.Count, found.DistinctBy(document => document.Key).Count(), $"how many documents differ of what {name}");
        IEnumerable<DocumentKey> missing = known.Except(found.Select(document => document.Key));
        Saw(name, began, [.. found.Select(document => (document.Key.ToString(), document.Version.Value)), .. missing.Select(key => (key.ToString(), State(key, null)))]);
        foreach (Document document in found)
        {
            Keep(name, document);
        }
    }

    /// <exception cref="ConformanceException">No order gives these answers.</exception>
    public void Check()
    {
        var commands = new Dictionary<DocumentVersion, string>();
        foreach (var command in _sends.Where(send => send.Result.IsCommitted).GroupBy(send => send.Batch.Command))
        {
            DocumentVersion version = command.First().Result.Version!.Value;
            Expect.True(command.All(send => send.Result.Version == version), $"the command {command.Key} was answered with [{string.Join(", ", command.Select(send => send.Result.Version))}]");
            Expect.True(commands.TryAdd(version, command.Key.Value), $"two commands were answered with the version {version}");

            // It happened once, in one of its sends: after the first began, and before the first answer.
            (int client, DocumentBatch batch, int began, _, _) = command.MinBy(send => send.Began);
            _history.Add(Entry(client, batch, began, command.Min(send => send.Ended), version));
        }

        foreach ((int client, DocumentBatch batch, int began, int ended, CommitResult result) in _sends.Where(send => !send.Result.IsCommitted))
        {
            _history.Add(Refusal(client, batch, began, ended, result));
        }

        foreach ((string name, Document document) in _bodies)
        {
            string writer = commands.GetValueOrDefault(document.Version, "nobody");
            Expect.True(writer == Encoding.UTF8.GetString(document.Body.Span), $"{name}: {document} has another body than {writer} wrote");
        }

        _history.Check();
    }

    private static HistoryEntry Entry(int client, DocumentBatch batch, int began, int ended, DocumentVersion version) => new()
    {
        Name = $"client {client} committed {batch.Command} as {version}: {string.Join(" + ", batch.Operations.Select(Words))}",
        Began = began,
        Ended = ended,
        Saw = [.. batch.Operations.Where(operation => !operation.Writes).Select(operation => (operation.Key.ToString(), State(operation.Key, operation.Expected)))],
        Wrote =
        [
            .. batch.Operations.Where(operation => operation.Writes).Select(operation => (
                operation.Key.ToString(),
                operation.Expected?.Value ?? History.Absent,
                operation is DeleteDocument ? Deleted : version.Value)),
            ($"command {batch.Command}", History.Absent, "done"),
        ],
    };

    // A refused batch saw all that it asked about: what it names as a conflict as it says, and the rest as it expected. Its command was not done yet.
    private static HistoryEntry Refusal(int client, DocumentBatch batch, int began, int ended, CommitResult result)
    {
        var conflicts = result.Conflicts.ToDictionary(conflict => conflict.Key, conflict => conflict.Current);
        string name = $"client {client} was refused {batch.Command}: {string.Join(" + ", batch.Operations.Select(Words))}";
        foreach (DocumentOperation operation in batch.Operations.Where(operation => conflicts.ContainsKey(operation.Key)))
        {
            Expect.True(conflicts[operation.Key] != operation.Expected, $"{name}: the conflict says that {operation.Key} was as the batch expected");
        }

        return new HistoryEntry
        {
            Name = name,
            Began = began,
            Ended = ended,
            Saw =
            [
                .. batch.Operations.Select(operation => (operation.Key.ToString(), State(operation.Key, conflicts.TryGetValue(operation.Key, out DocumentVersion? current) ? current : operation.Expected))),
                ($"command {batch.Command}", History.Absent),
            ],
        };
    }

    private static string State(DocumentKey key, DocumentVersion? version) => version?.Value ?? (ClientBoard.IsRaced(key) ? History.Absent : Deleted);

    private static string Words(DocumentOperation operation) => $"{operation.GetType().Name.Replace("Document", "", StringComparison.Ordinal)} {operation.Key} at {operation.Expected?.Value ?? "nothing"}";

    private void Saw(string name, int began, params (string, string)[] states) =>
        _history.Add(new HistoryEntry { Name = name, Began = began, Ended = Now(), Saw = [.. states] });

    private void Keep(string name, Document? document)
    {
        if (document is not null)
        {
            _bodies.Enqueue((name, document));
        }
    }
}
