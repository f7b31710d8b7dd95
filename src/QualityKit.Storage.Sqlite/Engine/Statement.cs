using Microsoft.Data.Sqlite;
using QualityKit.Storage.Documents;
using SQLitePCL;

namespace QualityKit.Storage.Sqlite.Engine;

/// <summary>One prepared statement. It binds and reads spans without copies, and never sleeps while it waits for a lock, as the commands of ADO.NET do.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public Statement Bind(int parameter, string text)
    {
        Check(raw.sqlite3_bind_text(_statement, parameter, text));
        return this;
    }

    public Statement Bind(int parameter, long integer)
    {
        Check(raw.sqlite3_bind_int64(_statement, parameter, integer));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(_statement, parameter, bytes));
        return this;
    }

    public Statement Bind(int parameter, IndexValue value) =>
        value.Kind == IndexKind.Text ? Bind(parameter, value.AsText) : Bind(parameter, value.AsInteger);

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Step()
    {
        int code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        Check(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
        return false;
    }

    /// <summary>Runs a statement that gives no row.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>The bytes of a column where SQLite has them: until the next row.</summary>
    public ReadOnlySpan<byte> Span(int column) => raw.sqlite3_column_blob(_statement, column);

    public byte[] Bytes(int column) => Span(column).ToArray();

    /// <summary>The first bytes of a column.</summary>
    public byte[] Bytes(int column, long length) => Span(column)[..(int)length].ToArray();

    public IndexValue Value(int column, IndexKind kind) =>
        kind == IndexKind.Text ? IndexValue.Of(Text(column)) : IndexValue.FromInteger(kind, Integer(column));

    /// <summary>Ends a run and lets go of what was bound. What the run failed with was thrown when it did.</summary>
    public void Reset()
    {
        _ = raw.sqlite3_reset(_statement);
        _ = raw.sqlite3_clear_bindings(_statement);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, _connection);
        }
    }
}
