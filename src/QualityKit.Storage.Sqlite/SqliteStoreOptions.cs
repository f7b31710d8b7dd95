using Microsoft.Data.Sqlite;
using QualityKit.Storage.Sqlite.Engine;

namespace QualityKit.Storage.Sqlite;

/// <summary>Where the file is, and how it is used. Checked when a <see cref="SqliteDatabase"/> is made of it.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>The connection string as Microsoft.Data.Sqlite takes it: <c>Data Source=quality.db</c>. It names a file; the folder must exist. No default.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How long a commit waits while another process writes, before it throws <see cref="Errors.StorageUnavailableException"/>; 0 to 10 minutes, default 30 seconds. No thread is held meanwhile.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether tables and indexes that are missing are made at first use; default true. If false, <see cref="SqliteDocumentStore.EnsureSchemaAsync"/> has to be called once after each upgrade.</summary>
    public bool MakesSchema { get; set; } = true;

    /// <summary>For how long a command is remembered, so that sending its batch again changes nothing; 24 hours, the default, to 10 years. The last 10,000 are remembered in any case.</summary>
    public TimeSpan RemembersCommandsFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How soon after a commit that deleted or replaced something the log is cut, so that the bytes are nowhere on disk; 0 to 1 hour, default 1 second. 0: before the commit answers.</summary>
    public TimeSpan TruncatesLogAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>After what time without a write an uncommitted blob is given up and its bytes are removed, because its process was killed; 1 minute to 30 days, default 1 hour.</summary>
    public TimeSpan AbandonsStagedBlobsAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The same as values that can no longer change.</summary>
    /// <exception cref="ArgumentException">One is outside its range; the message says which.</exception>
    internal FileSettings Checked()
    {
        Guard(LockTimeout, nameof(LockTimeout), TimeSpan.Zero, TimeSpan.FromMinutes(10));
        Guard(RemembersCommandsFor, nameof(RemembersCommandsFor), TimeSpan.FromHours(24), TimeSpan.FromDays(3653));
        Guard(TruncatesLogAfter, nameof(TruncatesLogAfter), TimeSpan.Zero, TimeSpan.FromHours(1));
        Guard(AbandonsStagedBlobsAfter, nameof(AbandonsStagedBlobsAfter), TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));
        SqliteConnectionStringBuilder connection = Parse(ConnectionString);
        bool isMemory = connection.Mode == SqliteOpenMode.Memory || connection.DataSource.Contains(":memory:", StringComparison.Ordinal)
            || connection.DataSource.Contains("mode=memory", StringComparison.Ordinal);
        if (connection.DataSource.Length == 0 || isMemory)
        {
            throw new ArgumentException("`ConnectionString` names no file: write `Data Source=quality.db`; for a store in memory call `UseInMemory`");
        }

        if (connection.Mode == SqliteOpenMode.ReadOnly || connection.Cache == SqliteCacheMode.Shared)
        {
            throw new ArgumentException("`ConnectionString` has `Mode=ReadOnly` or `Cache=Shared`: a store writes, and its connections share the file, not a cache");
        }

        // Connections are kept here, and closing the last one has to close the file.
        connection.Pooling = false;
        return new()
        {
            File = connection.DataSource,
            ConnectionString = connection.ToString(),
            LockTimeout = LockTimeout,
            MakesSchema = MakesSchema,
            RemembersCommandsFor = RemembersCommandsFor,
            TruncatesLogAfter = TruncatesLogAfter,
            AbandonsStagedBlobsAfter = AbandonsStagedBlobsAfter,
        };
    }

    private static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new(connectionString);
        }
        catch (ArgumentException wrong)
        {
            throw new ArgumentException($"`ConnectionString` is not one: {wrong.Message}", wrong);
        }
    }

    private static void Guard(TimeSpan value, string name, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            throw new ArgumentException($"`{name}` is {value}: it must lie between {least} and {most}");
        }
    }
}
