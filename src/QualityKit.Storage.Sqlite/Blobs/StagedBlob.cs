using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Transactions;

namespace QualityKit.Storage.Sqlite.Blobs;

/// <summary>A blob that is being written: full pieces go to the file as they come, the last one with the commit, so a small blob is one transaction.</summary>
internal sealed class StagedBlob(Database database, TenantId tenant, BlobName name) : IStagedBlob
{
    private const long NotStaged = 0;

    private readonly byte[] _chunk = new byte[ChunkRows.Size];
    private int _filled;
    private long _written;
    private long _number = NotStaged;
    private Crc32C _checksum;
    private bool _isOver;

    private long Now => database.Time.GetUtcNow().ToUnixTimeMilliseconds();

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isOver, this);
        if (_written + _filled + bytes.Length > SqliteBlobLimits.LargestBlob)
        {
            throw new ArgumentException($"the blob `{name}` grows over {SqliteBlobLimits.LargestBlob} bytes, which SQLite takes at most: keep it in files", nameof(bytes));
        }

        while (!bytes.IsEmpty)
        {
            if (_filled == ChunkRows.Size)
            {
                await FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            int count = Math.Min(bytes.Length, ChunkRows.Size - _filled);
            bytes[..count].CopyTo(_chunk.AsMemory(_filled));
            _checksum.Append(bytes.Span[..count]);
            _filled += count;
            bytes = bytes[count..];
        }
    }

    public async ValueTask<BlobInfo?> CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isOver, this);
        var info = new BlobInfo { Name = name, Length = _written + _filled, Crc32C = _checksum.Value };
        bool isStored = await database.WriteAsync(session => Commit(session, info), cancellationToken).ConfigureAwait(false);
        if (isStored)
        {
            _isOver = true;
            return info;
        }

        await DisposeAsync().ConfigureAwait(false);
        return null;
    }

    /// <summary>Takes the pieces back that were written; if storage is away just now, whoever stages the next blob does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        if (_number == NotStaged)
        {
            return;
        }

        try
        {
            await BlobRemoval.RemoveAsync(database, _number, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception away) when (away is StorageUnavailableException or ObjectDisposedException)
        {
        }
    }

    // The commit of the blob makes all pieces durable together; until then a power cut may take them, as it takes the process that writes them.
    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        _number = await database.WriteAsync(session => Write(session), cancellationToken, isDurable: false).ConfigureAwait(false);
        _written += _filled;
        _filled = 0;
    }

    private bool Commit(Session session, BlobInfo info)
    {
        if (BlobRows.Find(session, tenant, name) is not null)
        {
            return false;
        }

        BlobRows.Commit(session, Write(session), info);
        return true;
    }

    private long Write(Session session)
    {
        long number = _number == NotStaged ? BlobRows.Stage(session, tenant, name, Now) : _number;
        if (_number != NotStaged && !BlobRows.Touch(session, number, Now))
        {
            throw new StorageUnavailableException($"the blob `{name}` was not written to for too long, and was given up: write it again");
        }

        if (_filled > 0)
        {
            ChunkRows.Write(session, number, _written / ChunkRows.Size, _chunk.AsSpan(0, _filled));
        }

        return number;
    }
}
