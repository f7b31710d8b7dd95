using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace QualityKit.Storage.Sqlite.Engine;

/// <summary>One connection with its prepared statements. One caller at a time.</summary>
internal sealed class Session : IDisposable
{
    private const int MostStatements = 200;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly List<Statement> _running = [];
    private bool _isDurable = true;

    private Session(SqliteConnection connection) => _connection = connection;

    /// <summary>Whether the transaction took something away whose bytes must not stay in the log.</summary>
    public bool HasRemoved { get; set; }

    public long LastRow => raw.sqlite3_last_insert_rowid(_connection.Handle);

    /// <summary>How many rows the last statement changed.</summary>
    public int Changed => raw.sqlite3_changes(_connection.Handle);

    private bool IsInTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Opens the file.</summary>
    /// <param name="connectionString">Which.</param>
    /// <param name="wait">How long SQLite itself may wait for a lock, blocking the thread; a writer waits outside.</param>
    public static Session Open(string connectionString, TimeSpan wait)
    {
        var session = new Session(new SqliteConnection(connectionString));
        try
        {
            session._connection.Open();
            session.Check(raw.sqlite3_busy_timeout(session._connection.Handle, (int)wait.TotalMilliseconds));
            session.Execute(
                """
                PRAGMA secure_delete = ON;
                PRAGMA synchronous = FULL;
                PRAGMA foreign_keys = OFF;
                PRAGMA trusted_schema = OFF;
                PRAGMA temp_store = MEMORY;
                """);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Turns the write-ahead log on; the file remembers it.</summary>
    public void UseLog()
    {
        if (Scalar("PRAGMA journal_mode = WAL") != "wal")
        {
            throw new InvalidOperationException("the file cannot have a write-ahead log: it must lie on a disk of this machine, not on a network share");
        }

        if (Scalar("PRAGMA encoding") != "UTF-8")
        {
            throw new InvalidOperationException("the file was made with UTF-16: texts are ordered by their UTF-8 bytes, so give QualityKit a file of its own");
        }
    }

    /// <summary>A statement that is kept for the next time. What is bound to it lasts until the transaction ends.</summary>
    public Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out Statement? statement))
        {
            statement = new Statement(_connection.Handle!, sql);
            _statements.Add(sql, statement);
        }

        statement.Reset();
        _running.Add(statement);
        return statement;
    }

    /// <summary>Runs statements that take nothing and give nothing.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_connection.Handle, sql));

    public void BeginRead() => Execute("BEGIN DEFERRED");

    /// <summary>Takes the lock of the one writer.</summary>
    /// <param name="isDurable">Whether the commit must outlive a power cut.</param>
    /// <returns>Whether it was free.</returns>
    public bool TryBeginWrite(bool isDurable)
    {
        if (_isDurable != isDurable)
        {
            Execute(isDurable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            _isDurable = isDurable;
        }

        HasRemoved = false;
        int code = raw.sqlite3_exec(_connection.Handle, "BEGIN IMMEDIATE");
        if ((code & 0xFF) == raw.SQLITE_BUSY)
        {
            return false;
        }

        Check(code);
        return true;
    }

    public void Commit()
    {
        EndStatements();
        Execute("COMMIT");
    }

    /// <summary>Gives the transaction up, if SQLite has not done so itself.</summary>
    public void Rollback()
    {
        EndStatements();
        if (IsInTransaction)
        {
            _ = raw.sqlite3_exec(_connection.Handle, "ROLLBACK");
        }
    }

    /// <summary>Moves the whole log into the file and cuts it to nothing.</summary>
    /// <returns>Whether it could; a reader or another process may be in the way.</returns>
    public bool TryTruncateLog()
    {
        Statement checkpoint = Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        bool isDone = checkpoint.Step() && checkpoint.Integer(0) == 0;
        EndStatements();
        return isDone;
    }

    /// <summary>Changes whenever anyone changes a table of the file.</summary>
    public long SchemaCookie()
    {
        Statement pragma = Prepare("PRAGMA schema_version");
        pragma.Step();
        return pragma.Integer(0);
    }

    /// <summary>Breaks a running statement off when the caller gives up.</summary>
    public CancellationTokenRegistration StopWith(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static session => raw.sqlite3_interrupt(((Session)session!)._connection.Handle), this);

    public void Dispose()
    {
        foreach (Statement statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private string Scalar(string sql)
    {
        using var statement = new Statement(_connection.Handle!, sql);
        return statement.Step() ? statement.Text(0) : "";
    }

    // A statement that was not read to its end would hold its snapshot, and the log could not be cut.
    private void EndStatements()
    {
        foreach (Statement statement in _running)
        {
            statement.Reset();
        }

        _running.Clear();
        if (_statements.Count > MostStatements)
        {
            foreach (Statement statement in _statements.Values)
            {
                statement.Dispose();
            }

            _statements.Clear();
        }
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, _connection.Handle);
        }
    }
}
