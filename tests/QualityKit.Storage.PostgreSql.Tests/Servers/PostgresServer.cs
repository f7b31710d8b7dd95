using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace QualityKit.Storage.PostgreSql.Tests.Servers;

/// <summary>A real server of its own in a folder of its own, gone when it is disposed.</summary>
/// <remarks>Its databases sort texts as Danish does, so whatever forgets to say how bytes compare is noticed.</remarks>
public class PostgresServer : IAsyncLifetime
{
    private int _schemas;

    /// <summary>Where its data, its socket and its log are.</summary>
    public string Folder { get; } = PostgresPrograms.Folder is null ? "" : PostgresPrograms.NewFolder();

    public int Port { get; } = FreePort();

    /// <summary>The database over TCP, as its owner.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=qk;Database=postgres;Maximum Pool Size=30;Timeout=10;Include Error Detail=false";

    /// <summary>The same through the socket in its folder.</summary>
    public string SocketConnectionString => $"Host={Folder};Port={Port};Username=qk;Database=postgres";

    protected virtual string Fsync => "on";

    private string Data => Path.Combine(Folder, "data");

    public Task InitializeAsync()
    {
        PostgresPrograms.RunTool("initdb", "-D", Data, "-U", "qk", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=da", "--no-sync");
        Start();
        return Task.CompletedTask;
    }

    public void Start() => PostgresPrograms.RunTool(
        "pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(Folder, "log"), "start", "-o",
        string.Create(CultureInfo.InvariantCulture, $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={Folder} -c fsync={Fsync} -c shared_buffers=64MB -c max_connections=100 -c autovacuum_naptime=5s"));

    /// <summary>Stops it at once, as a power cut would: what is not in its log is lost.</summary>
    public void Crash() => PostgresPrograms.RunTool("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    public Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        Crash();
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>The name of a schema that nobody has used.</summary>
    public string NewSchema() => $"s{Interlocked.Increment(ref _schemas)}";

    public PostgreSqlStoreOptions Options(string schema) => new() { ConnectionString = ConnectionString, Schema = schema };

    /// <summary>Runs a statement as the owner of the database.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of every row.</summary>
    public async Task<List<T>> Ask<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetFieldValue<T>(0));
        }

        return rows;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
