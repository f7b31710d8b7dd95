using Npgsql;
using QualityKit.Storage.Documents;

namespace QualityKit.StorageBenchmark;

/// <summary>PostgreSQL by hand: one prepared batch of inserts in one round trip and one transaction.</summary>
internal sealed class HandMadePostgreSql : IHandMade
{
    private readonly NpgsqlDataSource _source;
    private bool _hasTables;

    public HandMadePostgreSql(string server) => _source = NpgsqlDataSource.Create($"{server};Max Auto Prepare=50;Auto Prepare Min Usages=2");

    public async ValueTask WriteAsync(int first, int count)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync();
        await MakeTablesAsync(connection);
        await using var batch = new NpgsqlBatch(connection);
        string tenant = Contents.Tenant.Value;
        var version = Guid.NewGuid();
        Add(batch, "INSERT INTO hand.commands (tenant, command, version) VALUES ($1, $2, $3)", tenant, $"c-{first}", version);
        for (int number = first; number < first + count; number++)
        {
            string id = Contents.Id(number);
            Add(batch, "INSERT INTO hand.documents VALUES ($1, $2, $3, $4, $5)", tenant, "evaluations", id, version, Contents.Body(number));
            Add(batch, "INSERT INTO hand.by_state VALUES ($1, $2, $3, $4)", tenant, Contents.State(number), IndexValue.Of(Contents.Changed(number)).AsInteger, id);
            Add(batch, "INSERT INTO hand.by_agent VALUES ($1, $2, $3, $4)", tenant, Contents.Agent(number), IndexValue.Of(Contents.Score(number)).AsInteger, id);
        }

        // A batch without a transaction of its own is one transaction.
        await batch.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async ValueTask MakeTablesAsync(NpgsqlConnection connection)
    {
        if (_hasTables)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            """
            CREATE SCHEMA hand;
            CREATE TABLE hand.documents (tenant text COLLATE "C" NOT NULL, collection text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, version uuid NOT NULL, body bytea NOT NULL, PRIMARY KEY (tenant, collection, id));
            CREATE TABLE hand.by_state (tenant text COLLATE "C" NOT NULL, state text COLLATE "C" NOT NULL, changed bigint NOT NULL, id text COLLATE "C" NOT NULL, PRIMARY KEY (tenant, state, changed, id));
            CREATE TABLE hand.by_agent (tenant text COLLATE "C" NOT NULL, agent text COLLATE "C" NOT NULL, score bigint NOT NULL, id text COLLATE "C" NOT NULL, PRIMARY KEY (tenant, agent, score, id));
            CREATE TABLE hand.commands (tenant text COLLATE "C" NOT NULL, command text COLLATE "C" NOT NULL, version uuid NOT NULL, at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (tenant, command));
            """,
            connection);
        await command.ExecuteNonQueryAsync();
        _hasTables = true;
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        batch.BatchCommands.Add(command);
    }
}
