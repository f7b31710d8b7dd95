using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace QualityKit.Storage.FileSystem;

/// <summary>The steps that a power cut and a second process are measured against: taking a name, giving it up, flushing a folder.</summary>
internal static class Disk
{
    /// <summary>Makes the names in a folder outlive a power cut. Windows has no such call; its journal keeps them in order.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Libc.Open(folder);
        if (descriptor < 0)
        {
            throw Failure(folder);
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Moves a file to a name that nobody has. It appears there whole, and of any number of callers one gets the name.</summary>
    /// <returns>False when the name is taken.</returns>
    public static bool MoveNew(string from, string to) => OperatingSystem.IsWindows() ? MoveOnWindows(from, to)
        : OperatingSystem.IsLinux() && TryRename(from, to) is { } moved ? moved
        : LinkThenUnlink(from, to);

    /// <summary>Removes a file.</summary>
    /// <returns>False when there was none.</returns>
    public static bool Remove(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            bool wasThere = File.Exists(path);
            File.Delete(path);
            return wasThere;
        }

        return Libc.Unlink(path) == 0 || (Marshal.GetLastPInvokeError() == Libc.NoSuchFile ? false : throw Failure(path));
    }

    // File.Move without overwriting is one step on Windows. On Unix it looks first and then renames, which is two.
    private static bool MoveOnWindows(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(to) && File.Exists(from))
        {
            return false;
        }
    }

    /// <summary>Null where the kernel, the C library or the file system (NFS, say) cannot.</summary>
    private static bool? TryRename(string from, string to)
    {
        try
        {
            return Libc.MoveNew(from, to) == 0 ? true : Marshal.GetLastPInvokeError() switch
            {
                Libc.Exists => false,
                Libc.NoSuchFile => throw Failure(to),
                _ => null,
            };
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A second name, then the first away: a kill in between leaves the first, which the sweep takes.</summary>
    private static bool LinkThenUnlink(string from, string to)
    {
        if (Libc.Link(from, to) == 0)
        {
            Remove(from);
            return true;
        }

        return Marshal.GetLastPInvokeError() == Libc.Exists ? false : throw Failure(to);
    }

    private static IOException Failure(string path)
    {
        int error = Marshal.GetLastPInvokeError();
        string message = $"{Marshal.GetPInvokeErrorMessage(error)}: `{path}`";
        return error == Libc.NoSuchFile ? new DirectoryNotFoundException(message) : new IOException(message);
    }
}
