using System.Diagnostics;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;
using Xunit.Abstractions;

namespace QualityKit.Storage.FileSystem.Tests;

public class DiskFullTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(900_000, true)]
    [InlineData(1_048_576 - 24, true)]
    [InlineData(1_048_576 - 23, false)]
    [InlineData(1_048_576, false)]
    [InlineData(3_000_000, false)]
    public async Task A_file_that_may_not_grow_is_a_blob_that_was_not_stored(int bytes, bool fits)
    {
        using var folder = new TempFolder();
        string[] command = ["bash", "-c", "trap '' XFSZ; ulimit -f 1024; exec \"$@\"", "-", .. Child.Command("write", folder.Blobs, bytes.ToString())];
        (int code, string said, string errors) = await Child.Run(command);
        Assert.True(code == (fits ? 0 : 1), said + errors);
        Assert.StartsWith(fits ? "stored" : "unavailable", said);
        using FileSystemBlobStore store = folder.Open();
        Assert.Equal(fits ? TempFolder.Bytes(bytes) : null, await TempFolder.Get(store, "calls/a"));
        Assert.Equal(fits ? 1 : 0, folder.Files().Length);
    }

    [Fact]
    public async Task A_full_disk_is_an_error_that_passes_when_there_is_room()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.Blobs);
        if (Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.Blobs) is { } refused)
        {
            output.WriteLine($"no small disk could be mounted here, so a full one is played by file size limits only: {refused}");
            return;
        }

        try
        {
            using FileSystemBlobStore store = folder.Open();
            await TempFolder.Put(store, "first", TempFolder.Bytes(1_000_000));
            await using (IStagedBlob staged = await store.StageAsync(TempFolder.Tenant, new BlobName("second"), CancellationToken.None))
            {
                await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
                {
                    for (int piece = 0; piece < 40; piece++)
                    {
                        await staged.WriteAsync(TempFolder.Bytes(100_000), CancellationToken.None);
                    }
                });
                await Assert.ThrowsAsync<StorageUnavailableException>(() => staged.WriteAsync(new byte[1], CancellationToken.None).AsTask());
                await Assert.ThrowsAsync<StorageUnavailableException>(() => staged.CommitAsync(CancellationToken.None).AsTask());
            }

            Assert.Equal(["first"], await TempFolder.Names(store));
            Assert.NotNull(await TempFolder.Put(store, "second", TempFolder.Bytes(500_000)));
            Assert.Equal(TempFolder.Bytes(1_000_000), await TempFolder.Get(store, "first"));
        }
        finally
        {
            Run("umount", "-l", folder.Blobs);
        }
    }

    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : errors.Trim();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
