using Xunit.Abstractions;

namespace QualityKit.Vault.Tests;

/// <summary>A disk that is full: a limit on the size of files, which every file system keeps.</summary>
public sealed class DiskFullTests(ITestOutputHelper output)
{
    private const int Bytes = 3_000_000;

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(2000)]
    public async Task A_recording_that_does_not_fit_is_not_stored_and_leaves_nothing(int kilobytesMore)
    {
        using var folder = new TempFolder();
        await using (VaultHost host = await VaultHost.OpenAsync(folder.Path))
        {
            await host.ReportAsync();
            await host.StoreAsync(new("other"), VaultHost.Content(1000));
        }

        long largest = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Max(file => new FileInfo(file).Length);
        (int code, string said, string errors) = await Child.Run(
            ["bash", "-c", $"ulimit -f {(largest / 1024) + kilobytesMore}; trap '' XFSZ; exec \"$@\"", "bash", .. Child.Command("store-one", folder.Path, $"{Bytes}")]);
        output.WriteLine($"{said} {errors}");
        Assert.Equal(1, code);
        Assert.StartsWith("unavailable", said, StringComparison.Ordinal);

        await using VaultHost after = await VaultHost.OpenAsync(folder.Path, later: TimeSpan.FromDays(3));
        Assert.Null(await after.PlayAsync(VaultHost.Recording));
        Assert.Equal(VaultHost.Content(1000), await after.PlayAsync(new("other")));
        await after.RunJobsAsync();
        Assert.Equal((2, 1), ((await after.BlobNamesAsync()).Count, (await after.CopiesAsync()).Count));
        await after.StoreAsync(new("rec-2"), VaultHost.Content(Bytes));
        Assert.Equal(VaultHost.Content(Bytes), await after.PlayAsync(new("rec-2")));
    }
}
