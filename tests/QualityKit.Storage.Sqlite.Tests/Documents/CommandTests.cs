using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Documents;
using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Tests.Faults;

namespace QualityKit.Storage.Sqlite.Tests.Documents;

/// <summary>Commands are remembered, and forgotten again.</summary>
public class CommandTests
{
    [Fact]
    public async Task Old_commands_are_forgotten_a_few_at_a_time_and_the_last_10_000_never()
    {
        using var folder = new StoreFolder();
        SqliteDatabase database = folder.Open();
        var store = new SqliteDocumentStore(database, StoreFolder.Schema);
        DocumentBatch first = StoreFolder.Batch("first").Create(StoreFolder.Note("a"), default);
        DocumentVersion version = (await store.CommitAsync(first, default)).Version!.Value;
        await Fill(database, CommandLog.AlwaysKept + 100);

        var later = new SqliteDocumentStore(folder.Open(time: new LaterTime(TimeSpan.FromDays(2))), StoreFolder.Schema);
        Assert.Equal(version, (await later.CommitAsync(first, default)).Version);
        await later.CommitAsync(StoreFolder.Batch("one more").Create(StoreFolder.Note("b"), default), default);

        Assert.False((await later.CommitAsync(first, default)).IsCommitted);
        for (int more = 0; more < 50; more++)
        {
            await later.CommitAsync(StoreFolder.Batch($"more {more}").Create(StoreFolder.Note($"c{more}"), default), default);
        }

        Assert.Equal(CommandLog.AlwaysKept, await Count(database));
    }

    [Fact]
    public async Task A_command_is_remembered_for_as_long_as_the_options_say()
    {
        using var folder = new StoreFolder();
        SqliteDatabase database = folder.Open();
        var store = new SqliteDocumentStore(database, StoreFolder.Schema);
        DocumentBatch first = StoreFolder.Batch("first").Create(StoreFolder.Note("a"), default);
        DocumentVersion version = (await store.CommitAsync(first, default)).Version!.Value;
        await Fill(database, CommandLog.AlwaysKept + 100);
        var later = new SqliteDocumentStore(folder.Open(options => options.RemembersCommandsFor = TimeSpan.FromDays(3), new LaterTime(TimeSpan.FromDays(2))), StoreFolder.Schema);
        await later.CommitAsync(StoreFolder.Batch("one more").Create(StoreFolder.Note("b"), default), default);

        Assert.Equal(version, (await later.CommitAsync(first, default)).Version);
        Assert.Equal(TimeSpan.FromDays(3), later.Capabilities.RemembersCommandsFor);
    }

    [Fact]
    public async Task A_file_that_was_put_back_from_a_backup_gives_no_version_of_the_lost_time_again()
    {
        using var folder = new StoreFolder();
        string copy = folder.File + ".backup";
        DocumentVersion before;
        using (SqliteDatabase database = folder.Open())
        {
            var store = new SqliteDocumentStore(database, StoreFolder.Schema);
            before = (await store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), default), default)).Version!.Value;
            Assert.True(await database.TruncateLogAsync(default));
            File.Copy(folder.File, copy);
            DocumentVersion lost = (await store.CommitAsync(StoreFolder.Batch("lost").Replace(StoreFolder.Note("a"), before, "lost"u8.ToArray()), default)).Version!.Value;
            before = lost;
        }

        File.Copy(copy, folder.File, overwrite: true);
        SqliteDocumentStore restored = folder.Documents();
        Document? document = await restored.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("a"), default);
        await restored.CommitAsync(StoreFolder.Batch("other").Replace(StoreFolder.Note("a"), document!.Version, "other"u8.ToArray()), default);

        CommitResult late = await restored.CommitAsync(StoreFolder.Batch("late").Replace(StoreFolder.Note("a"), before, "late"u8.ToArray()), default);
        Assert.False(late.IsCommitted);
    }

    private static async Task Fill(SqliteDatabase database, long count) => await database.Engine.WriteAsync(
        session =>
        {
            Statement insert = session.Prepare(
                """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
                INSERT INTO qk_commands (tenant, command, committed_at) SELECT 'filler', i, ?2 FROM n
                """);
            insert.Bind(1, count).Bind(2, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()).Run();
            return true;
        },
        default);

    private static async Task<long> Count(SqliteDatabase database) => await database.Engine.ReadAsync(
        session =>
        {
            Statement count = session.Prepare("SELECT count(*) FROM qk_commands");
            count.Step();
            return count.Integer(0);
        },
        default);
}
