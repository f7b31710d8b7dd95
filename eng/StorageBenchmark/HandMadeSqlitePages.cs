using Microsoft.Data.Sqlite;
using QualityKit.Storage.Documents;

namespace QualityKit.StorageBenchmark;

/// <summary>SQLite by hand: one table with a column for each value, two indexes on it, and a prepared query for each. One connection reads and another writes.</summary>
internal sealed class HandMadeSqlitePages : IPageSide, IDisposable
{
    private readonly SqliteConnection _reading;
    private readonly SqliteConnection _writing;
    private readonly Dictionary<(bool, bool), SqliteCommand> _queries = [];

    public HandMadeSqlitePages(string path, int documents)
    {
        Documents = documents;
        _writing = Open(path);
        Run(_writing, "PRAGMA journal_mode = WAL");
        Run(
            _writing,
            """
            CREATE TABLE evaluations (number INTEGER PRIMARY KEY, tenant TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL,
              state TEXT NOT NULL, changed INTEGER NOT NULL, agent TEXT NOT NULL, score INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (tenant, id));
            CREATE INDEX by_state ON evaluations (tenant, state, changed, id);
            CREATE INDEX by_agent ON evaluations (tenant, agent, score, id);
            """);
        using SqliteTransaction transaction = _writing.BeginTransaction();
        using SqliteCommand insert = Insert();
        for (int number = 0; number < documents; number++)
        {
            Insert(insert, Contents.Tenant.Value, Contents.Id(number), number);
        }

        transaction.Commit();
        _reading = Open(path);
        foreach (bool isByState in new[] { true, false })
        {
            foreach (bool isDescending in new[] { true, false })
            {
                _queries[(isByState, isDescending)] = Query(isByState, isDescending);
            }
        }
    }

    public int Documents { get; }

    public Task<int> ReadAsync(bool isByState, int start, bool isDescending, int take)
    {
        SqliteCommand query = _queries[(isByState, isDescending)];
        query.Parameters[0].Value = Contents.Tenant.Value;
        query.Parameters[1].Value = isByState ? Contents.State(start) : Contents.Agent(start);
        query.Parameters[2].Value = (isByState ? IndexValue.Of(Contents.Changed(start)) : IndexValue.Of(Contents.Score(start))).AsInteger;
        query.Parameters[3].Value = Contents.Id(start);
        query.Parameters[4].Value = take;
        var rows = new List<(string, string, byte[])>(take);
        using SqliteDataReader reader = query.ExecuteReader();
        while (reader.Read())
        {
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        }

        return Task.FromResult(rows.Count);
    }

    public Task CommitAsync(int number)
    {
        using SqliteCommand insert = Insert();
        Insert(insert, "another", $"p-{number}", 0);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (SqliteCommand query in _queries.Values)
        {
            query.Dispose();
        }

        _reading.Dispose();
        _writing.Dispose();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        Run(connection, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Insert(SqliteCommand insert, string tenant, string id, int number)
    {
        object[] values =
        [
            tenant, id, "1", Contents.State(number), IndexValue.Of(Contents.Changed(number)).AsInteger,
            Contents.Agent(number), IndexValue.Of(Contents.Score(number)).AsInteger, Contents.Body(number),
        ];
        for (int position = 0; position < values.Length; position++)
        {
            insert.Parameters[position].Value = values[position];
        }

        insert.ExecuteNonQuery();
    }

    private SqliteCommand Insert() =>
        Prepared(_writing, "INSERT INTO evaluations (tenant, id, version, state, changed, agent, score, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", 8);

    private SqliteCommand Query(bool isByState, bool isDescending)
    {
        (string first, string second) = isByState ? ("state", "changed") : ("agent", "score");
        (string after, string order) = isDescending ? ("<", "DESC") : (">", "ASC");
        return Prepared(
            _reading,
            $"""
             SELECT id, version, body FROM evaluations INDEXED BY by_{first}
             WHERE tenant = $1 AND {first} = $2 AND ({second}, id) {after} ($3, $4) ORDER BY {second} {order}, id {order} LIMIT $5
             """,
            5);
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql, int parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int number = 1; number <= parameters; number++)
        {
            command.Parameters.Add(new SqliteParameter($"${number}", null));
        }

        return command;
    }
}
