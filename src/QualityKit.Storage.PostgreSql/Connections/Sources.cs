using System.Data.Common;
using Npgsql;

namespace QualityKit.Storage.PostgreSql.Connections;

/// <summary>Makes sources of connections from connection strings.</summary>
internal static class Sources
{
    public static NpgsqlDataSource Open(string connectionString, int prepared)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (!Says(connectionString, "Max Auto Prepare"))
        {
            builder.MaxAutoPrepare = prepared;
            builder.AutoPrepareMinUsages = 2;
        }

        builder.ApplicationName ??= "QualityKit";
        return NpgsqlDataSource.Create(builder);
    }

    // Npgsql's own builder knows every key, whether it was given or not.
    private static bool Says(string connectionString, string key) => new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey(key);
}
