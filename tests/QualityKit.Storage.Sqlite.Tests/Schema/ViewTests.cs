using Microsoft.Data.Sqlite;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Sqlite.Tests.Schema;

/// <summary>Views for reporting tools, read as such a tool reads them: with SQL of its own.</summary>
public class ViewTests
{
    private static readonly DateTimeOffset Moment = new(1969, 12, 31, 23, 59, 59, TimeSpan.Zero);

    [Fact]
    public async Task A_view_shows_numbers_as_decimals_and_moments_as_times()
    {
        using var folder = new StoreFolder();
        var store = new SqliteDocumentStore(folder.Open(), Schema(1, "size", "by-size"));
        CommitResult made = await store.CommitAsync(
            StoreFolder.Batch("1").Create(
                StoreFolder.Note("a"),
                "{}"u8.ToArray(),
                new IndexEntry("by-size", IndexValue.Of(-12.5m), IndexValue.Of(Moment.AddMicroseconds(250_000)), IndexValue.Of("é"))),
            default);

        Assert.Equal($"acme|a|{made.Version}|-12.5|1969-12-31T23:59:59.250000Z|é", Row(folder, "SELECT tenant, id, version, size, made_at, label FROM sizes_v1"));
    }

    [Fact]
    public async Task A_new_version_is_made_beside_the_old_one()
    {
        using var folder = new StoreFolder();
        await new SqliteDocumentStore(folder.Open(), Schema(1, "size", "by-size")).EnsureSchemaAsync(default);
        await new SqliteDocumentStore(folder.Open(), Schema(2, "width", "by-width")).EnsureSchemaAsync(default);

        Assert.Equal("2", Row(folder, "SELECT count(*) FROM sqlite_schema WHERE type = 'view' AND name IN ('sizes_v1', 'sizes_v2')"));
    }

    [Fact]
    public async Task A_view_that_changes_without_a_new_version_is_refused()
    {
        using var folder = new StoreFolder();
        await new SqliteDocumentStore(folder.Open(), Schema(1, "size", "by-size")).EnsureSchemaAsync(default);

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new SqliteDocumentStore(folder.Open(), Schema(1, "width", "by-width")).EnsureSchemaAsync(default).AsTask());
        Assert.Equal($"`{folder.File}` has something else that is called `sizes_v1`: a view that changes needs a new version", refused.Message);
    }

    private static StoreSchema Schema(int version, string field, string index) => new(
        ["notes"],
        new IndexDefinition(
            "notes",
            index,
            new IndexField { Name = field, Kind = IndexKind.Number },
            new IndexField { Name = "made-at", Kind = IndexKind.Instant },
            new IndexField { Name = "label", Kind = IndexKind.Text }))
    {
        Views = [new ViewDefinition { Name = "sizes", Version = version, Collection = "notes", Index = index }],
    };

    private static string Row(StoreFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        reader.Read();
        return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetString));
    }
}
