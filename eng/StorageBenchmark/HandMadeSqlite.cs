using Microsoft.Data.Sqlite;
using QualityKit.Storage.Documents;

namespace QualityKit.StorageBenchmark;

/// <summary>SQLite by hand: prepared statements, one transaction, the same durability as the store.</summary>
internal sealed class HandMadeSqlite : IHandMade
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _document;
    private readonly SqliteCommand _state;
    private readonly SqliteCommand _agent;
    private readonly SqliteCommand _command;
    private long _version;

    public HandMadeSqlite(string path)
    {
        _connection = new SqliteConnection($"Data Source={path}");
        _connection.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
        Run(
            """
            CREATE TABLE documents (number INTEGER PRIMARY KEY, tenant TEXT NOT NULL, collection TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, body BLOB NOT NULL, UNIQUE (tenant, collection, id));
            CREATE TABLE by_state (tenant TEXT NOT NULL, state TEXT NOT NULL, changed INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tenant, state, changed, id)) WITHOUT ROWID;
            CREATE TABLE by_agent (tenant TEXT NOT NULL, agent TEXT NOT NULL, score INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tenant, agent, score, id)) WITHOUT ROWID;
            CREATE TABLE commands (number INTEGER PRIMARY KEY, tenant TEXT NOT NULL, command TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (tenant, command));
            """);
        _document = Prepared("INSERT INTO documents (tenant, collection, id, version, body) VALUES ($1, 'evaluations', $2, $3, $4)", 4);
        _state = Prepared("INSERT INTO by_state VALUES ($1, $2, $3, $4)", 4);
        _agent = Prepared("INSERT INTO by_agent VALUES ($1, $2, $3, $4)", 4);
        _command = Prepared("INSERT INTO commands (tenant, command, at) VALUES ($1, $2, $3)", 3);
    }

    public ValueTask WriteAsync(int first, int count)
    {
        string tenant = Contents.Tenant.Value;
        string version = $"{++_version}";
        using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        Run(transaction, _command, tenant, $"c-{first}", first);
        for (int number = first; number < first + count; number++)
        {
            string id = Contents.Id(number);
            Run(transaction, _document, tenant, id, version, Contents.Body(number));
            Run(transaction, _state, tenant, Contents.State(number), IndexValue.Of(Contents.Changed(number)).AsInteger, id);
            Run(transaction, _agent, tenant, Contents.Agent(number), IndexValue.Of(Contents.Score(number)).AsInteger, id);
        }

        transaction.Commit();
        return default;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static void Run(SqliteTransaction transaction, SqliteCommand command, params object[] values)
    {
        command.Transaction = transaction;
        for (int position = 0; position < values.Length; position++)
        {
            command.Parameters[position].Value = values[position];
        }

        command.ExecuteNonQuery();
    }

    private void Run(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepared(string sql, int parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        for (int number = 1; number <= parameters; number++)
        {
            command.Parameters.Add(new SqliteParameter($"${number}", null));
        }

        return command;
    }
}
