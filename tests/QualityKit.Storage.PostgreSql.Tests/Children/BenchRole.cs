using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Tests.Servers;

namespace QualityKit.Storage.PostgreSql.Tests.Children;

/// <summary>A batch of five documents beside the same rows by hand-made SQL, in turns on one server. Not a test: it prints ratios.</summary>
internal static class BenchRole
{
    private const int Pairs = 15;
    private const int Commits = 150;

    private static readonly byte[] Body = new byte[2000];
    private static int s_number;

    public static async Task Run()
    {
        var server = new PostgresServer();
        await server.InitializeAsync();
        try
        {
            await using var store = new PostgreSqlDocumentStore(server.Options("bench"), Notes.Schema);
            await store.EnsureSchemaAsync(default);
            await using var byHand = NpgsqlDataSource.Create(server.ConnectionString + ";Max Auto Prepare=50;Auto Prepare Min Usages=2");
            await Time(Commits, () => ByStore(store));
            await Time(Commits, () => ByHand(byHand));
            await Compare("one after another", 1, store, byHand);
            await Compare("eight at once", 8, store, byHand);
            await server.Execute("ALTER SYSTEM SET synchronous_commit = off");
            await server.Execute("SELECT pg_reload_conf()");
            await Compare("one after another, without waiting for the disk", 1, store, byHand);
            await Compare("eight at once, without waiting for the disk", 8, store, byHand);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task Compare(string name, int clients, PostgreSqlDocumentStore store, NpgsqlDataSource byHand)
    {
        var ratios = new List<double>();
        (double ours, double theirs) = (0, 0);
        for (int pair = 0; pair < Pairs; pair++)
        {
            double hand = await Clients(clients, () => ByHand(byHand));
            double own = await Clients(clients, () => ByStore(store));
            ratios.Add(own / hand);
            (ours, theirs) = (ours + own, theirs + hand);
        }

        ratios.Sort();
        int commits = Pairs * Commits;
        Console.WriteLine($"{name}: store {ours / commits:0.000} ms, by hand {theirs / commits:0.000} ms a batch of five; ratio median {ratios[Pairs / 2]:0.00}, {ratios[0]:0.00} to {ratios[^1]:0.00} of {Pairs} pairs");
    }

    private static async Task<double> Clients(int clients, Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => Time(Commits / clients, work))));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<double> Time(int count, Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        for (int number = 0; number < count; number++)
        {
            await work();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task ByStore(PostgreSqlDocumentStore store)
    {
        int number = Interlocked.Increment(ref s_number);
        DocumentBatch batch = Enumerable.Range(0, 5).Aggregate(
            Notes.Batch($"s{number}"), (all, part) => all.Create(Notes.Key($"s{number}-{part}"), Body, Notes.Label($"l{number % 50}"), Notes.State("open", number)));
        await store.CommitAsync(batch, default);
    }

    // The least that writes the same rows: one transaction in one round trip, a prepared statement a table.
    private static async Task ByHand(NpgsqlDataSource source)
    {
        int number = Interlocked.Increment(ref s_number);
        await using NpgsqlConnection connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "BEGIN");
        Add(batch, "INSERT INTO bench.commands (tenant, command, version) VALUES ($1, $2, $3)", "acme", $"h{number}", new Guid(number, 0, 1, new byte[8]));
        Add(batch, $"INSERT INTO bench.documents (tenant, collection, id, version, body) VALUES {Rows(5, 5)}", Five(part => ["acme", "notes", $"h{number}-{part}", new Guid(number, 0, 1, new byte[8]), Body]));
        Add(batch, $"INSERT INTO bench.\"notes.by-label\" (tenant, v1, id) VALUES {Rows(5, 3)}", Five(part => ["acme", $"l{number % 50}", $"h{number}-{part}"]));
        Add(batch, $"INSERT INTO bench.\"notes.by-state\" (tenant, v1, v2, id) VALUES {Rows(5, 4)}", Five(part => ["acme", "open", (long)number, $"h{number}-{part}"]));
        Add(batch, "COMMIT");
        await batch.ExecuteNonQueryAsync();
    }

    private static object[] Five(Func<int, object[]> row) => [.. Enumerable.Range(0, 5).SelectMany(row)];

    private static string Rows(int rows, int columns) =>
        string.Join(", ", Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", Enumerable.Range(1, columns).Select(column => $"${(row * columns) + column}"))})"));

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = value switch { string => NpgsqlDbType.Text, Guid => NpgsqlDbType.Uuid, byte[] => NpgsqlDbType.Bytea, _ => NpgsqlDbType.Bigint } });
        }

        batch.BatchCommands.Add(command);
    }
}
