using System.Diagnostics;
using System.Globalization;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Storage.Sqlite.Tests.Children;

namespace QualityKit.Storage.Sqlite.Tests.Faults;

/// <summary>Files that cannot be used as they should.</summary>
public class DiskTests
{
    [Fact]
    public async Task A_file_that_may_not_grow_refuses_a_commit_whole_and_takes_it_when_there_is_room_again()
    {
        using var folder = new StoreFolder();
        // A shell sets the limit, and makes the child ignore the signal that would else end it.
        using Child child = Child.StartBehind(["bash", "-c", "trap '' XFSZ; ulimit -S -f 3000; exec \"$@\"", "bash"], "fill", folder.File);
        await child.ExpectAsync("ready");
        await child.SayAsync("go");
        int committed = int.Parse((await child.ReadLineAsync())!, CultureInfo.InvariantCulture);
        string message = (await child.ReadLineAsync())!;
        SqliteDocumentStore store = folder.Documents();
        int found = await store.CountAsync(StoreFolder.Tenant, StoreFolder.Labelled(), 1000, default);

        await Unlimit(child.Id);
        await child.SayAsync("go on");
        string? after = await child.ReadLineAsync();

        Assert.InRange(committed, 1, 14);
        Assert.StartsWith($"`{folder.File}` cannot", message, StringComparison.Ordinal);
        Assert.Equal(2 * committed, found);
        Assert.Equal("committed", after);
        Assert.Equal(2 * (committed + 1), await store.CountAsync(StoreFolder.Tenant, StoreFolder.Labelled(), 1000, default));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_said_clearly()
    {
        using var folder = new StoreFolder();
        using var database = new SqliteDatabase(new SqliteStoreOptions { ConnectionString = $"Data Source={folder.Folder}/missing/quality.db" }, TimeProvider.System);
        var store = new SqliteDocumentStore(database, StoreFolder.Schema);

        StorageUnavailableException away = await Assert.ThrowsAsync<StorageUnavailableException>(() => store.EnsureSchemaAsync(default).AsTask());
        Assert.Equal($"`{folder.Folder}/missing/quality.db` cannot be opened: does its folder exist, and may this process write there?", away.Message);
    }

    [Fact]
    public async Task A_file_of_something_else_is_said_to_be_one()
    {
        using var folder = new StoreFolder();
        await File.WriteAllTextAsync(folder.File, string.Concat(Enumerable.Repeat("not a database ", 500)));

        StorageUnavailableException away = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => folder.Documents().ReadAsync(StoreFolder.Tenant, StoreFolder.Note("a"), default).AsTask());
        Assert.Equal($"`{folder.File}` is not a SQLite file", away.Message);
    }

    [Fact]
    public async Task A_damaged_file_is_said_to_be_damaged_and_never_read_as_if_it_were_sound()
    {
        using var folder = new StoreFolder();
        using (SqliteDatabase database = folder.Open())
        {
            var store = new SqliteDocumentStore(database, StoreFolder.Schema);
            await store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), new byte[50_000], StoreFolder.Label("x")), default);
            await database.TruncateLogAsync(default);
        }

        await using (FileStream file = File.OpenWrite(folder.File))
        {
            file.Position = 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xEE, (int)file.Length - 4096).ToArray());
        }

        StorageUnavailableException away = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => folder.Documents().ReadAsync(StoreFolder.Tenant, StoreFolder.Note("a"), default).AsTask());
        Assert.Equal($"`{folder.File}` is damaged: restore a backup", away.Message);
    }

    [Fact]
    public async Task A_file_that_another_process_keeps_locked_is_waited_for_and_then_given_up()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents(options => options.LockTimeout = TimeSpan.FromMilliseconds(200));
        await store.EnsureSchemaAsync(default);
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File};Pooling=False");
        other.Open();
        DocumentBatch batch = StoreFolder.Batch("1").Create(StoreFolder.Note("a"), default);
        using (var transaction = other.BeginTransaction(deferred: false))
        {
            Assert.Null(await store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("a"), default));
            StorageUnavailableException away = await Assert.ThrowsAsync<StorageUnavailableException>(() => store.CommitAsync(batch, default).AsTask());
            Assert.Equal($"`{folder.File}` was locked by another process for 00:00:00.2000000", away.Message);
        }

        Assert.True((await store.CommitAsync(batch, default)).IsCommitted);
    }

    [Fact]
    public async Task Waiting_for_another_process_can_be_given_up()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents();
        await store.EnsureSchemaAsync(default);
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File};Pooling=False");
        other.Open();
        using var transaction = other.BeginTransaction(deferred: false);
        using var giveUp = new CancellationTokenSource();

        Task<CommitResult> waiting = store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), default), giveUp.Token).AsTask();
        Assert.False(waiting.IsCompleted);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static async Task Unlimit(int process)
    {
        using Process prlimit = Process.Start("prlimit", ["--pid", $"{process}", "--fsize=unlimited"]);
        await prlimit.WaitForExitAsync();
        Assert.Equal(0, prlimit.ExitCode);
    }
}
