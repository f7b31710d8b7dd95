using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Tests.Servers;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>The schema as a database administrator makes it, and a role that may only use it.</summary>
public sealed class SchemaScriptTests(QuickPostgresServer server) : IClassFixture<QuickPostgresServer>
{
    private readonly string _schema = server.NewSchema();

    [ServerFact]
    public async Task The_script_makes_what_the_store_needs_and_may_be_run_again()
    {
        string file = Path.Combine(server.Folder, "schema.sql");
        await File.WriteAllTextAsync(file, PostgreSqlDocumentStore.CreateScript(Notes.Schema, _schema));
        for (int run = 0; run < 2; run++)
        {
            PostgresPrograms.RunTool("psql", "-X", "-v", "ON_ERROR_STOP=1", "-h", server.Folder, "-p", $"{server.Port}", "-U", "qk", "-d", "postgres", "-f", file);
        }

        await using var store = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema);
        await store.CommitAsync(Notes.Three("c"), default);
        Assert.Equal(3, (await Notes.Found(store, "c")).Count);
    }

    [ServerFact]
    public async Task A_role_without_the_right_to_change_the_schema_can_do_everything_else()
    {
        await using (var owner = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema))
        {
            await owner.EnsureSchemaAsync(default);
        }

        await server.Execute($"""
            CREATE ROLE app LOGIN;
            GRANT USAGE ON SCHEMA {_schema} TO app;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {_schema} TO app;
            REVOKE INSERT, UPDATE, DELETE ON {_schema}.migrations, {_schema}.indexes, {_schema}.state FROM app;
            """);
        string asApp = server.SocketConnectionString.Replace("Username=qk", "Username=app", StringComparison.Ordinal);
        await using var store = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = asApp, Schema = _schema }, Notes.Schema);
        await store.EnsureSchemaAsync(default);
        CommitResult made = await store.CommitAsync(Notes.Three("c"), default);
        await store.CommitAsync(Notes.Batch("d").Replace(Notes.Key("c-a"), made.Version!.Value, Notes.Body("x")).Delete(Notes.Key("c-b"), made.Version.Value), default);
        Assert.Null(await store.ReadAsync(Notes.Tenant, Notes.Key("c-b"), default));
        await store.ImportAsync(new TenantId("other"), ManyDocuments.AllNotes(10), default);
        await store.DestroyTenantAsync(new TenantId("other"), default);

        var grown = new StoreSchema([.. Notes.Schema.Collections, "more"], Notes.Schema.Indexes.Add(new IndexDefinition("more", "by-name", new IndexField { Name = "name", Kind = IndexKind.Text })));
        await using var later = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = asApp, Schema = _schema }, grown);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await later.EnsureSchemaAsync(default));
        Assert.Contains("lacks a right", error.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task A_database_in_another_encoding_is_refused()
    {
        await server.Execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0");
        string latin = server.ConnectionString.Replace("Database=postgres", "Database=latin", StringComparison.Ordinal);
        await using var store = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = latin }, Notes.Schema);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.EnsureSchemaAsync(default));
        Assert.Equal("the encoding of the database is LATIN1, not UTF8", error.Message);
    }

    [ServerFact]
    public async Task A_schema_that_was_not_made_is_named_as_the_reason()
    {
        await using var store = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.ReadAsync(Notes.Tenant, Notes.Key("a"), default));
        Assert.Contains("call EnsureSchemaAsync", error.Message, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task Long_names_of_collections_and_indexes_have_tables_of_their_own()
    {
        string longName = new('c', 64);
        var schema = new StoreSchema(
            [longName],
            new IndexDefinition(longName, new string('i', 63) + "a", new IndexField { Name = "v", Kind = IndexKind.Text }),
            new IndexDefinition(longName, new string('i', 63) + "b", new IndexField { Name = "v", Kind = IndexKind.Text }));
        await using var store = new PostgreSqlDocumentStore(server.Options(_schema), schema);
        await store.EnsureSchemaAsync(default);
        await store.CommitAsync(DocumentBatch.For(Notes.Tenant, new CommandId("c")).Create(new DocumentKey(longName, "a"), Notes.Body("x"), new IndexEntry(new string('i', 63) + "b", IndexValue.Of("x"))), default);
        Assert.Equal(0, await store.CountAsync(Notes.Tenant, new DocumentQuery { Collection = longName, Index = new string('i', 63) + "a" }, 5, default));
        Assert.Equal(1, await store.CountAsync(Notes.Tenant, new DocumentQuery { Collection = longName, Index = new string('i', 63) + "b" }, 5, default));
    }
}
