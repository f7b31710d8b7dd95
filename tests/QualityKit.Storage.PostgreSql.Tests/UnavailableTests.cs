using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Storage.PostgreSql.Tests.Servers;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>What a caller hears when PostgreSQL cannot serve, and that it can again afterwards.</summary>
public sealed class UnavailableTests(QuickPostgresServer server) : IClassFixture<QuickPostgresServer>, IAsyncLifetime
{
    private readonly string _schema = server.NewSchema();
    private PostgreSqlDocumentStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = new PostgreSqlDocumentStore(server.Options(_schema), Notes.Schema);
        await _store.EnsureSchemaAsync(default);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [ServerFact]
    public Task A_server_that_is_not_there() => Refused("Host=127.0.0.1;Port=1;Username=qk", "could not be opened");

    [ServerFact]
    public Task A_database_that_does_not_exist() => Refused(server.ConnectionString.Replace("Database=postgres", "Database=missing", StringComparison.Ordinal), "lets nobody in");

    [ServerFact]
    public Task A_user_that_does_not_exist() => Refused(server.ConnectionString.Replace("Username=qk", "Username=stranger", StringComparison.Ordinal), "lets nobody in");

    [ServerFact]
    public Task A_database_that_is_read_only() => Refused(server.ConnectionString + ";Options=-c default_transaction_read_only=on", "read-only");

    [ServerFact]
    public async Task A_lock_that_somebody_else_holds_too_long()
    {
        await using var holder = new Npgsql.NpgsqlConnection(server.ConnectionString);
        await holder.OpenAsync();
        await using Npgsql.NpgsqlTransaction transaction = await holder.BeginTransactionAsync();
        await using var command = new Npgsql.NpgsqlCommand($"LOCK TABLE {_schema}.documents IN ACCESS EXCLUSIVE MODE", holder, transaction);
        await command.ExecuteNonQueryAsync();

        await Refused(server.ConnectionString + ";Options=-c lock_timeout=200", "not to be had in time");
        await Refused(server.ConnectionString + ";Options=-c statement_timeout=200", "longer than the server allows");
        await Refused(server.ConnectionString + ";Command Timeout=1", "did not answer in time");
        using var gone = new CancellationTokenSource(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.CommitAsync(Notes.Three("given-up"), gone.Token));
        await transaction.RollbackAsync();

        Assert.Empty(await Notes.Found(_store, "given-up"));
        Assert.True((await _store.CommitAsync(Notes.Three("given-up"), default)).IsCommitted);
    }

    [ServerFact]
    public async Task Connections_that_an_administrator_ended_are_noticed_by_nobody()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => _store.CommitAsync(Notes.Three($"before-{number}"), default).AsTask()));
        const string End = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'";
        await server.Execute(End);
        Assert.Equal(3, (await Notes.Found(_store, "before-7")).Count);
        await server.Execute(End);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => _store.CommitAsync(Notes.Three($"after-{number}"), default).AsTask()));
        Assert.Equal(3, (await Notes.Found(_store, "after-7")).Count);
    }

    [ServerFact]
    public async Task A_deadlock_with_a_stranger_is_tried_again_and_never_shown()
    {
        long tenant = Schema.AdvisoryKey.OfTenant(new Schema.SchemaName(_schema), Notes.Tenant);
        long[] keys = Commits.CommitLocks.Of(Notes.Three("crossed"), new Schema.SchemaName(_schema)).Keys;
        await using var stranger = new Npgsql.NpgsqlConnection(server.ConnectionString);
        await stranger.OpenAsync();

        // The stranger takes the locks in the other order and so closes a circle; it waits longer until it looks for one.
        await Run(stranger, $"SET deadlock_timeout = '30s'; BEGIN; SELECT pg_advisory_xact_lock({keys[^1]})");
        Task<CommitResult> commit = Task.Run(() => _store.CommitAsync(Notes.Three("crossed"), default).AsTask());
        while ((await server.Ask<long>("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))[0] == 0)
        {
            await Task.Delay(10);
        }

        await Run(stranger, $"SELECT pg_advisory_xact_lock({keys[0]})");
        await Run(stranger, "COMMIT");
        Assert.True((await commit).IsCommitted);
        Assert.Contains(tenant, keys);
    }

    [ServerFact]
    public async Task A_batch_is_serial_even_where_the_database_asks_for_another_isolation()
    {
        string options = server.ConnectionString + ";Options=-c default_transaction_isolation=repeatable\\ read";
        await using var store = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = options, Schema = _schema }, Notes.Schema);
        for (int round = 0; round < 30; round++)
        {
            CommitResult[] both = await Task.WhenAll(Enumerable.Range(0, 2).Select(side => Task.Run(() => store.CommitAsync(
                Notes.Batch($"{side}-{round}").RequireAbsent(Notes.Key($"{1 - side}-{round}")).Create(Notes.Key($"{side}-{round}"), Notes.Body("x")), default).AsTask())));
            Assert.Single(both, result => result.IsCommitted);
        }
    }

    [ServerFact]
    public async Task Statements_are_kept_prepared_unless_the_host_says_otherwise()
    {
        async Task<long> Kept(int prepared, string more)
        {
            // One connection, which the store uses like any other and which can be asked what it keeps.
            string one = $"{server.ConnectionString};Maximum Pool Size=1;Application Name=kept{more}";
            var options = new PostgreSqlStoreOptions { ConnectionString = one, Schema = _schema, PreparedStatements = prepared };
            await using var source = Connections.Sources.Open(one, prepared);
            (options.ConnectionString, options.DataSource) = (null, source);
            await using var store = new PostgreSqlDocumentStore(options, Notes.Schema);
            for (int number = 0; number < 3; number++)
            {
                Assert.True((await store.CommitAsync(Notes.Three($"prepared-{prepared}-{more.Length}-{number}"), default)).IsCommitted);
            }

            await using Npgsql.NpgsqlCommand command = source.CreateCommand("SELECT count(*) FROM pg_prepared_statements");
            return (long)(await command.ExecuteScalarAsync())!;
        }

        Assert.InRange(await Kept(256, ""), 5, 20);
        Assert.Equal(0, await Kept(0, ""));
        Assert.Equal(0, await Kept(256, ";Max Auto Prepare=0"));
    }

    private static async Task Run(Npgsql.NpgsqlConnection connection, string sql)
    {
        await using var command = new Npgsql.NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    private async Task Refused(string connectionString, string reason)
    {
        await using var store = new PostgreSqlDocumentStore(new PostgreSqlStoreOptions { ConnectionString = connectionString, Schema = _schema }, Notes.Schema);
        var error = await Assert.ThrowsAsync<StorageUnavailableException>(async () => await store.CommitAsync(Notes.Three($"refused-{reason}"), default));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
