using Microsoft.Data.Sqlite;
using QualityKit.Storage.Errors;
using SQLitePCL;

namespace QualityKit.Storage.Sqlite.Engine;

/// <summary>What a caller is told when SQLite fails. What nobody could help by trying again, such as wrong SQL, stays what it is.</summary>
internal static class Failure
{
    public static bool IsBusy(SqliteException failure) => failure.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    public static Exception Of(SqliteException failure, string file, CancellationToken cancellationToken) =>
        failure.SqliteErrorCode == raw.SQLITE_INTERRUPT && cancellationToken.IsCancellationRequested
            ? new OperationCanceledException("the caller gave up", failure, cancellationToken)
            : Reason(failure) is { } reason ? new StorageUnavailableException($"`{file}` {reason}", failure) : failure;

    private static string? Reason(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "is locked by another process",
        raw.SQLITE_FULL => "cannot grow: the disk is full",
        raw.SQLITE_CANTOPEN => "cannot be opened: does its folder exist, and may this process write there?",
        raw.SQLITE_PERM or raw.SQLITE_READONLY or raw.SQLITE_AUTH => "cannot be written by this process",
        raw.SQLITE_CORRUPT => "is damaged: restore a backup",
        raw.SQLITE_NOTADB => "is not a SQLite file",
        raw.SQLITE_IOERR => $"cannot be read or written (SQLite error {failure.SqliteExtendedErrorCode})",
        raw.SQLITE_NOMEM => "needs more memory than there is",
        raw.SQLITE_PROTOCOL or raw.SQLITE_NOLFS or raw.SQLITE_INTERRUPT => $"broke off (SQLite error {failure.SqliteExtendedErrorCode})",
        _ => null,
    };
}
