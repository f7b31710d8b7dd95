using Npgsql;

namespace QualityKit.Storage.PostgreSql.Connections;

/// <summary>Makes sources of connections from connection strings.</summary>
internal static class Sources
{
    public static NpgsqlDataSource Open(string connectionString, int prepared)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (!builder.ContainsKey("Max Auto Prepare") || builder.MaxAutoPrepare == 0)
        {
            builder.MaxAutoPrepare = prepared;
            builder.AutoPrepareMinUsages = 2;
        }

        builder.ApplicationName ??= "QualityKit";
        return NpgsqlDataSource.Create(builder);
    }
}
