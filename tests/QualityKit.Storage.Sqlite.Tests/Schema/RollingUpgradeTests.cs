using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Schema;

namespace QualityKit.Storage.Sqlite.Tests.Schema;

/// <summary>A node of this library and one of the next, which has a migration and an index more, over one file at once.</summary>
public class RollingUpgradeTests
{
    private const int Rounds = 60;

    [Fact]
    public async Task Two_versions_work_side_by_side_under_load_while_the_newer_one_upgrades_the_file()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore old = folder.Documents();
        await old.CommitAsync(StoreFolder.Batch("start").Create(StoreFolder.Note("counter"), "0"u8.ToArray()), default);

        await Task.WhenAll(Task.Run(() => Load(old, "old", [])), Task.Run(async () =>
        {
            SqliteDocumentStore next = FileTests.Upgraded(folder, Migrations.Library);
            await Load(next, "next", [new IndexEntry("by-owner", IndexValue.Of("next"), IndexValue.Of(1m))]);
        }));

        SqliteDocumentStore after = FileTests.Upgraded(folder, Migrations.Library);
        Assert.Equal($"{2 * Rounds}", System.Text.Encoding.UTF8.GetString((await after.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("counter"), default))!.Body.Span));
        Assert.Equal(2 * Rounds, await after.CountAsync(StoreFolder.Tenant, StoreFolder.Labelled(), 1000, default));
        Assert.Equal(Rounds, await after.CountAsync(StoreFolder.Tenant, Owned, 1000, default));
    }

    [Fact]
    public async Task An_older_node_takes_back_entries_of_an_index_that_it_does_not_know()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore next = FileTests.Upgraded(folder, Migrations.Library);
        SqliteDocumentStore old = folder.Documents();
        var entry = new IndexEntry("by-owner", IndexValue.Of("next"), IndexValue.Of(1m));
        CommitResult made = await next.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), default, entry).Create(StoreFolder.Note("b"), default, entry), default);

        await old.CommitAsync(StoreFolder.Batch("2").Replace(StoreFolder.Note("a"), made.Version!.Value, "x"u8.ToArray()).Delete(StoreFolder.Note("b"), made.Version!.Value), default);

        Assert.Equal(0, await next.CountAsync(StoreFolder.Tenant, Owned, 10, default));
    }

    private static DocumentQuery Owned { get; } = new() { Collection = "notes", Index = "by-owner" };

    private static async Task Load(SqliteDocumentStore store, string name, IndexEntry[] more)
    {
        int sent = 0;
        for (int round = 0; round < Rounds;)
        {
            Document counter = (await store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("counter"), default))!;
            int next = int.Parse(System.Text.Encoding.UTF8.GetString(counter.Body.Span)) + 1;
            CommitResult result = await store.CommitAsync(
                StoreFolder.Batch($"{name} {sent++}")
                    .Replace(counter.Key, counter.Version, System.Text.Encoding.UTF8.GetBytes($"{next}"))
                    .Create(StoreFolder.Note($"{name} {round}"), default, [StoreFolder.Label(name), .. more]),
                default);
            round += result.IsCommitted ? 1 : 0;
        }
    }
}
