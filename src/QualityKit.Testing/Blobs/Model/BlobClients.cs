using System.Buffers.Binary;
using System.Collections.Concurrent;
using QualityKit.Storage.Blobs;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Blobs.Model;

/// <summary>Several clients that write, read, list and delete blobs at once; every writing has bytes of its own, so that a reader can tell whose it got.</summary>
/// <remarks>Raced names are written by all and never deleted; own names are written by one, told of afterwards, and may be deleted: so being
/// absent always names one state, as <see cref="History"/> asks for.</remarks>
internal sealed class BlobClients(IBlobStoreHarness harness, ConformanceOptions options, CancellationToken cancellation)
{
    private const string Deleted = "deleted";
    private const int Raced = 4;

    private readonly History _history = new();
    private readonly ConcurrentQueue<string> _own = [];
    private readonly ConcurrentQueue<(HistoryEntry Entry, string Name)> _lost = [];
    private readonly ConcurrentDictionary<string, string> _winners = [];
    private readonly ConcurrentDictionary<string, bool> _taken = [];
    private readonly List<BlobBench> _nodes = [];
    private int _writings;

    public async Task RunAsync(int sequence)
    {
        for (int node = 0; node < 2; node++)
        {
            _nodes.Add(new BlobBench(harness, await harness.OpenAsync(cancellation), cancellation));
        }

        await Task.WhenAll(Enumerable.Range(0, options.Clients).Select(client => Task.Run(() => RunClientAsync(client, new Dice(options.Seed, (sequence * 1_000L) + client)), cancellation)));
        foreach ((HistoryEntry entry, string name) in _lost)
        {
            Expect.True(_winners.TryGetValue(name, out string? winner), $"`{entry.Name}`, though nobody wrote that name");
            _history.Add(entry with { Saw = [(name, winner!)] });
        }

        _history.Check();
    }

    private async Task RunClientAsync(int client, Dice dice)
    {
        for (int step = 0; step < options.Steps / options.Clients; step++)
        {
            await (dice.Below(100) switch
            {
                < 25 => PutAsync(client, $"raced-{dice.Below(Raced)}", isOwn: false),
                < 45 => PutAsync(client, $"own-{client}-{step}", isOwn: true),
                < 85 => ReadAsync(client, Known(dice)),
                _ => DeleteAsync(client, dice),
            });
            await Turn.PassAsync();
        }
    }

    private string Known(Dice dice)
    {
        string[] own = [.. _own];
        int at = dice.Below(Raced + own.Length);
        return at < Raced ? $"raced-{at}" : own[at - Raced];
    }

    private static byte[] Writing(int number)
    {
        byte[] bytes = BlobBench.Bytes(100 + (number * 997 % 20_000));
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    private async Task PutAsync(int client, string name, bool isOwn)
    {
        int number = Interlocked.Increment(ref _writings);
        int began = _history.Now();
        BlobInfo? info = await _nodes[client % 2].Put(name, Writing(number), step: 3_000);
        var entry = new HistoryEntry { Name = $"client {client} {(info is null ? "was refused" : "wrote")} `{name}` as writing {number}", Began = began, Ended = _history.Now() };
        if (info is null)
        {
            Expect.True(!isOwn, $"{entry.Name}, a name that nobody else uses");
            _lost.Enqueue((entry, name));
            return;
        }

        _winners.TryAdd(name, $"writing {number}");
        _history.Add(entry with { Wrote = [(name, History.Absent, $"writing {number}")] });
        if (isOwn)
        {
            _own.Enqueue(name);
        }
    }

    private async Task ReadAsync(int client, string name)
    {
        int began = _history.Now();
        byte[]? bytes;
        try
        {
            bytes = await _nodes[client % 2].Get(name);
        }
        catch (Storage.Errors.StorageUnavailableException)
        {
            // A reader whose blob is deleted meanwhile may be told so.
            return;
        }

        int number = bytes is { Length: >= sizeof(int) } ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : 0;
        string state = bytes is not null ? $"writing {number}" : name.StartsWith("own", StringComparison.Ordinal) ? Deleted : History.Absent;
        Expect.True(bytes is null || (number > 0 && bytes.AsSpan().SequenceEqual(Writing(number))), $"client {client} read `{name}` and got bytes that nobody wrote");
        _history.Add(new HistoryEntry { Name = $"client {client} read `{name}`: {state}", Began = began, Ended = _history.Now(), Saw = [(name, state)] });
    }

    // Each own blob is deleted by one client at most, after it was written: so its deletion must find it.
    private async Task DeleteAsync(int client, Dice dice)
    {
        string name = Known(dice);
        if (!name.StartsWith("own", StringComparison.Ordinal) || !_taken.TryAdd(name, true))
        {
            return;
        }

        int began = _history.Now();
        bool wasThere = await _nodes[client % 2].Store.DeleteAsync(BlobBench.Tenant, new BlobName(name), cancellation);
        Expect.True(wasThere, $"client {client} deleted `{name}`, which was written before, and was told that it was not there");
        _history.Add(new HistoryEntry { Name = $"client {client} deleted `{name}`", Began = began, Ended = _history.Now(), Wrote = [(name, _winners[name], Deleted)] });
    }
}
