using System.Runtime.CompilerServices;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Blobs;
using QualityKit.Storage.Sqlite.Transactions;

namespace QualityKit.Storage.Sqlite;

/// <summary>Blobs in a SQLite file, in pieces of 64 KiB: for small ones, up to 1 GiB, where one file for everything is worth more than speed.</summary>
public sealed class SqliteBlobStore : IBlobStore
{
    private readonly Database _database;

    /// <summary>A store over a file, which may be that of a document store.</summary>
    /// <param name="database">The file; it stays the caller's to dispose.</param>
    public SqliteBlobStore(SqliteDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database.Engine;
    }

    /// <inheritdoc/>
    public BlobCapabilities Capabilities { get; } = new() { Name = "SQLite", IsDurable = true, IsShared = true, LargestBlob = SqliteBlobLimits.LargestBlob };

    /// <summary>Begins a blob where nobody sees it, and removes what killed processes left behind.</summary>
    /// <inheritdoc/>
    public async ValueTask<IStagedBlob> StageAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        await BlobRemoval.RemoveAbandonedAsync(_database, cancellationToken).ConfigureAwait(false);
        return new StagedBlob(_database, tenant, name);
    }

    /// <inheritdoc/>
    public async ValueTask<BlobInfo?> FindAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        return (await _database.ReadAsync(session => BlobRows.Find(session, tenant, name), cancellationToken).ConfigureAwait(false))?.Info;
    }

    /// <inheritdoc/>
    public async ValueTask<Stream?> OpenAsync(TenantId tenant, BlobName name, long offset, long? length, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length ?? 0, nameof(length));
        if (await _database.ReadAsync(session => BlobRows.Find(session, tenant, name), cancellationToken).ConfigureAwait(false) is not (var number, { } info))
        {
            return null;
        }

        long start = Math.Min(offset, info.Length);
        return new BlobStream(_database, number, info, start, Math.Min(length ?? long.MaxValue, info.Length - start));
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        long? number = await _database.WriteAsync(
            session =>
            {
                if (BlobRows.Find(session, tenant, name) is not (var found, _))
                {
                    return (long?)null;
                }

                BlobRows.Hide(session, found);
                return found;
            },
            cancellationToken).ConfigureAwait(false);
        if (number is { } hidden)
        {
            await BlobRemoval.RemoveAsync(_database, hidden, cancellationToken).ConfigureAwait(false);
        }

        return number is not null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobInfo> ListAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (string after = ""; ;)
        {
            string last = after;
            IReadOnlyList<BlobInfo> found = await _database.ReadAsync(session => BlobRows.List(session, tenant, last), cancellationToken).ConfigureAwait(false);
            foreach (BlobInfo info in found)
            {
                yield return info;
            }

            if (found.Count == 0)
            {
                yield break;
            }

            after = found[^1].Name.Value;
        }
    }
}
