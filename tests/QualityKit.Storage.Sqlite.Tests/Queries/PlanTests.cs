using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Documents;
using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Schema;

namespace QualityKit.Storage.Sqlite.Tests.Queries;

/// <summary>Every page of every query is a walk along the primary key of its index, in order: SQLite says so itself.</summary>
public class PlanTests
{
    private static readonly ImmutableArray<IndexValue> One = [IndexValue.Of("a")];
    private static readonly ImmutableArray<IndexValue> Several = [IndexValue.Of("a"), IndexValue.Of("b"), IndexValue.Of("c")];
    private static readonly IndexRange TextRange = new() { From = IndexValue.Of("a"), To = IndexValue.Of("k") };
    private static readonly IndexRange TimeRange = new() { From = IndexValue.Of(DateTimeOffset.UnixEpoch), To = IndexValue.Of(DateTimeOffset.UnixEpoch.AddDays(9)) };
    private static readonly PageEnd End = new([IndexValue.Of("b"), IndexValue.Of("b"), IndexValue.Of(DateTimeOffset.UnixEpoch.AddDays(3))], "id");

    private static readonly Dictionary<string, (DocumentQuery Query, string[] Walks)> Shapes = new()
    {
        ["every entry"] = (Query(), ["(tenant=?)"]),
        ["a range"] = (Query() with { Range = TextRange }, ["(tenant=? AND f_state>? AND f_state<?)"]),
        ["one value"] = (Query(One), ["(tenant=? AND f_state=?)"]),
        ["one value and a range"] = (Query(One) with { Range = TextRange }, ["(tenant=? AND f_state=? AND f_owner>? AND f_owner<?)"]),
        ["two values and a range"] = (Query(One, One) with { Range = TimeRange }, ["(tenant=? AND f_state=? AND f_owner=? AND f_changed>? AND f_changed<?)"]),
        ["several values"] = (Query(Several), ["(tenant=? AND f_state=?)"]),
        ["several values of two fields and a range"] =
            (Query(Several, Several) with { Range = TimeRange }, ["(tenant=? AND f_state=? AND f_owner=? AND f_changed>? AND f_changed<?)"]),
        ["the next page of every entry"] = (Query() with { After = End }, ["(tenant=? AND (f_state,f_owner,f_changed,id)>(?,?,?,?))"]),
        ["the next page of a range"] =
            (Query() with { Range = TextRange, After = End }, ["(tenant=? AND (f_state,f_owner,f_changed,id)>(?,?,?,?) AND f_state<?)"]),
        ["the next page of one value"] =
            (Query([IndexValue.Of("b")]) with { After = End }, ["(tenant=? AND f_state=? AND (f_owner,f_changed,id)>(?,?,?))"]),
        ["the next page of several values of two fields and a range"] = (Query(Several, Several) with { Range = TimeRange, After = End },
        [
            "(tenant=? AND f_state=? AND f_owner=? AND (f_changed,id)>(?,?) AND f_changed<?)",
            "(tenant=? AND f_state=? AND f_owner=? AND f_changed>? AND f_changed<?)",
            "(tenant=? AND f_state=? AND f_owner=? AND f_changed>? AND f_changed<?)",
        ]),
    };

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (string shape in Shapes.Keys)
            {
                cases.Add(shape, false);
                cases.Add(shape, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_page_is_read_along_the_index_in_order(string shape, bool isDescending)
    {
        using var folder = new StoreFolder();
        using SqliteDatabase database = await Prepared(folder);
        var plan = new QueryPlan(Index("by-state"), Shapes[shape].Query with { IsDescending = isDescending });

        string[] walks = Shapes[shape].Walks;
        Assert.Equal(walks.Length, plan.Scans.Length);
        foreach ((Scan scan, string walk) in plan.Scans.Zip(walks))
        {
            Assert.Equal(
                [$"SEARCH i USING PRIMARY KEY {(isDescending ? Turned(walk) : walk)}", "SEARCH s USING INTEGER PRIMARY KEY (rowid=?)"],
                await Explain(database, plan.Select(scan)));
        }
    }

    [Fact]
    public async Task A_count_reads_the_index_alone()
    {
        using var folder = new StoreFolder();
        using SqliteDatabase database = await Prepared(folder);
        var plan = new QueryPlan(Index("by-state"), Query(Several) with { Range = TextRange });

        Assert.DoesNotContain(await Explain(database, plan.Count(plan.Scans[0])), step => step.Contains("qk_slots", StringComparison.Ordinal) || step.Contains("TEMP", StringComparison.Ordinal) || step.Contains("SCAN i", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Due_work_is_found_by_one_look_for_each_tenant_and_kind()
    {
        using var folder = new StoreFolder();
        using SqliteDatabase database = await Prepared(folder);
        var index = new IndexTable(StoreFolder.Schema.Index("jobs", "due")!);

        Assert.Equal(["SEARCH i USING PRIMARY KEY ((tenant,f_kind)>(?,?))"], await Explain(database, DueWorkReader.NextSql(index)));
    }

    // A page that goes down starts below its end and stops at the lower bound of the range, which SQLite names first.
    private static string Turned(string walk) => walk switch
    {
        "(tenant=? AND (f_state,f_owner,f_changed,id)>(?,?,?,?) AND f_state<?)" => "(tenant=? AND f_state>? AND (f_state,f_owner,f_changed,id)<(?,?,?,?))",
        "(tenant=? AND f_state=? AND f_owner=? AND (f_changed,id)>(?,?) AND f_changed<?)" => "(tenant=? AND f_state=? AND f_owner=? AND f_changed>? AND (f_changed,id)<(?,?))",
        _ => walk.Replace(")>(", ")<(", StringComparison.Ordinal),
    };

    private static DocumentQuery Query(params ImmutableArray<IndexValue>[] equal) => new() { Collection = "notes", Index = "by-state", Equal = [.. equal] };

    private static IndexTable Index(string name) => new(StoreFolder.Schema.Index("notes", name)!);

    private static async Task<SqliteDatabase> Prepared(StoreFolder folder)
    {
        SqliteDatabase database = folder.Open();
        await new SqliteDocumentStore(database, StoreFolder.Schema).EnsureSchemaAsync(CancellationToken.None);
        return database;
    }

    private static async Task<List<string>> Explain(SqliteDatabase database, string sql) => await database.Engine.ReadAsync(
        session =>
        {
            var steps = new List<string>();
            Statement step = session.Prepare($"EXPLAIN QUERY PLAN {sql}");
            while (step.Step())
            {
                steps.Add(step.Text(3));
            }

            return steps;
        },
        CancellationToken.None);
}
