using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Schema;
using QualityKit.Storage.PostgreSql.Tests.Servers;
using Xunit.Abstractions;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>Two releases side by side: the later expands the schema under load, the earlier goes on until a later step shuts it out.</summary>
public sealed class RollingUpgradeTests(QuickPostgresServer server, ITestOutputHelper output) : IClassFixture<QuickPostgresServer>
{
    private const int Shared = 10;

    private static readonly MigrationPlan Later = MigrationPlan.Current.With(new Migration
    {
        Number = 2,
        Name = "a column for a later release",
        Release = "0.2.0",
        Oldest = 1,
        Sql = schema => $"ALTER TABLE {schema.Documents} ADD COLUMN written_at timestamptz DEFAULT now();",
    });

    private static readonly MigrationPlan Latest = Later.With(new Migration
    {
        Number = 3,
        Name = "take the column away again",
        Release = "0.3.0",
        Oldest = 2,
        Sql = schema => $"ALTER TABLE {schema.Documents} DROP COLUMN written_at;",
    });

    private static readonly StoreSchema LaterSchema = new(
        Notes.Schema.Collections, Notes.Schema.Indexes.Add(new IndexDefinition("notes", "by-mood", new IndexField { Name = "mood", Kind = IndexKind.Text })));

    private readonly string _schema = server.NewSchema();

    [ServerFact]
    public async Task Two_releases_work_side_by_side_while_the_schema_grows_under_load()
    {
        await using var earlier = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema);
        await earlier.EnsureSchemaAsync(default);
        for (int number = 0; number < Shared; number++)
        {
            await earlier.CommitAsync(Notes.Batch($"start-{number}").Create(Notes.Key($"n{number}"), Notes.Body("earlier"), Notes.Label("x")), default);
        }

        using var done = new CancellationTokenSource();
        Task<int> load = Task.Run(() => Replace(earlier, "earlier", [], done.Token));
        await Task.Delay(300);
        await using var later = new PostgreSqlDocumentStore(server.Options(_schema), LaterSchema, Later);
        await later.EnsureSchemaAsync(default);
        Task<int> more = Task.Run(() => Replace(later, "later", [new IndexEntry("by-mood", IndexValue.Of("good"))], done.Token));
        await Task.Delay(1500);
        await done.CancelAsync();

        int byEarlier = await load;
        int byLater = await more;
        List<string> good = [];
        await foreach (Document document in later.QueryAllAsync(Notes.Tenant, new DocumentQuery { Collection = "notes", Index = "by-mood" }))
        {
            good.Add(document.Key.Id);
            Assert.Equal("later", Encoding.UTF8.GetString(document.Body.Span));
        }

        Assert.Equal(Shared, (await later.QueryAsync(Notes.Tenant, Notes.Labelled("x"), default)).Documents.Length);
        Assert.Equal(await Bodies(later, "later"), good.Count);
        int exported = 0;
        await foreach (CreateDocument document in earlier.ExportAsync(Notes.Tenant, default))
        {
            exported += document.Entries.Count(entry => entry.Index == "by-mood");
        }

        Assert.Equal(good.Count, exported);
        Assert.True(byEarlier > 20 && byLater > 20, $"{byEarlier} and {byLater} commits are no load");
        output.WriteLine($"{byEarlier} commits of the earlier and {byLater} of the later release on {Shared} documents; the index that only the later knows lists {good.Count}, none of them stale");
    }

    [ServerFact]
    public async Task A_node_that_is_too_old_is_told_so_at_its_next_commit_and_at_its_start()
    {
        await using var oldest = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema);
        await oldest.EnsureSchemaAsync(default);
        await oldest.CommitAsync(Notes.Three("before"), default);
        await using var later = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema, Later);
        await later.EnsureSchemaAsync(default);
        await oldest.CommitAsync(Notes.Three("beside"), default);
        await using var latest = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema, Latest);
        await latest.EnsureSchemaAsync(default);

        const string Reason = "may be used only by nodes that know its migration 2; this node knows 1: upgrade it";
        var running = await Assert.ThrowsAsync<InvalidOperationException>(async () => await oldest.CommitAsync(Notes.Three("after"), default));
        Assert.Contains(Reason, running.Message, StringComparison.Ordinal);
        await using var restarted = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema);
        var started = await Assert.ThrowsAsync<InvalidOperationException>(async () => await restarted.EnsureSchemaAsync(default));
        Assert.Contains("newer release", started.Message, StringComparison.Ordinal);
        var reading = await Assert.ThrowsAsync<InvalidOperationException>(async () => await restarted.ReadAsync(Notes.Tenant, Notes.Key("before-a"), default));
        Assert.Contains(Reason, reading.Message, StringComparison.Ordinal);

        await later.CommitAsync(Notes.Three("later"), default);
        Assert.Equal(3, (await Notes.Found(latest, "later")).Count);
        Assert.Empty(await Notes.Found(latest, "after"));
    }

    [ServerFact]
    public async Task A_node_that_is_newer_than_the_schema_asks_for_it_to_be_ensured()
    {
        await using var earlier = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema);
        await earlier.EnsureSchemaAsync(default);
        await using var later = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema, Later);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await later.CommitAsync(Notes.Three("a"), default));
        Assert.Contains("lacks the migrations 2: call EnsureSchemaAsync", error.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task An_index_with_other_fields_needs_a_name_of_its_own()
    {
        await using var store = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema);
        await store.EnsureSchemaAsync(default);
        var changed = new StoreSchema(["notes"], new IndexDefinition("notes", "by-label", new IndexField { Name = "label", Kind = IndexKind.Number }));
        await using var other = new PostgreSqlDocumentStore(server.Options(_schema), changed);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await other.EnsureSchemaAsync(default));
        Assert.Contains("`notes.by-label`", error.Message, StringComparison.Ordinal);
        Assert.Contains("give the changed index a name of its own", error.Message, StringComparison.Ordinal);
    }

    private static async Task<int> Bodies(PostgreSqlDocumentStore store, string body)
    {
        int found = 0;
        await foreach (Document document in store.QueryAllAsync(Notes.Tenant, Notes.Labelled("x")))
        {
            found += Encoding.UTF8.GetString(document.Body.Span) == body ? 1 : 0;
        }

        return found;
    }

    private static async Task<int> Replace(PostgreSqlDocumentStore store, string name, IndexEntry[] entries, CancellationToken done)
    {
        int committed = 0;
        for (int number = 0; !done.IsCancellationRequested; number++)
        {
            DocumentKey key = Notes.Key($"n{number * 7 % Shared}");
            Document now = (await store.ReadAsync(Notes.Tenant, key, default))!;
            CommitResult result = await store.CommitAsync(Notes.Batch($"{name}-{number}").Replace(key, now.Version, Notes.Body(name), [Notes.Label("x"), .. entries]), default);
            committed += result.IsCommitted ? 1 : 0;
        }

        return committed;
    }
}
