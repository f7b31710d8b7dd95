using Microsoft.Win32.SafeHandles;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.FileSystem;

/// <summary>A blob being written to a file of its own. One caller at a time.</summary>
internal sealed class StagedFile(BlobFolder folder, string staged, string file, BlobName name) : IStagedBlob
{
    private readonly FileStream _stream = folder.NewFile(staged);

    private Crc32C _checksum;

    private long _length;

    private bool _isOver;

    private bool _isBroken;

    private SafeFileHandle Handle => _stream.SafeFileHandle;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        try
        {
            // The disk works while the checksum is taken. A write is not cancelled half-way: what is in the file is always known.
            ValueTask writing = RandomAccess.WriteAsync(Handle, bytes, _length, CancellationToken.None);
            _checksum.Append(bytes.Span);
            await writing.ConfigureAwait(false);
            _length += bytes.Length;
        }
        catch (Exception failure) when (DiskFault.Is(failure))
        {
            _isBroken = true;
            throw DiskFault.Of($"the blob `{name}` cannot be written", failure);
        }
    }

    public ValueTask<BlobInfo?> CommitAsync(CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        _isOver = true;
        return DiskFault.GuardAsync($"the blob `{name}` cannot be committed", Commit, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _isOver = true;
        await _stream.DisposeAsync().ConfigureAwait(false);
        try
        {
            Disk.Remove(staged);
        }
        catch (IOException)
        {
            // Nobody sees it, and the sweep takes it later.
        }
    }

    private void Begin(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isOver, this);
        if (_isBroken)
        {
            throw new StorageUnavailableException($"the blob `{name}` could not be written before, and cannot be finished");
        }
    }

    // The order makes the promise: first the bytes reach the disk, then the name appears, then the folder that holds the name.
    private BlobInfo? Commit()
    {
        var info = new BlobInfo { Name = name, Length = _length, Crc32C = _checksum.Value };
        RandomAccess.Write(Handle, BlobTrailer.Write(info), _length);
        RandomAccess.FlushToDisk(Handle);
        _stream.Dispose();
        return folder.Publish(staged, file) ? info : null;
    }
}
