using System.Globalization;
using Npgsql;

namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>A hot standby that follows a server, made from a base backup of it.</summary>
internal sealed class Standby : IAsyncDisposable
{
    private readonly string _folder = PostgresPrograms.NewFolder();
    private readonly int _port = PostgresServer.FreePort();

    public Standby(PostgresServer primary)
    {
        PostgresPrograms.RunTool("pg_basebackup", "-D", Data, "-R", "-c", "fast", "-N", "-h", primary.Folder, "-p", $"{primary.Port}", "-U", "qk");
        PostgresPrograms.RunTool(
            "pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"), "start", "-o",
            string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off -c shared_buffers=32MB -c max_connections=100 -c wal_receiver_status_interval=1s"));
    }

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=qk;Database=postgres;Timeout=10";

    private string Data => Path.Combine(_folder, "data");

    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        PostgresPrograms.RunTool("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
        return default;
    }
}
