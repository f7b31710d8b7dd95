using System.Collections.Concurrent;
using System.Text;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.FileSystem;

/// <summary>The folder with everything in it: a mark that says whose it is, <c>tenants</c>, and <c>staging</c>.</summary>
internal sealed class BlobFolder(FileSystemBlobOptions options)
{
    private const string MarkFile = "qualitykit-blobs";

    private const string MarkText = "1\n";

    private const int MostKnown = 10_000;

    private readonly string _root = Path.GetFullPath(options.Folder);

    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    private readonly Lock _preparing = new();

    private volatile bool _isReady;

    public string Staging => Path.Combine(_root, "staging");

    private string Mark => Path.Combine(_root, MarkFile);

    public string TenantFolder(TenantId tenant) => Path.Combine(_root, "tenants", BlobPath.OfTenant(tenant));

    public string FileOf(TenantId tenant, BlobName name) => Path.Combine(TenantFolder(tenant), BlobPath.FolderOf(name), BlobPath.FileOf(name));

    /// <summary>Makes a missing or empty folder ready, once; any other that is not marked as ours is left alone.</summary>
    public void Prepare()
    {
        if (_isReady)
        {
            return;
        }

        lock (_preparing)
        {
            if (!File.Exists(Mark))
            {
                MakeReady();
            }

            if (File.ReadAllText(Mark) != MarkText)
            {
                throw new StorageUnavailableException($"`{_root}` was written by a version of QualityKit that this one does not know");
            }

            Directory.CreateDirectory(Staging);
            _isReady = true;
        }
    }

    /// <summary>Asked when something was not found: on a disk that is no longer mounted nothing is, which means nothing.</summary>
    public void ExpectMark()
    {
        if (!File.Exists(Mark))
        {
            throw new StorageUnavailableException($"`{_root}` is gone, or its disk is not mounted");
        }
    }

    /// <summary>Gives a finished file its name, so that it outlives a power cut.</summary>
    /// <returns>False when the name is taken.</returns>
    public bool Publish(string staged, string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        MakeFolder(folder);
        bool isNew;
        try
        {
            isNew = Disk.MoveNew(staged, file);
        }
        catch (DirectoryNotFoundException) when (File.Exists(staged))
        {
            // Somebody removed the folder since it was last seen.
            _known.Clear();
            MakeFolder(folder);
            isNew = Disk.MoveNew(staged, file);
        }

        if (isNew)
        {
            Disk.SyncFolder(folder);
        }

        return isNew;
    }

    /// <summary>Removes a file so that it does not come back after a power cut, even one whose removal began before.</summary>
    /// <returns>False when there was none.</returns>
    public bool Remove(string file)
    {
        bool wasThere = Disk.Remove(file);
        string folder = Path.GetDirectoryName(file)!;
        if (Directory.Exists(folder))
        {
            Disk.SyncFolder(folder);
        }
        else
        {
            ExpectMark();
        }

        return wasThere;
    }

    public void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, options.FolderPermissions);
        }
    }

    /// <summary>Makes a folder below the root, whose name in its parent outlives a power cut.</summary>
    // A folder that is there already may have been made a moment ago by a process that has not flushed its parent yet; so this one does.
    private void MakeFolder(string folder)
    {
        if (folder == _root)
        {
            ExpectMark();
            return;
        }

        if (_known.ContainsKey(folder))
        {
            return;
        }

        string parent = Path.GetDirectoryName(folder)!;
        MakeFolder(parent);
        Create(folder);
        Disk.SyncFolder(parent);
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        _known[folder] = true;
    }

    private void MakeReady()
    {
        bool isForeign = Directory.Exists(_root) && Directory.EnumerateFileSystemEntries(_root).Any(entry => Path.GetFileName(entry) is not ("staging" or "lost+found"));
        if (isForeign && !File.Exists(Mark))
        {
            throw new StorageUnavailableException($"`{_root}` holds other files, and no blobs of QualityKit");
        }

        if (!options.CreateFolder)
        {
            throw new StorageUnavailableException($"`{_root}` holds no blobs: its disk is not mounted, or `{nameof(options.CreateFolder)}` has to be on when it is used first");
        }

        MakeRoot(_root);
        Create(Staging);
        string draft = Path.Combine(Staging, $"mark-{StagingLease.NewName()}");
        using (FileStream mark = NewFile(draft))
        {
            mark.Write(Encoding.ASCII.GetBytes(MarkText));
            mark.Flush(flushToDisk: true);
        }

        if (!Disk.MoveNew(draft, Mark))
        {
            Disk.Remove(draft);
        }

        Disk.SyncFolder(_root);
    }

    private void MakeRoot(string folder)
    {
        if (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            MakeRoot(parent);
            Create(folder);
            Disk.SyncFolder(parent);
        }
    }

    public FileStream NewFile(string path)
    {
        // Nothing is buffered twice, and whoever reads may: Unix locks are taken by share, and a reader may open a blob the moment that it has its name.
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read | FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = options.FilePermissions;
        }

        return new FileStream(path, how);
    }
}
