using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Storage.PostgreSql.Tests.Servers;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>A real standby that stops following for a while: only queries that may be stale are answered by it.</summary>
public sealed class ReplicaTests(QuickPostgresServer primary) : IClassFixture<QuickPostgresServer>
{
    [ServerFact]
    public async Task Only_a_query_that_may_be_stale_is_answered_by_the_replica()
    {
        await using var replica = new Standby(primary);
        string schema = primary.NewSchema();
        var options = new PostgreSqlStoreOptions { ConnectionString = primary.ConnectionString, ReplicaConnectionString = replica.ConnectionString, Schema = schema };
        await using var store = new PostgreSqlDocumentStore(options, Notes.Schema);
        await store.EnsureSchemaAsync(default);
        await store.CommitAsync(Notes.Batch("one").Create(Notes.Key("one"), Notes.Body("1"), Notes.Label("x")), default);
        DocumentQuery stale = Notes.Labelled("x") with { AllowsStale = true };
        for (int wait = 0; wait < 400 && await Count(store, stale, mayFail: true) < 1; wait++)
        {
            await Task.Delay(25);
        }

        await replica.Execute("SELECT pg_wal_replay_pause()");
        await store.CommitAsync(Notes.Batch("two").Create(Notes.Key("two"), Notes.Body("2"), Notes.Label("x")), default);

        Assert.Equal(1, await Count(store, stale));
        Assert.Equal(2, await Count(store, Notes.Labelled("x")));
        Assert.Single((await store.QueryAsync(Notes.Tenant, stale, default)).Documents);
        Assert.Equal(2, (await store.QueryAsync(Notes.Tenant, Notes.Labelled("x"), default)).Documents.Length);

        await using var onStandby = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = replica.ConnectionString, Schema = schema }, Notes.Schema);
        var error = await Assert.ThrowsAsync<StorageUnavailableException>(async () => await onStandby.CommitAsync(Notes.Three("c"), default));
        Assert.Contains("read-only", error.Message, StringComparison.Ordinal);
    }

    // Until the standby has followed so far, it does not know the tables.
    private static async Task<int> Count(PostgreSqlDocumentStore store, DocumentQuery query, bool mayFail = false)
    {
        try
        {
            return await store.CountAsync(Notes.Tenant, query, 10, default);
        }
        catch (InvalidOperationException) when (mayFail)
        {
            return 0;
        }
    }
}
