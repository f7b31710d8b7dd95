using System.Globalization;
using System.Security.Cryptography;

namespace QualityKit.Storage.FileSystem;

/// <summary>The folder in which one store writes what is not committed yet, and the lock that says that it lives: the system lets go of it when the process ends, however.</summary>
internal sealed class StagingLease : IDisposable
{
    public const string LockFile = "lease";

    private readonly FileStream _lock;

    private long _count;

    public StagingLease(BlobFolder folder)
    {
        Folder = Path.Combine(folder.Staging, NewName());
        folder.Create(Folder);
        _lock = TryLock(Folder, FileMode.CreateNew) ?? throw new IOException($"`{Folder}` cannot be locked");
    }

    public string Folder { get; }

    public static string NewName() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Null when somebody has it.</summary>
    public static FileStream? TryLock(string folder, FileMode mode)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockFile), mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }

    public string NewPath() => Path.Combine(Folder, Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture));

    public void Dispose()
    {
        _lock.Dispose();
        StagingSweep.TryRemoveFolder(Folder);
    }
}
