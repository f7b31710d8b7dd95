using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>Several clients on two nodes, each with its own steps, all at once.</summary>
internal sealed class Clients(IDocumentStoreHarness harness, int count, CancellationToken cancellation)
{
    private const string Everything = "run";
    private const int Tries = 50;

    private readonly ClientBoard _board = new();
    private readonly ClientHistory _history = new();
    private readonly List<IDocumentStore> _nodes = [];
    private int _commands;

    public async Task RunAsync(ImmutableArray<ClientStep> steps)
    {
        _nodes.Add(await harness.OpenAsync(Schema.Value, cancellation));
        _nodes.Add(await harness.OpenAsync(Schema.Value, cancellation));
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task all = Task.WhenAll(Enumerable.Range(0, count).Select(client => Task.Run(
            async () =>
            {
                await gate.Task;
                foreach (ClientStep step in steps.Where(step => step.Client == client))
                {
                    await TakeAsync(step);
                    await Turn.PassAsync();
                }
            },
            cancellation)));
        gate.SetResult();
        await all;
        await ListAsync(count);
        await ListAsync(count + 1);
        _history.Check();
    }

    private Task TakeAsync(ClientStep step) => step.Action switch
    {
        ClientAction.Commit => SendAsync(step.Client, Batch(step)),
        ClientAction.CreateOwn => CreateAsync(step.Client),
        ClientAction.Read => ReadAsync(step),
        ClientAction.List => ListAsync(step.Client),
        _ => _board.Recent(step.Choice % 4) is { } batch ? SendAsync(step.Client, batch) : Task.CompletedTask,
    };

    private DocumentBatch NewBatch() => DocumentBatch.For(Bench.Tenant, new CommandId($"c{Interlocked.Increment(ref _commands)}"));

    private DocumentBatch Batch(ClientStep step)
    {
        DocumentKey[] keys = _board.Keys;
        return step.Slots.Select(slot => keys[slot % keys.Length]).Distinct().Aggregate(NewBatch(), (batch, key) => batch.With(Operation(batch, key, step.Choice)));
    }

    private DocumentOperation Operation(DocumentBatch batch, DocumentKey key, int choice)
    {
        int turn = (choice + (batch.Operations.Length * 37)) % 100;
        bool isRaced = ClientBoard.IsRaced(key);
        return _board.Known(key) switch
        {
            null when isRaced && turn < 60 => Create(batch, key),
            null => new RequireDocument { Key = key, Version = null },
            { } version when turn < 35 => new RequireDocument { Key = key, Version = version },
            { } version when turn < 50 && !isRaced => new DeleteDocument { Key = key, Version = version },
            { } version => new ReplaceDocument { Key = key, Version = version, Body = Bench.Body(batch.Command.Value), Entries = [Bench.Label(Everything)] },
        };
    }

    private static CreateDocument Create(DocumentBatch batch, DocumentKey key) =>
        new() { Key = key, Body = Bench.Body(batch.Command.Value), Entries = [Bench.Label(Everything)] };

    private Task CreateAsync(int client)
    {
        DocumentBatch batch = NewBatch();
        return SendAsync(client, batch.With(Create(batch, Bench.Note($"own-{batch.Command}"))));
    }

    // Where the store could not be reached the batch is sent again: whatever became of the first, the command has one effect, between the first start and the answer.
    private async Task SendAsync(int client, DocumentBatch batch)
    {
        _board.Sending(batch);
        int began = _history.Now();
        CommitResult? result = null;
        for (int left = Tries; result is null; left--)
        {
            try
            {
                result = await _nodes[client % 2].CommitAsync(batch, cancellation);
            }
            catch (StorageUnavailableException) when (left > 0)
            {
                await Turn.PassAsync();
            }
        }

        _history.Sent(client, batch, began, result);
        foreach (DocumentOperation operation in batch.Operations.Where(operation => operation.Writes && result.IsCommitted))
        {
            _board.Tell(operation.Key, operation is DeleteDocument ? null : result.Version);
        }

        foreach (DocumentConflict conflict in result.Conflicts)
        {
            _board.Tell(conflict.Key, conflict.Current);
        }
    }

    private async Task ReadAsync(ClientStep step)
    {
        DocumentKey[] keys = _board.Keys;
        DocumentKey key = keys[step.Slots[0] % keys.Length];
        int began = _history.Now();
        Document? found = await _nodes[step.Client % 2].ReadAsync(Bench.Tenant, key, cancellation);
        _history.Read(step.Client, key, began, found);
        _board.Tell(key, found?.Version);
    }

    private async Task ListAsync(int client)
    {
        DocumentKey[] known = _board.Keys;
        int began = _history.Now();
        DocumentPage page = await _nodes[client % 2].QueryAsync(Bench.Tenant, Bench.Labelled(Everything) with { Take = StoreLimits.PageSize }, cancellation);
        _history.Listed(client, known, began, page.Documents);
    }
}
