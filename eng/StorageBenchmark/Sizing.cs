using System.Globalization;
using Npgsql;
using QualityKit.Storage.Documents;

namespace QualityKit.StorageBenchmark;

/// <summary>What operations cost in bytes, writes and statements; counts, so the machine may be busy.</summary>
internal static class Sizing
{
    private const int Documents = 10_000;
    private const int Times = 500;

    private static readonly int[] Sizes = [1, 5, 100];

    private static int _next;

    public static async Task RunSqliteAsync(string folder)
    {
        string file = Path.Combine(folder, "sizing.db");
        IDocumentStore store = SqliteSide.Open(folder, "sizing");
        Console.WriteLine("| SQLite | write calls | bytes written | bytes of the file and its log, afterwards |");
        Console.WriteLine("| --- | --- | --- | --- |");
        await FillAsync(store);
        foreach (int size in Sizes)
        {
            await RowAsync($"create {size} in a commit", () => CreateAsync(store, size), Times / size, file);
        }

        await RowAsync("replace one", () => ReplaceAsync(store), Times, file);
        await RowAsync("delete one", () => DeleteAsync(store), Times, file);
        await RowAsync("read one", () => ReadAsync(store), Times, file);
        await RowAsync("a page of 50", () => PageAsync(store), Times, file);
        Console.WriteLine($"\n{Documents:N0} documents in commits of 100: {new FileInfo(file).Length / (double)Documents:N0} bytes a document, of which the body is {Contents.Body(1).Length}.");
    }

    public static async Task RunPostgreSqlAsync(string server, string log)
    {
        IDocumentStore store = await PostgreSqlSide.OpenAsync(server, "sizing");
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(server);
        await FillAsync(store);
        Console.WriteLine("| PostgreSQL | statements | bytes of the write-ahead log |");
        Console.WriteLine("| --- | --- | --- |");
        await ExecuteAsync(source, "ALTER SYSTEM SET log_statement = 'all'");
        await ExecuteAsync(source, "SELECT pg_reload_conf()");
        await Task.Delay(TimeSpan.FromSeconds(1));
        foreach (int size in Sizes)
        {
            await RowAsync($"create {size} in a commit", () => CreateAsync(store, size), Times / size, source, log);
        }

        await RowAsync("replace one", () => ReplaceAsync(store), Times, source, log);
        await RowAsync("delete one", () => DeleteAsync(store), Times, source, log);
        await RowAsync("read one", () => ReadAsync(store), Times, source, log);
        await RowAsync("a page of 50", () => PageAsync(store), Times, source, log);
        await ExecuteAsync(source, "ALTER SYSTEM RESET log_statement");
        await ExecuteAsync(source, "SELECT pg_reload_conf()");
        long bytes = await NumberAsync(source, "SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'sizing' AND c.relkind = 'r'");
        long documents = await NumberAsync(source, "SELECT count(*) FROM sizing.documents");
        Console.WriteLine($"\n{documents:N0} documents, with their indexes, entries and commands: {bytes / (double)documents:N0} bytes a document.");
    }

    private static async Task FillAsync(IDocumentStore store)
    {
        _next = 0;
        while (_next < Documents)
        {
            await CreateAsync(store, StoreLimits.BatchWrites);
        }
    }

    private static async Task CreateAsync(IDocumentStore store, int size)
    {
        await store.CommitAsync(Contents.Batch(_next, size), default);
        _next += size;
    }

    private static async Task ReplaceAsync(IDocumentStore store)
    {
        Document found = await FindAsync(store, Random.Shared.Next(Documents / 2));
        CreateDocument content = Contents.Document(_next++);
        await store.CommitAsync(
            DocumentBatch.For(Contents.Tenant, new CommandId($"r-{_next}")).Replace(found.Key, found.Version, content.Body, content.Entries), default);
    }

    private static async Task DeleteAsync(IDocumentStore store)
    {
        Document found = await FindAsync(store, (Documents / 2) + (_next++ % (Documents / 2)));
        await store.CommitAsync(DocumentBatch.For(Contents.Tenant, new CommandId($"d-{_next}")).Delete(found.Key, found.Version), default);
    }

    private static async Task ReadAsync(IDocumentStore store) => await FindAsync(store, Random.Shared.Next(Documents / 2));

    private static async Task<Document> FindAsync(IDocumentStore store, int number) =>
        (await store.ReadAsync(Contents.Tenant, new DocumentKey("evaluations", Contents.Id(number)), default))!;

    private static async Task PageAsync(IDocumentStore store) => await store.QueryAsync(
        Contents.Tenant,
        new DocumentQuery { Collection = "evaluations", Index = "by-agent", Equal = [[IndexValue.Of(Contents.Agent(Random.Shared.Next(Documents)))]], Take = 50 },
        default);

    private static async Task RowAsync(string name, Func<Task> work, int times, string file)
    {
        (long calls, long bytes) = Written();
        for (int time = 0; time < times; time++)
        {
            await work();
        }

        (long callsAfter, long bytesAfter) = Written();
        long size = new FileInfo(file).Length + new FileInfo($"{file}-wal").Length;
        Console.WriteLine($"| {name} | {(callsAfter - calls) / (double)times:N1} | {(bytesAfter - bytes) / (double)times:N0} | {size:N0} |");
    }

    private static async Task RowAsync(string name, Func<Task> work, int times, NpgsqlDataSource source, string log)
    {
        long statements = Lines(log);
        long bytes = await NumberAsync(source, "SELECT wal_bytes::bigint FROM pg_stat_wal");
        for (int time = 0; time < times; time++)
        {
            await work();
        }

        // Statistics are written out a moment later; the statement that asks for them is a line of the log too.
        await Task.Delay(TimeSpan.FromSeconds(2));
        long written = await NumberAsync(source, "SELECT wal_bytes::bigint FROM pg_stat_wal") - bytes;
        Console.WriteLine($"| {name} | {(Lines(log) - statements - 2) / (double)times:N1} | {written / (double)times:N0} |");
    }

    private static (long Calls, long Bytes) Written()
    {
        Dictionary<string, long> counts = File.ReadLines("/proc/self/io").Select(line => line.Split(": ")).ToDictionary(parts => parts[0], parts => long.Parse(parts[1], CultureInfo.InvariantCulture));
        return (counts["syscw"], counts["wchar"]);
    }

    private static long Lines(string log)
    {
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n').Count(line => line.Contains("LOG:  execute ", StringComparison.Ordinal) || line.Contains("LOG:  statement: ", StringComparison.Ordinal));
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> NumberAsync(NpgsqlDataSource source, string sql)
    {
        await using NpgsqlCommand command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
