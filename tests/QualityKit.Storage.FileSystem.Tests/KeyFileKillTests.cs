using System.Collections.Immutable;
using QualityKit.Storage.Keys;
using Xunit.Abstractions;

namespace QualityKit.Storage.FileSystem.Tests;

/// <summary>A root of keys whose process dies at any call that changes the disk: every recording hangs on that file.</summary>
public sealed class KeyFileKillTests(ITestOutputHelper output)
{
    public const string Passphrase = "correct horse battery staple";

    private static readonly string[] Calls = ["pwrite64", "fsync", "renameat2", "rename", "link", "unlink"];

    [StraceFact]
    public async Task Killed_while_it_is_made_there_is_the_whole_file_or_none_and_the_next_start_has_one()
    {
        int kills = await ForEveryCallAsync("make-key-file", before: null);
        output.WriteLine($"killed {kills} times");
        Assert.True(kills >= 4, $"only {kills} calls were met");
    }

    [StraceFact]
    public async Task Killed_while_a_version_is_added_what_the_file_wrapped_still_unwraps()
    {
        int kills = await ForEveryCallAsync("rotate-key-file", async file => await file.CreateAsync(CancellationToken.None));
        output.WriteLine($"killed {kills} times");
        Assert.True(kills >= 4, $"only {kills} calls were met");
    }

    private static async Task<int> ForEveryCallAsync(string role, Func<KeyFile, Task>? before)
    {
        int kills = 0;
        foreach (string call in Calls)
        {
            bool died = true;
            for (int number = 1; died; number++)
            {
                using var folder = new TempFolder();
                string path = Path.Combine(folder.Path, "root.key");
                WrappedKey? wrapped = before is null ? null : await WrapAsync(path, before);
                died = await Strace.KillAt(call, number, canRename: true, role, path);
                kills += died ? 1 : 0;
                await CheckAsync(path, wrapped);
            }
        }

        return kills;
    }

    private static async Task<WrappedKey> WrapAsync(string path, Func<KeyFile, Task> before)
    {
        using var file = new KeyFile(path, Passphrase);
        await before(file);
        return (await file.WrapAsync(TempFolder.Tenant, default, new byte[32], CancellationToken.None)).Wrapped!;
    }

    // Whoever starts next makes the file where there is none, and can change it.
    private static async Task CheckAsync(string path, WrappedKey? wrapped)
    {
        using var file = new KeyFile(path, Passphrase);
        Assert.True(wrapped is null || await file.ExistsAsync(CancellationToken.None), "the file is gone");
        await file.CreateAsync(CancellationToken.None);
        wrapped ??= (await file.WrapAsync(TempFolder.Tenant, default, new byte[32], CancellationToken.None)).Wrapped!;
        await file.RotateAsync(CancellationToken.None);
        Assert.Equal(["root.key", "root.key.lock"], Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName).Order());
        byte[] key = new byte[KeyLimits.KeyBytes];
        ImmutableArray<UnwrapResult> unwrapped = await file.UnwrapAsync(
            TempFolder.Tenant, [new() { Wrapped = wrapped, Context = default, Destination = key }], CancellationToken.None);
        Assert.Equal(KeyAnswer.Done, unwrapped[0].Answer);
    }
}
