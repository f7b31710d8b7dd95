using Npgsql;

namespace QualityKit.Storage.PostgreSql;

/// <summary>How the store reaches PostgreSQL.</summary>
public sealed class PostgreSqlStoreOptions
{
    /// <summary>The connection string of the server that takes writes, as Npgsql reads it. Needed, unless <see cref="DataSource"/> is set.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>A source of connections that the host made and disposes, for what a connection string cannot say, such as passwords that change; null, the default: one is made of <see cref="ConnectionString"/>.</summary>
    public NpgsqlDataSource? DataSource { get; set; }

    /// <summary>The connection string of a replica that serves queries which may be stale; null, the default: the server that takes writes serves them too.</summary>
    public string? ReplicaConnectionString { get; set; }

    /// <summary>The schema of the database that the tables are in: 1 to 63 lower-case letters, digits or <c>_</c>, starting with a letter; default <c>qualitykit</c>. Two stores in one database have two schemas.</summary>
    public string Schema { get; set; } = "qualitykit";

    /// <summary>For how long a command is remembered, by the clock of the database: 1 to 366 days, default 1.</summary>
    public TimeSpan RemembersCommandsFor { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many statements a connection keeps prepared, 0 to 1,000, default 256; 0 behind a pooler that cannot hold them. Not looked at where a connection string or <see cref="DataSource"/> says it itself.</summary>
    public int PreparedStatements { get; set; } = 256;
}
