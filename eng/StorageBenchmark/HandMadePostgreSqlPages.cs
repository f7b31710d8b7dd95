using Npgsql;
using NpgsqlTypes;
using QualityKit.Storage.Documents;

namespace QualityKit.StorageBenchmark;

/// <summary>PostgreSQL by hand: one table with a column for each value, two indexes on it, and a prepared query for each.</summary>
internal sealed class HandMadePostgreSqlPages : IPageSide, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly string _schema;

    private HandMadePostgreSqlPages(string server, string schema, int documents)
    {
        _source = NpgsqlDataSource.Create($"{server};Max Auto Prepare=50;Auto Prepare Min Usages=2;Command Timeout=600");
        _schema = schema;
        Documents = documents;
    }

    public int Documents { get; }

    public static async Task<HandMadePostgreSqlPages> FillAsync(string server, string schema, int documents)
    {
        var side = new HandMadePostgreSqlPages(server, schema, documents);
        await side.RunAsync(
            $"""
             CREATE SCHEMA {schema};
             CREATE TABLE {schema}.evaluations (tenant text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, version uuid NOT NULL, state text COLLATE "C" NOT NULL,
               changed bigint NOT NULL, agent text COLLATE "C" NOT NULL, score bigint NOT NULL, body bytea NOT NULL, PRIMARY KEY (tenant, id));
             """);
        await using (NpgsqlConnection connection = await side._source.OpenConnectionAsync())
        await using (NpgsqlBinaryImporter import = await connection.BeginBinaryImportAsync($"COPY {schema}.evaluations FROM STDIN (FORMAT BINARY)"))
        {
            for (int number = 0; number < documents; number++)
            {
                await import.StartRowAsync();
                foreach ((object value, NpgsqlDbType type) in Row(Contents.Tenant.Value, Contents.Id(number), number))
                {
                    await import.WriteAsync(value, type);
                }
            }

            await import.CompleteAsync();
        }

        await side.RunAsync(
            $"""
             CREATE INDEX by_state ON {schema}.evaluations (tenant, state, changed, id);
             CREATE INDEX by_agent ON {schema}.evaluations (tenant, agent, score, id);
             """);
        return side;
    }

    public async Task<int> ReadAsync(bool isByState, int start, bool isDescending, int take)
    {
        (string first, string second) = isByState ? ("state", "changed") : ("agent", "score");
        (string after, string order) = isDescending ? ("<", "DESC") : (">", "ASC");
        await using NpgsqlCommand query = _source.CreateCommand(
            $"""
             SELECT id, version, body FROM {_schema}.evaluations
             WHERE tenant = $1 AND {first} = $2 AND ({second}, id) {after} ($3, $4) ORDER BY {second} {order}, id {order} LIMIT $5
             """);
        query.Parameters.AddWithValue(Contents.Tenant.Value);
        query.Parameters.AddWithValue(isByState ? Contents.State(start) : Contents.Agent(start));
        query.Parameters.AddWithValue((isByState ? IndexValue.Of(Contents.Changed(start)) : IndexValue.Of(Contents.Score(start))).AsInteger);
        query.Parameters.AddWithValue(Contents.Id(start));
        query.Parameters.AddWithValue((long)take);
        var rows = new List<(string, Guid, byte[])>(take);
        await using NpgsqlDataReader reader = await query.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), reader.GetGuid(1), reader.GetFieldValue<byte[]>(2)));
        }

        return rows.Count;
    }

    public async Task CommitAsync(int number)
    {
        await using NpgsqlCommand insert = _source.CreateCommand($"INSERT INTO {_schema}.evaluations VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
        foreach ((object value, NpgsqlDbType type) in Row("another", $"p-{number}", 0))
        {
            insert.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = type });
        }

        await insert.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static IEnumerable<(object Value, NpgsqlDbType Type)> Row(string tenant, string id, int number) =>
    [
        (tenant, NpgsqlDbType.Text), (id, NpgsqlDbType.Text), (Guid.NewGuid(), NpgsqlDbType.Uuid), (Contents.State(number), NpgsqlDbType.Text),
        (IndexValue.Of(Contents.Changed(number)).AsInteger, NpgsqlDbType.Bigint), (Contents.Agent(number), NpgsqlDbType.Text),
        (IndexValue.Of(Contents.Score(number)).AsInteger, NpgsqlDbType.Bigint), (Contents.Body(number), NpgsqlDbType.Bytea),
    ];

    private async Task RunAsync(string sql)
    {
        await using NpgsqlCommand command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
