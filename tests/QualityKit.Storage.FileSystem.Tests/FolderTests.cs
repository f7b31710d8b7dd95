using System.Runtime.Versioning;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.FileSystem.Tests;

public class FolderTests
{
    [Fact]
    public async Task A_folder_with_other_files_is_left_alone()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.Blobs);
        File.WriteAllText(Path.Combine(folder.Blobs, "letter.txt"), "mine");
        using FileSystemBlobStore store = folder.Open();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => TempFolder.Put(store, "a", [1]));
        Assert.Equal(["letter.txt"], Directory.EnumerateFileSystemEntries(folder.Blobs).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_fresh_disk_is_taken_with_its_lost_and_found()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(Path.Combine(folder.Blobs, "lost+found"));
        using FileSystemBlobStore store = folder.Open();
        Assert.NotNull(await TempFolder.Put(store, "a", [1]));
    }

    [Fact]
    public async Task A_disk_that_is_not_mounted_is_an_error_where_the_folder_is_not_to_be_made()
    {
        using var folder = new TempFolder();
        var options = new FileSystemBlobOptions { Folder = folder.Blobs, CreateFolder = false };
        using var store = new FileSystemBlobStore(options, TimeProvider.System);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => TempFolder.Get(store, "a"));
        Directory.CreateDirectory(folder.Blobs);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => TempFolder.Get(store, "a"));
        using (FileSystemBlobStore first = folder.Open())
        {
            await TempFolder.Put(first, "a", [1]);
        }

        Assert.Equal([1], await TempFolder.Get(store, "a"));
    }

    [Fact]
    public async Task A_disk_that_goes_away_is_an_error_and_not_an_empty_store()
    {
        using var folder = new TempFolder();
        using FileSystemBlobStore store = folder.Open();
        await TempFolder.Put(store, "a", [1]);
        Directory.Move(folder.Blobs, folder.Blobs + "-away");
        Directory.CreateDirectory(folder.Blobs);
        var name = new BlobName("a");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => TempFolder.Get(store, "a"));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => TempFolder.Put(store, "b", [1]));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => TempFolder.Names(store));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.FindAsync(TempFolder.Tenant, name, CancellationToken.None).AsTask());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.DeleteAsync(TempFolder.Tenant, name, CancellationToken.None).AsTask());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.RemoveAbandonedAsync(CancellationToken.None).AsTask());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Blobs));

        Directory.Delete(folder.Blobs);
        Directory.Move(folder.Blobs + "-away", folder.Blobs);
        Assert.Equal([1], await TempFolder.Get(store, "a"));
    }

    [Fact]
    public async Task A_folder_of_a_later_version_is_refused()
    {
        using var folder = new TempFolder();
        using (FileSystemBlobStore store = folder.Open())
        {
            await TempFolder.Put(store, "a", [1]);
        }

        File.WriteAllText(Path.Combine(folder.Blobs, "qualitykit-blobs"), "2\n");
        using FileSystemBlobStore old = folder.Open();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => TempFolder.Get(old, "a"));
    }

    [Fact]
    public async Task A_tenant_s_folder_that_somebody_removed_is_made_again()
    {
        using var folder = new TempFolder();
        using FileSystemBlobStore store = folder.Open();
        await TempFolder.Put(store, "a", [1]);
        Directory.Delete(Path.Combine(folder.Blobs, "tenants"), recursive: true);
        Assert.NotNull(await TempFolder.Put(store, "a", [2]));
        Directory.Delete(Path.Combine(folder.Blobs, "staging"), recursive: true);
        Directory.CreateDirectory(Path.Combine(folder.Blobs, "staging"));
        Assert.NotNull(await TempFolder.Put(store, "b", [2]));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_and_folders_are_for_the_owner_only_unless_the_options_say_otherwise()
    {
        using var folder = new TempFolder();
        using FileSystemBlobStore store = folder.Open();
        await TempFolder.Put(store, "a", [1]);
        string file = Path.Combine(folder.Blobs, folder.Files().Single());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.All(
            Directory.EnumerateDirectories(folder.Blobs, "*", SearchOption.AllDirectories).Append(folder.Blobs),
            path => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path)));

        string open = Path.Combine(folder.Path, "open");
        using var shared = new FileSystemBlobStore(
            new FileSystemBlobOptions { Folder = open, FilePermissions = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, FolderPermissions = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute },
            TimeProvider.System);
        await TempFolder.Put(shared, "a", [1]);
        Assert.True(File.GetUnixFileMode(Directory.EnumerateFiles(open, "b-a", SearchOption.AllDirectories).Single()).HasFlag(UnixFileMode.GroupRead));
    }

    [Fact]
    public void Options_are_checked_when_the_store_is_made()
    {
        Assert.Throws<ArgumentException>(() => new FileSystemBlobStore(new FileSystemBlobOptions(), TimeProvider.System));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FileSystemBlobStore(new FileSystemBlobOptions { Folder = "a", AbandonedAfter = TimeSpan.Zero }, TimeProvider.System));
    }
}
