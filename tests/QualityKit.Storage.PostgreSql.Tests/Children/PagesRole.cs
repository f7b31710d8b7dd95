using System.Diagnostics;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Queries;
using QualityKit.Storage.PostgreSql.Schema;
using QualityKit.Storage.PostgreSql.Tests.Servers;

namespace QualityKit.Storage.PostgreSql.Tests.Children;

/// <summary>Pages of a store with many documents beside those of one with few, in turns on one server, and their plans. Not a test: it prints.</summary>
internal static class PagesRole
{
    private const int Few = 10_000;
    private const int Rounds = 1500;

    public static async Task Run(int many)
    {
        var server = new QuickPostgresServer();
        await server.InitializeAsync();
        try
        {
            await server.Execute("ALTER SYSTEM SET max_wal_size = '8GB'; ");
            await server.Execute("SELECT pg_reload_conf()");
            await using PostgreSqlDocumentStore few = await Fill(server, "few", Few);
            await using PostgreSqlDocumentStore lots = await Fill(server, "lots", many);
            await server.Execute("VACUUM ANALYZE");
            await Compare(few, lots, many);
            await Explain(server, many);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<PostgreSqlDocumentStore> Fill(PostgresServer server, string schema, int count)
    {
        var store = new PostgreSqlDocumentStore(server.Options(schema), Notes.Schema);
        await store.EnsureSchemaAsync(default);
        long start = Stopwatch.GetTimestamp();
        await store.ImportAsync(Notes.Tenant, ManyDocuments.AllNotes(count), default);
        Console.WriteLine($"{schema}: {count} documents and {3 * count} entries imported in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        return store;
    }

    private static async Task Compare(PostgreSqlDocumentStore few, PostgreSqlDocumentStore lots, int many)
    {
        var random = new Random(7);
        var times = new Dictionary<int, List<double>> { [Few] = [], [many] = [] };
        for (int round = -200; round < Rounds; round++)
        {
            foreach ((PostgreSqlDocumentStore store, int count) in new[] { (few, Few), (lots, many) })
            {
                int start = random.Next(count);
                var query = new DocumentQuery { Collection = "notes", Index = "by-state", Equal = [[IndexValue.Of("open")]], Take = 50, After = new PageEnd([IndexValue.Of("open"), IndexValue.Of(Notes.Noon.AddMinutes(start))], "n") };
                long begin = Stopwatch.GetTimestamp();
                await store.QueryAsync(Notes.Tenant, query, default);
                if (round >= 0)
                {
                    times[count].Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                }
            }
        }

        foreach ((int count, List<double> each) in times)
        {
            each.Sort();
            Console.WriteLine($"{count} documents: a page of 50 takes {each[Rounds / 2]:0.000} ms at the median, {each[Rounds * 95 / 100]:0.000} ms at p95");
        }

        Console.WriteLine($"ratio at the median {times[many][Rounds / 2] / times[Few][Rounds / 2]:0.00}, at p95 {times[many][Rounds * 95 / 100] / times[Few][Rounds * 95 / 100]:0.00}");
    }

    private static async Task Explain(PostgresServer server, int many)
    {
        IndexValue open = IndexValue.Of("open");
        IndexValue late = IndexValue.Of(Notes.Noon.AddMinutes(many / 2));
        var all = new DocumentQuery { Collection = "notes", Index = "by-state", Take = 50 };
        var shapes = new (string Name, DocumentQuery Query)[]
        {
            ("first page", all with { Equal = [[open]] }),
            ("later page", all with { Equal = [[open]], After = new PageEnd([open, late], "n") }),
            ("range, descending", all with { Equal = [[open]], IsDescending = true, Range = new IndexRange { From = late } }),
            ("several values", all with { Equal = [[open, IndexValue.Of("closed")]] }),
        };
        foreach ((string name, DocumentQuery query) in shapes)
        {
            var statement = new QueryStatement(new SchemaName("lots"), EntryTable.Of(Notes.Schema.Index("notes", "by-state")!), Notes.Tenant, query);
            string sql = statement.Page()!;
            string values = string.Join(", ", statement.Parameters.Values.Select(parameter => SqlLiteral.Of(parameter.Value!)));
            Console.WriteLine($"--- {name}\n{sql}\n");
            Console.WriteLine(string.Join('\n', await server.Ask<string>($"PREPARE q AS {sql}; EXPLAIN (ANALYZE, COSTS off, TIMING off, BUFFERS) EXECUTE q({values})")));
        }
    }
}
