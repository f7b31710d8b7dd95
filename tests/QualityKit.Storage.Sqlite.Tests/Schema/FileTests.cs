using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Schema;

namespace QualityKit.Storage.Sqlite.Tests.Schema;

/// <summary>Making the tables, and refusing files that this library cannot use.</summary>
public class FileTests
{
    [Fact]
    public async Task Without_leave_to_make_them_missing_tables_are_refused_with_the_call_that_makes_them()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents(options => options.MakesSchema = false);

        InvalidOperationException read = await Assert.ThrowsAsync<InvalidOperationException>(() => store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("a"), default).AsTask());
        InvalidOperationException write = await Assert.ThrowsAsync<InvalidOperationException>(() => store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), default), default).AsTask());
        Assert.Equal($"`{folder.File}` has no tables of QualityKit: call `EnsureSchemaAsync` once after each upgrade, or leave `MakesSchema` on", read.Message);
        Assert.Equal(read.Message, write.Message);

        await store.EnsureSchemaAsync(default);
        Assert.True((await store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), default), default)).IsCommitted);
    }

    [Fact]
    public async Task Without_leave_to_make_it_a_missing_index_is_named()
    {
        using var folder = new StoreFolder();
        await new SqliteDocumentStore(folder.Open(), new StoreSchema(["notes"])).EnsureSchemaAsync(default);

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => folder.Documents(options => options.MakesSchema = false).ReadAsync(StoreFolder.Tenant, StoreFolder.Note("a"), default).AsTask());
        Assert.Matches("^`.*` has no index `(notes|jobs)\\.[a-z-]+`: call `EnsureSchemaAsync`", refused.Message);
    }

    [Fact]
    public async Task An_index_that_changes_its_fields_is_refused()
    {
        using var folder = new StoreFolder();
        await folder.Documents().EnsureSchemaAsync(default);
        var changed = new StoreSchema(["notes"], new IndexDefinition("notes", "by-size", new IndexField { Name = "size", Kind = IndexKind.Text }));

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new SqliteDocumentStore(folder.Open(), changed).ReadAsync(StoreFolder.Tenant, StoreFolder.Note("a"), default).AsTask());
        Assert.Equal($"`{folder.File}` has the index `notes.by-size` with the fields size:number, not size:text: an index that changes needs a new name", refused.Message);
    }

    [Fact]
    public void Two_stores_of_one_database_agree_on_their_indexes()
    {
        using var folder = new StoreFolder();
        SqliteDatabase database = folder.Open();
        _ = new SqliteDocumentStore(database, StoreFolder.Schema);
        var changed = new StoreSchema(["notes"], new IndexDefinition("notes", "by-size", new IndexField { Name = "size", Kind = IndexKind.Text }));

        Assert.Throws<ArgumentException>(() => new SqliteDocumentStore(database, changed));
    }

    [Fact]
    public async Task A_file_in_UTF_16_is_refused_because_its_texts_have_another_order()
    {
        using var folder = new StoreFolder();
        using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "PRAGMA encoding = 'UTF-16'; CREATE TABLE theirs (a)";
            command.ExecuteNonQuery();
        }

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => folder.Documents().EnsureSchemaAsync(default).AsTask());
        Assert.Equal("the file was made with UTF-16: texts are ordered by their UTF-8 bytes, so give QualityKit a file of its own", refused.Message);
    }

    [Fact]
    public async Task An_older_node_is_refused_by_a_file_that_needs_a_newer_one_even_in_the_middle_of_its_work()
    {
        using var folder = new StoreFolder();
        var old = new SqliteDocumentStore(folder.Open(), StoreFolder.Schema);
        await old.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), default), default);

        await Upgraded(folder, oldestLibrary: new Version(9, 0)).EnsureSchemaAsync(default);

        string expected = $"`{folder.File}` was upgraded and may be used by QualityKit 9.0 or later; this is {Migrations.Library}: upgrade this node";
        Assert.Equal(expected, (await Assert.ThrowsAsync<InvalidOperationException>(() => old.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("a"), default).AsTask())).Message);
        Assert.Equal(expected, (await Assert.ThrowsAsync<InvalidOperationException>(() => old.CommitAsync(StoreFolder.Batch("2").Create(StoreFolder.Note("b"), default), default).AsTask())).Message);
        Assert.Equal(expected, (await Assert.ThrowsAsync<InvalidOperationException>(() => old.EnsureSchemaAsync(default).AsTask())).Message);
    }

    [Fact]
    public async Task Migrations_are_written_down_and_run_once()
    {
        using var folder = new StoreFolder();
        await folder.Documents().EnsureSchemaAsync(default);
        SqliteDocumentStore upgraded = Upgraded(folder, Migrations.Library);
        await upgraded.EnsureSchemaAsync(default);
        await upgraded.EnsureSchemaAsync(default);

        List<string> made = await folder.Open().Engine.ReadAsync(
            session =>
            {
                var rows = new List<string>();
                Engine.Statement row = session.Prepare("SELECT number, name, oldest_library, made_by FROM qk_migrations ORDER BY number");
                while (row.Step())
                {
                    rows.Add($"{row.Integer(0)} {row.Text(1)} {row.Text(2)} {row.Text(3)}");
                }

                return rows;
            },
            default);
        Assert.Equal([$"1 documents and blobs 0.1.0 {Migrations.Library}", $"2 next {Migrations.Library} 9.9"], made);
    }

    /// <summary>A store of a later library: one more migration, and one more index.</summary>
    internal static SqliteDocumentStore Upgraded(StoreFolder folder, Version oldestLibrary)
    {
        ImmutableArray<Migration> migrations =
        [
            .. Migrations.All,
            new Migration { Number = 2, Name = "next", OldestLibrary = oldestLibrary, Sql = "ALTER TABLE qk_documents ADD COLUMN later TEXT" },
        ];
        SqliteDatabase database = folder.Keep(new SqliteDatabase(folder.Options(), TimeProvider.System, migrations, new Version(9, 9)));
        return new SqliteDocumentStore(database, NextSchema);
    }

    internal static StoreSchema NextSchema { get; } = new(
        StoreFolder.Schema.Collections,
        [.. StoreFolder.Schema.Indexes, new IndexDefinition("notes", "by-owner", new IndexField { Name = "owner", Kind = IndexKind.Text }, new IndexField { Name = "score", Kind = IndexKind.Number })]);
}
