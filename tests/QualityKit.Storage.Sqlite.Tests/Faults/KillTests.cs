using System.Text;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Tests.Children;

namespace QualityKit.Storage.Sqlite.Tests.Faults;

/// <summary>Processes that are killed with SIGKILL.</summary>
public class KillTests
{
    [Fact]
    public async Task What_a_killed_process_committed_is_there_and_its_command_has_no_second_effect()
    {
        using var folder = new StoreFolder();
        string version;
        using (Child child = Child.Start("stay", folder.File))
        {
            version = (await child.ReadLineAsync())!;
            await child.KillAsync();
        }

        SqliteDocumentStore store = folder.Documents();
        Document? kept = await store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("kept"), default);
        Assert.Equal(version, kept!.Version.Value);
        Assert.Equal("after", Encoding.UTF8.GetString(kept.Body.Span));
        Assert.Equal(version, (await store.CommitAsync(Roles.Change(kept.Version), default)).Version!.Value.Value);
        CommitResult next = await store.CommitAsync(StoreFolder.Batch("next").Delete(kept.Key, kept.Version), default);
        Assert.NotEqual(version, next.Version!.Value.Value);
    }

    [Fact]
    public async Task What_a_killed_process_staged_is_not_seen_and_is_removed_once_it_is_old()
    {
        using var folder = new StoreFolder();
        using (Child child = Child.Start("stage", folder.File))
        {
            await child.ExpectAsync("staged");
            await child.KillAsync();
        }

        var name = new BlobName("a");
        using (SqliteDatabase database = folder.Open())
        {
            var blobs = new SqliteBlobStore(database);
            Assert.Null(await blobs.FindAsync(StoreFolder.Tenant, name, default));
            await (await blobs.StageAsync(StoreFolder.Tenant, new BlobName("soon"), default)).DisposeAsync();
        }

        Assert.True(folder.Holds("planted in a blob"), "a blob that may still be written was removed");
        using (SqliteDatabase database = folder.Open(time: new LaterTime(TimeSpan.FromHours(2))))
        {
            await (await new SqliteBlobStore(database).StageAsync(StoreFolder.Tenant, name, default)).DisposeAsync();
        }

        Assert.False(folder.Holds("planted in a blob"), "what was staged by a killed process is still in the file");
    }
}
