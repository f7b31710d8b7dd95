using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>A sequence on its way: two nodes of the store, the model beside them, and what was sent so far.</summary>
internal sealed class Walk(IDocumentStoreHarness harness, CancellationToken cancellation)
{
    private readonly List<IDocumentStore> _nodes = [];
    private int _commands;

    public ModelStore Model { get; } = new();

    /// <summary>Every batch that was sent and may be sent again.</summary>
    public List<DocumentBatch> Sent { get; } = [];

    public CancellationToken Cancellation { get; } = cancellation;

    public IDocumentStore Node(int number) => _nodes[number % _nodes.Count];

    public IStoreMaintenance Maintenance(int node) => harness.MaintenanceOf(Node(node));

    public CommandId NewCommand() => new($"command-{++_commands}");

    /// <summary>Opens the first node, or the second beside it, or one in the place of the first.</summary>
    public async Task OpenAsync()
    {
        IDocumentStore node = await harness.OpenAsync(Schema.Value, Cancellation);
        if (_nodes.Count == 2)
        {
            _nodes.RemoveAt(0);
        }

        _nodes.Add(node);
    }

    public async Task KillAsync()
    {
        await harness.KillAsync(Cancellation);
        _nodes.Clear();
        await OpenAsync();
    }

    /// <summary>Sends a batch and holds the answer against the model's.</summary>
    public async Task SendAsync(DocumentBatch batch, int node)
    {
        DocumentVersion? known = Model.AnswerTo(batch);
        List<DocumentConflict> conflicts = known is null ? Model.ConflictsOf(batch) : [];
        CommitResult result = await Node(node).CommitAsync(batch, Cancellation);
        Expect.List(Words(conflicts), Words(result.Conflicts), $"the conflicts of {batch}");
        if (known is not null)
        {
            Expect.Same(known, result.Version, $"the answer to {batch}, which was committed before");
        }
        else if (result.Version is { } version)
        {
            Model.Commit(batch, version);
        }
    }

    /// <summary>Holds a document that the store gave against the model's.</summary>
    public static void ExpectSame(ModelDocument? expected, Document? found, string what)
    {
        Expect.Same(expected is null ? "nothing" : $"{expected.Key} at {expected.Version}", found is null ? "nothing" : $"{found.Key} at {found.Version}", what);
        if (expected is not null && !found!.Body.Span.SequenceEqual(expected.Body))
        {
            throw new ConformanceException($"{what}: the body of {expected.Key} is `{Encoding.UTF8.GetString(found.Body.Span)}`, not `{Encoding.UTF8.GetString(expected.Body)}`");
        }
    }

    private static IEnumerable<string> Words(IEnumerable<DocumentConflict> conflicts) =>
        conflicts.Select(conflict => $"{conflict.Key} is at {conflict.Current?.Value ?? "nothing"}").Order(StringComparer.Ordinal);
}
