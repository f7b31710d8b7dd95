using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.FileSystem;

/// <summary>Blobs as files of one folder. A blob that was reported stored outlives a power cut; of one that was not, nobody ever sees a part. Several processes may share the folder. Safe to share between threads.</summary>
public sealed class FileSystemBlobStore : IBlobStore, IDisposable
{
    private const int ListedAtOnce = 128;

    private readonly FileSystemBlobOptions _options;

    private readonly TimeProvider _time;

    private readonly BlobFolder _folder;

    private readonly Lock _leasing = new();

    private StagingLease? _lease;

    private long _lastSweep;

    private bool _isDisposed;

    /// <summary>A store over a folder. Nothing is touched before it is used first.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="time">The clock that the age of abandoned files is held against.</param>
    /// <exception cref="ArgumentException">The options say no folder, or a time that is too short.</exception>
    public FileSystemBlobStore(FileSystemBlobOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Check();
        (_options, _time, _folder) = (options, time, new BlobFolder(options));
    }

    /// <inheritdoc/>
    public BlobCapabilities Capabilities { get; } = new() { Name = "file system", IsDurable = true, IsShared = true };

    /// <inheritdoc/>
    public ValueTask<IStagedBlob> StageAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        string file = _folder.FileOf(tenant, name);
        return DiskFault.GuardAsync<IStagedBlob>($"the blob `{name}` cannot be staged", () => new StagedFile(_folder, Lease().NewPath(), file, name), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<BlobInfo?> FindAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        string file = _folder.FileOf(tenant, name);
        return DiskFault.GuardAsync($"the blob `{name}` cannot be found", () =>
        {
            using SafeFileHandle? handle = OpenFile(file);
            return handle is null ? null : ReadInfo(handle, name, file);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Stream?> OpenAsync(TenantId tenant, BlobName name, long offset, long? length, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length ?? 0, nameof(length));
        string file = _folder.FileOf(tenant, name);
        return DiskFault.GuardAsync<Stream?>($"the blob `{name}` cannot be opened", () =>
        {
            SafeFileHandle? handle = OpenFile(file);
            if (handle is null)
            {
                return null;
            }

            try
            {
                long rest = Math.Max(0, ReadInfo(handle, name, file).Length - offset);
                return new BlobFileStream(handle, name, offset, Math.Min(rest, length ?? rest));
            }
            catch
            {
                handle.Dispose();
                throw;
            }
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        string file = _folder.FileOf(tenant, name);
        return DiskFault.GuardAsync($"the blob `{name}` cannot be removed", () =>
        {
            _folder.Prepare();
            return _folder.Remove(file);
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobInfo> ListAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using IEnumerator<BlobInfo> found = List(_folder.TenantFolder(tenant)).GetEnumerator();
        while (true)
        {
            List<BlobInfo> some = await DiskFault.GuardAsync("blobs cannot be listed", () => Take(found, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (BlobInfo info in some)
            {
                yield return info;
            }

            if (some.Count < ListedAtOnce)
            {
                yield break;
            }
        }
    }

    /// <summary>Removes what processes that have ended were still writing. A store does it by itself when it first writes, and then once in each <see cref="FileSystemBlobOptions.AbandonedAfter"/> in which it writes.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many files were removed.</returns>
    public ValueTask<int> RemoveAbandonedAsync(CancellationToken cancellationToken) => DiskFault.GuardAsync("what was abandoned cannot be removed", () =>
    {
        _folder.Prepare();
        return Sweep(cancellationToken);
    }, cancellationToken);

    /// <summary>Lets go of the store's place in the staging folder. Blobs that are being written can still be committed or disposed.</summary>
    public void Dispose()
    {
        lock (_leasing)
        {
            _isDisposed = true;
            _lease?.Dispose();
            _lease = null;
        }
    }

    private static List<BlobInfo> Take(IEnumerator<BlobInfo> found, CancellationToken cancellationToken)
    {
        var some = new List<BlobInfo>(ListedAtOnce);
        while (some.Count < ListedAtOnce && found.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            some.Add(found.Current);
        }

        return some;
    }

    private IEnumerable<BlobInfo> List(string folder)
    {
        _folder.Prepare();
        if (!Directory.Exists(folder))
        {
            _folder.ExpectMark();
            yield break;
        }

        foreach (string file in Directory.EnumerateDirectories(folder).SelectMany(Directory.EnumerateFiles))
        {
            if (BlobPath.NameOf(Path.GetFileName(file)) is { } name)
            {
                using SafeFileHandle? handle = OpenFile(file);
                if (handle is not null)
                {
                    yield return ReadInfo(handle, name, file);
                }
            }
        }
    }

    /// <summary>Null when there is no such file, in a folder that is there.</summary>
    private SafeFileHandle? OpenFile(string file)
    {
        _folder.Prepare();
        try
        {
            return File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            _folder.ExpectMark();
            return null;
        }
    }

    private static BlobInfo ReadInfo(SafeFileHandle handle, BlobName name, string file)
    {
        long length = RandomAccess.GetLength(handle);
        byte[] trailer = new byte[BlobTrailer.Size];
        int read = length < trailer.Length ? 0 : RandomAccess.Read(handle, trailer, length - trailer.Length);
        return BlobTrailer.Read(name, trailer.AsSpan(0, read), length) ?? throw new StorageUnavailableException($"`{file}` is damaged: it is not as its last {BlobTrailer.Size} bytes should say");
    }

    private StagingLease Lease()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        lock (_leasing)
        {
            _folder.Prepare();
            _folder.ExpectMark();
            if (_lease is not null && !Directory.Exists(_lease.Folder))
            {
                _lease.Dispose();
                _lease = null;
            }

            bool isDue = _lease is null || _time.GetElapsedTime(_lastSweep) >= _options.AbandonedAfter;
            _lease ??= new StagingLease(_folder);
            if (isDue)
            {
                SweepIfPossible();
            }

            return _lease;
        }
    }

    private void SweepIfPossible()
    {
        _lastSweep = _time.GetTimestamp();
        try
        {
            Sweep(CancellationToken.None);
        }
        catch (Exception failure) when (DiskFault.Is(failure))
        {
            // Old files that cannot be removed do not keep new ones from being written.
        }
    }

    private int Sweep(CancellationToken cancellationToken) => new StagingSweep(_folder.Staging, _time.GetUtcNow() - _options.AbandonedAfter).Run(cancellationToken);
}
