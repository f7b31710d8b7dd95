using System.Diagnostics;

namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>A disk in memory that is soon full, and can be made larger. Only who may mount has one.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk(int megabytes)
    {
        Folder = PostgresPrograms.NewFolder();
        Mount(megabytes, "");
        PostgresPrograms.Own(Folder);
    }

    /// <summary>Why tests that need one are left out; null where they run.</summary>
    public static string? LeftOutBecause { get; } = PostgresPrograms.LeftOutBecause ?? (CanMount() ? null : "only who may mount has a disk that is soon full");

    public string Folder { get; }

    public void Grow(int megabytes) => Mount(megabytes, "remount,");

    public void Dispose()
    {
        Sh($"umount {Folder}");
        Directory.Delete(Folder);
    }

    private static bool CanMount() => Sh("unshare -m sh -c 'mount -t tmpfs tmpfs /mnt'") == 0;

    private static int Sh(string command)
    {
        using var process = Process.Start("/bin/sh", ["-c", $"{command} >/dev/null 2>&1"]);
        process.WaitForExit();
        return process.ExitCode;
    }

    private void Mount(int megabytes, string how) => Assert.Equal(0, Sh($"mount -t tmpfs -o {how}size={megabytes}m tmpfs {Folder}"));
}
