using System.Text;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Tests.Children;

namespace QualityKit.Storage.Sqlite.Tests.Faults;

/// <summary>What was deleted or replaced is in no byte of any file: a marker was planted, and every file is searched for it.</summary>
public class DeletionTests
{
    private const string Marker = "planted marker";

    [Theory]
    [InlineData(50)]
    [InlineData(900)]
    [InlineData(5_000)]
    [InlineData(300_000)]
    public async Task Nothing_of_a_deleted_or_replaced_body_is_left(int length)
    {
        using var folder = new StoreFolder();
        SqliteDatabase database = folder.Open();
        var store = new SqliteDocumentStore(database, StoreFolder.Schema);
        int count = Math.Min(100, 4_000_000 / length);
        var versions = new List<DocumentVersion>();
        for (int batch = 0; batch < 3; batch++)
        {
            // Not in their order, so that pages of the file are split and joined.
            CommitResult made = await store.CommitAsync(
                Enumerable.Range(0, count).Select(number => $"{batch}-{(number * 37) % count}").Aggregate(StoreFolder.Batch($"make {batch}"), (all, id) =>
                    all.Create(StoreFolder.Note(id), Body(id, length), StoreFolder.Label(id))),
                default);
            versions.Add(made.Version!.Value);
        }

        Assert.True(folder.Holds(Marker));
        await store.CommitAsync(Enumerable.Range(0, count).Aggregate(StoreFolder.Batch("delete"), (all, number) => all.Delete(StoreFolder.Note($"0-{number}"), versions[0])), default);
        await store.CommitAsync(Enumerable.Range(0, count).Aggregate(StoreFolder.Batch("replace"), (all, number) => all.Replace(StoreFolder.Note($"1-{number}"), versions[1], "new"u8.ToArray())), default);
        await store.CommitAsync(Enumerable.Range(0, count).Where(number => number % 2 == 0).Aggregate(StoreFolder.Batch("half"), (all, number) => all.Delete(StoreFolder.Note($"2-{number}"), versions[2])), default);
        Assert.True(await database.TruncateLogAsync(default));

        string[] gone = [.. Enumerable.Range(0, count).SelectMany(number => (string[])[$"{Marker} 0-{number}.", $"{Marker} 1-{number}.", .. number % 2 == 0 ? [$"{Marker} 2-{number}."] : Array.Empty<string>()])];
        Assert.Empty(folder.Found(gone));
        Assert.True(folder.Holds($"{Marker} 2-1."), "what was kept is gone as well");
    }

    [Fact]
    public async Task Nothing_of_a_deleted_blob_is_left()
    {
        using var folder = new StoreFolder();
        SqliteDatabase database = folder.Open();
        var blobs = new SqliteBlobStore(database);
        var name = new BlobName("a");
        await using (IStagedBlob staged = await blobs.StageAsync(StoreFolder.Tenant, name, default))
        {
            await staged.WriteAsync(Body("blob", 500_000), default);
            await staged.CommitAsync(default);
        }

        Assert.True(folder.Holds(Marker));
        Assert.True(await blobs.DeleteAsync(StoreFolder.Tenant, name, default));
        Assert.True(await database.TruncateLogAsync(default));
        Assert.False(folder.Holds(Marker));
    }

    [Fact]
    public async Task With_no_delay_nothing_is_left_when_the_commit_answers()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents(options => options.TruncatesLogAfter = TimeSpan.Zero);
        CommitResult made = await store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), Body("a", 5_000)), default);
        await store.CommitAsync(StoreFolder.Batch("2").Delete(StoreFolder.Note("a"), made.Version!.Value), default);

        Assert.False(folder.Holds(Marker));
        Assert.Equal(0, new FileInfo(folder.File + "-wal").Length);
    }

    [Fact]
    public async Task With_a_delay_the_log_is_cut_by_itself()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents(options => options.TruncatesLogAfter = TimeSpan.FromMilliseconds(50));
        CommitResult made = await store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), Body("a", 5_000)), default);
        await store.CommitAsync(StoreFolder.Batch("2").Delete(StoreFolder.Note("a"), made.Version!.Value), default);

        for (int wait = 0; wait < 200 && folder.Holds(Marker); wait++)
        {
            await Task.Delay(50);
        }

        Assert.False(folder.Holds(Marker));
    }

    [Fact]
    public async Task What_a_killed_process_deleted_goes_from_its_log_when_the_next_one_writes()
    {
        using var folder = new StoreFolder();
        using (Child child = Child.Start("delete", folder.File, Marker))
        {
            await child.ExpectAsync("deleted");
            await child.KillAsync();
        }

        Assert.True(folder.Holds(Marker));
        await folder.Documents().CommitAsync(StoreFolder.Batch("next").Create(StoreFolder.Note("b"), default), default);
        Assert.False(folder.Holds(Marker));
    }

    [Fact]
    public async Task A_destroyed_tenant_leaves_nothing_and_its_commands_are_forgotten()
    {
        using var folder = new StoreFolder();
        SqliteDatabase database = folder.Open();
        var store = new SqliteDocumentStore(database, StoreFolder.Schema);
        for (int batch = 0; batch < 5; batch++)
        {
            await store.CommitAsync(
                Enumerable.Range(0, 100).Aggregate(StoreFolder.Batch($"{Marker} {batch}"), (all, number) => all.Create(StoreFolder.Note($"{batch}-{number}"), Body("x", 700), StoreFolder.Label($"{Marker} {number}"))),
                default);
        }

        await store.DestroyTenantAsync(StoreFolder.Tenant, default);
        Assert.True(await database.TruncateLogAsync(default));

        Assert.False(folder.Holds(Marker));
    }

    private static byte[] Body(string name, int length) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{Marker} {name}. ", (length / (Marker.Length + name.Length + 3)) + 1)));
}
