namespace QualityKit.Storage.FileSystem;

/// <summary>Removes what killed processes were writing.</summary>
/// <remarks>Two things must be true: nobody holds the lease, and nothing was written since <paramref name="before"/>. So neither a lock that a
/// network file system only pretends to give, nor a clock that is wrong, takes a file from a process alone; and if both do, its commit fails, and is not half done.</remarks>
internal sealed class StagingSweep(string staging, DateTimeOffset before)
{
    /// <returns>How many files were removed.</returns>
    public int Run(CancellationToken cancellationToken)
    {
        int removed = 0;
        foreach (string entry in Directory.EnumerateFileSystemEntries(staging))
        {
            cancellationToken.ThrowIfCancellationRequested();
            removed += Directory.Exists(entry) ? Sweep(entry) : RemoveIfOld(entry);
        }

        return removed;
    }

    public static void TryRemoveFolder(string folder)
    {
        try
        {
            if (!Directory.EnumerateFiles(folder).Any(file => Path.GetFileName(file) != StagingLease.LockFile))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception failure) when (DiskFault.Is(failure))
        {
            // The next sweep finds it.
        }
    }

    private int Sweep(string folder)
    {
        if (Directory.GetLastWriteTimeUtc(folder) > before)
        {
            return 0;
        }

        int removed = 0;
        try
        {
            using FileStream? lease = StagingLease.TryLock(folder, FileMode.OpenOrCreate);
            if (lease is null)
            {
                return 0;
            }

            removed = Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != StagingLease.LockFile).Sum(RemoveIfOld);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process swept it at the same time.
            return removed;
        }

        TryRemoveFolder(folder);
        return removed;
    }

    private int RemoveIfOld(string file) => File.GetLastWriteTimeUtc(file) <= before && Disk.Remove(file) ? 1 : 0;
}
