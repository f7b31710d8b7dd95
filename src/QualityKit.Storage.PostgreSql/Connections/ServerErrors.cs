using Npgsql;
using QualityKit.Storage.Errors;

namespace QualityKit.Storage.PostgreSql.Connections;

/// <summary>What an error of the driver or the server means for whoever asked: another try, storage that is not there, or a schema that does not fit.</summary>
internal static class ServerErrors
{
    /// <summary>Whether the server undid the work only because of others, so that it can simply be done again.</summary>
    public static bool IsWorthAnotherTry(Exception error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>Whether a connection that was open is no longer.</summary>
    public static bool IsLostConnection(NpgsqlException error) =>
        error.InnerException is IOException or ObjectDisposedException
        || error is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown };

    /// <summary>Whether the server does not know a table or a column, so that the schema is not what this node takes it for.</summary>
    public static bool IsOfAnotherSchema(Exception error) => error is PostgresException
    {
        SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName,
    };

    /// <summary>What to throw instead; null where the error says it best itself.</summary>
    public static Exception? Translate(Exception error, CancellationToken cancellationToken) => error switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        _ when cancellationToken.IsCancellationRequested && error is NpgsqlException => new OperationCanceledException("the caller gave up", error, cancellationToken),
        PostgresException server => Translate(server),
        NpgsqlException { InnerException: TimeoutException } => new StorageUnavailableException("PostgreSQL did not answer in time", error),
        NpgsqlException => new StorageUnavailableException("the connection to PostgreSQL could not be opened, or broke off", error),
        _ => null,
    };

    private static Exception? Translate(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName =>
            new InvalidOperationException("the schema of PostgreSQL is missing or another one: call EnsureSchemaAsync, or let a database administrator run the script of CreateScript", error),
        PostgresErrorCodes.InsufficientPrivilege =>
            new InvalidOperationException($"the role lacks a right in PostgreSQL: {error.MessageText}", error),
        PostgresErrorCodes.UniqueViolation => new InvalidOperationException("a document is there already", error),
        PostgresErrorCodes.RaiseException => new InvalidOperationException(error.MessageText, error),
        PostgresErrorCodes.DiskFull => new StorageUnavailableException("the disk of PostgreSQL is full", error),
        PostgresErrorCodes.OutOfMemory => new StorageUnavailableException("PostgreSQL is out of memory; where it names locks, raise max_locks_per_transaction", error),
        PostgresErrorCodes.TooManyConnections => new StorageUnavailableException("PostgreSQL has no connection left", error),
        PostgresErrorCodes.ReadOnlySqlTransaction => new StorageUnavailableException("PostgreSQL is read-only: a standby, or set so", error),
        PostgresErrorCodes.QueryCanceled => new StorageUnavailableException("PostgreSQL gave up: a statement took longer than the server allows, or somebody stopped it", error),
        PostgresErrorCodes.LockNotAvailable => new StorageUnavailableException("a lock of PostgreSQL was not to be had in time", error),
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure =>
            new StorageUnavailableException("others were in the way every time", error),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            new StorageUnavailableException("PostgreSQL is starting, stopping, or was told to end the connection", error),
        _ when Means(error, "08", "53", "57", "58") => new StorageUnavailableException($"PostgreSQL cannot serve now: {error.MessageText}", error),
        _ when Means(error, "28", "3D") => new StorageUnavailableException($"PostgreSQL lets nobody in with this connection string: {error.MessageText}", error),
        _ => null,
    };

    private static bool Means(PostgresException error, params ReadOnlySpan<string> classes)
    {
        foreach (string start in classes)
        {
            if (error.SqlState.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
