using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Queries;
using QualityKit.Storage.PostgreSql.Schema;
using QualityKit.Storage.PostgreSql.Tests.Servers;
using Xunit.Abstractions;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>How PostgreSQL goes about what the store asks, with 20,000 documents of a tenant and its plans kept or made anew.</summary>
public sealed class PlanTests(ManyDocuments many, ITestOutputHelper output) : IClassFixture<ManyDocuments>
{
    private static readonly IndexValue Open = IndexValue.Of("open");

    public static TheoryData<string> Shapes => [.. Queries.Keys];

    private static Dictionary<string, DocumentQuery> Queries { get; } = new()
    {
        ["all entries"] = ByState(),
        ["one value"] = ByState() with { Equal = [[Open]] },
        ["one value, descending"] = ByState() with { Equal = [[Open]], IsDescending = true },
        ["one value and a range"] = ByState() with { Equal = [[Open]], Range = new IndexRange { From = At(100), To = At(5000) } },
        ["a later page"] = ByState() with { Equal = [[Open]], After = new PageEnd([Open, At(9000)], "n9000") },
        ["a later page, descending"] = ByState() with { Equal = [[Open]], IsDescending = true, After = new PageEnd([Open, At(9000)], "n9000") },
        ["every field"] = new() { Collection = "notes", Index = "by-team", Equal = [[IndexValue.Of("t3")], [IndexValue.Of("a3")], [IndexValue.Of(3m)]] },
    };

    [ServerTheory]
    [MemberData(nameof(Shapes))]
    public async Task A_page_is_one_stretch_of_an_index_and_nothing_is_sorted(string shape)
    {
        foreach (string plan in await Plans(Page(Queries[shape])))
        {
            Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Bitmap", plan, StringComparison.Ordinal);
            Assert.Contains("Index Only Scan", plan, StringComparison.Ordinal);
            Assert.Contains("documents_pkey", plan, StringComparison.Ordinal);
        }
    }

    [ServerFact]
    public async Task A_page_of_several_values_sorts_no_more_than_one_stretch_of_it()
    {
        DocumentQuery query = ByState() with { Equal = [[Open, IndexValue.Of("closed"), IndexValue.Of("late")]], After = new PageEnd([IndexValue.Of("closed"), At(9000)], "n9000") };
        foreach (string plan in await Plans(Page(query)))
        {
            Assert.Contains("Incremental Sort", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Bitmap", plan, StringComparison.Ordinal);
        }
    }

    [ServerFact]
    public async Task Counting_reads_an_index_alone()
    {
        var statement = new QueryStatement(Name, Table("notes", "by-state"), Notes.Tenant, ByState() with { Equal = [[Open]] });
        foreach (string plan in await Plans((statement.Count(100), statement.Parameters)))
        {
            Assert.Contains("Index Only Scan", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        }
    }

    [ServerFact]
    public async Task A_tenant_that_floods_does_not_slow_the_search_for_due_work()
    {
        string sql = DueWorkStatement.Of(Name, Notes.Schema)!.Replace("$1", $"{IndexValue.Of(Notes.Noon).AsInteger}", StringComparison.Ordinal).Replace("$2", "1000", StringComparison.Ordinal);
        List<string> lines = await many.Server.Ask<string>($"EXPLAIN (ANALYZE, BUFFERS, TIMING off) {sql}");
        string plan = string.Join('\n', lines);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        long rows = lines.Where(line => line.Contains("Index Only Scan", StringComparison.Ordinal)).Sum(Visited);
        output.WriteLine($"{ManyDocuments.Tenants} tenants, one of them with {ManyDocuments.Flood} pieces of due work: {rows} entries read\n{plan}");
        Assert.InRange(rows, ManyDocuments.Tenants, ManyDocuments.Tenants + 5);

        List<DueWork> due = [];
        await foreach (DueWork work in many.Store.FindDueWorkAsync(Notes.Noon, 1000, default))
        {
            due.Add(work);
        }

        Assert.Equal(ManyDocuments.Tenants, due.Count);
    }

    [ServerFact]
    public async Task Reporting_tools_read_numbers_and_moments_in_a_view()
    {
        Assert.Equal([2.5m], await many.Server.Ask<decimal>($"SELECT score FROM {many.Schema}.team_scores_v1 WHERE tenant = 'acme' AND id = 'n5'"));
        Assert.Equal(
            [Notes.Noon.AddMinutes(5).UtcDateTime], await many.Server.Ask<DateTime>($"SELECT changed FROM {many.Schema}.states_v1 WHERE tenant = 'acme' AND id = 'n5'"));
        Document five = (await many.Store.ReadAsync(Notes.Tenant, Notes.Key("n5"), default))!;
        Assert.Equal([five.Version.Value], await many.Server.Ask<string>($"SELECT version FROM {many.Schema}.states_v1 WHERE tenant = 'acme' AND id = 'n5'"));
    }

    private SchemaName Name => new(many.Schema);

    private static DocumentQuery ByState() => new() { Collection = "notes", Index = "by-state" };

    private static IndexValue At(int minute) => IndexValue.Of(Notes.Noon.AddMinutes(minute));

    private static EntryTable Table(string collection, string index) => EntryTable.Of(Notes.Schema.Index(collection, index)!);

    // `... (actual rows=1 loops=300)`
    private static long Visited(string line)
    {
        string[] parts = line[line.IndexOf("actual rows=", StringComparison.Ordinal)..].Split('=', ' ', ')');
        return long.Parse(parts[2]) * long.Parse(parts[4]);
    }

    private (string Sql, QueryParameters Parameters) Page(DocumentQuery query)
    {
        var statement = new QueryStatement(Name, Table(query.Collection, query.Index), Notes.Tenant, query);
        return (statement.Page()!, statement.Parameters);
    }

    /// <summary>The plan for these values, and the one that a connection keeps for any.</summary>
    private async Task<ImmutableArray<string>> Plans((string Sql, QueryParameters Parameters) statement)
    {
        string values = string.Join(", ", statement.Parameters.Values.Select(parameter => SqlLiteral.Of(parameter.Value!)));
        var plans = ImmutableArray.CreateBuilder<string>();
        foreach (string mode in (string[])["force_custom_plan", "force_generic_plan"])
        {
            List<string> lines = await many.Server.Ask<string>($"SET plan_cache_mode = {mode}; PREPARE q AS {statement.Sql}; EXPLAIN EXECUTE q({values})");
            plans.Add(string.Join('\n', lines));
            output.WriteLine($"{mode}\n{plans[^1]}\n");
        }

        return plans.ToImmutable();
    }
}
