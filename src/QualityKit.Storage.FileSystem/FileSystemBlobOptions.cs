namespace QualityKit.Storage.FileSystem;

/// <summary>Where and how <see cref="FileSystemBlobStore"/> keeps blobs.</summary>
public sealed class FileSystemBlobOptions
{
    /// <summary>The folder that holds everything; it belongs to the store alone. Required. A relative path counts from the current folder at start.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Whether a folder that is missing or empty is made into one for blobs; default true.
    /// Switch it off where the folder is a mounted disk: then a disk that is not mounted is an error, and not an empty store.</summary>
    public bool CreateFolder { get; set; } = true;

    /// <summary>Who may read the files, on Unix; default the owner only (0600). The process's umask is taken off as always.</summary>
    public UnixFileMode FilePermissions { get; set; } = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Who may enter the folders, on Unix; default the owner only (0700). The process's umask is taken off as always.</summary>
    public UnixFileMode FolderPermissions { get; set; } = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>How long a blob that was being written stays after its process ended; default 1 hour, at least 1 minute.</summary>
    public TimeSpan AbandonedAfter { get; set; } = TimeSpan.FromHours(1);

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(AbandonedAfter, TimeSpan.FromMinutes(1));
    }
}
