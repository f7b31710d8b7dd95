using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;

namespace QualityKit.Storage.Sqlite.Tests.Documents;

/// <summary>A caller that gives up while SQLite works is not kept waiting, and leaves nothing behind.</summary>
public class CancellationTests
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    [Fact]
    public async Task A_read_that_is_under_way_is_broken_off()
    {
        using var folder = new StoreFolder();
        SqliteDatabase database = folder.Open();
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Engine.ReadAsync(Run, giveUp.Token).AsTask());
        Assert.Equal(1, await database.Engine.ReadAsync(_ => 1, default));
    }

    [Fact]
    public async Task A_commit_that_is_under_way_is_broken_off_and_takes_back_what_it_wrote()
    {
        using var folder = new StoreFolder();
        SqliteDatabase database = folder.Open();
        var store = new SqliteDocumentStore(database, StoreFolder.Schema);
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Engine.WriteAsync(
            session =>
            {
                session.Prepare("INSERT INTO qk_commands (tenant, command, committed_at) VALUES ('acme', '1', 0)").Run();
                return Run(session);
            },
            giveUp.Token).AsTask());

        // Had the row stayed, this command would count as committed before, and the document would not be there.
        await store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), default), default);
        Assert.NotNull(await store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("a"), default));
    }

    private static bool Run(Session session) => session.Prepare(Endless).Step();
}
