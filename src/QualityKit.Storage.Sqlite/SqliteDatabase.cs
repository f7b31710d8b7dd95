using System.Collections.Immutable;
using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Schema;
using QualityKit.Storage.Sqlite.Transactions;

namespace QualityKit.Storage.Sqlite;

/// <summary>One SQLite file, and the connections to it. A document store and a blob store may share it. Safe to share between threads; other processes may use the same file.</summary>
/// <remarks>The file is opened at first use. It has a write-ahead log beside it, <c>...-wal</c> and <c>...-shm</c>, which go when the last process closes it.</remarks>
public sealed class SqliteDatabase : IDisposable
{
    /// <summary>A file that is not opened yet.</summary>
    /// <param name="options">Where it is, and how it is used; copied.</param>
    /// <param name="time">The clock: for waiting, and for forgetting old commands and blobs that were never committed. No promise of the contract rests on it.</param>
    /// <exception cref="ArgumentException">An option is outside its range; the message says which.</exception>
    public SqliteDatabase(SqliteStoreOptions options, TimeProvider time)
        : this(options, time, Migrations.All, Migrations.Library)
    {
    }

    internal SqliteDatabase(SqliteStoreOptions options, TimeProvider time, ImmutableArray<Migration> migrations, Version library)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        FileSettings settings = options.Checked();
        Engine = new Database(settings, time, new SchemaKeeper(settings.File, migrations, library, settings.MakesSchema));
    }

    internal Database Engine { get; }

    /// <summary>Moves the write-ahead log into the file and cuts it to nothing, as a copy of the file alone needs it. What was deleted is then nowhere in either.</summary>
    /// <returns>Whether nobody was in the way: another process that reads, or writes at the moment.</returns>
    /// <exception cref="Errors.StorageUnavailableException">The file cannot be used.</exception>
    public ValueTask<bool> TruncateLogAsync(CancellationToken cancellationToken) => Engine.TruncateLogAsync(cancellationToken);

    /// <summary>Closes the file. Waits for the commit that is being made.</summary>
    public void Dispose() => Engine.Dispose();
}
