using System.Globalization;
using System.Runtime.CompilerServices;
using QualityKit.Storage.Hosting;
using QualityKit.Storage.PostgreSql;

namespace QualityKit;

/// <summary>The way in for a host that keeps its documents in PostgreSQL.</summary>
public static class PostgreSqlBuilderExtensions
{
    /// <summary>Keeps documents in PostgreSQL. The schema is made by <see cref="PostgreSqlDocumentStore.EnsureSchemaAsync"/> or by the script of <see cref="PostgreSqlDocumentStore.CreateScript"/>.</summary>
    /// <param name="builder">What is built.</param>
    /// <param name="connectionString">The server that takes writes, as Npgsql reads it.</param>
    /// <param name="configure">Sets further options; null for their defaults.</param>
    /// <exception cref="ArgumentException">An option is outside its range; the message names every one that is.</exception>
    public static IQualityKitBuilder UsePostgreSql(this IQualityKitBuilder builder, string connectionString, Action<PostgreSqlStoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(connectionString);
        var options = new PostgreSqlStoreOptions { ConnectionString = connectionString };
        configure?.Invoke(options);
        OptionsCheck.Guard(options);
        return builder.UseDocumentStore(nameof(UsePostgreSql), SettingsOf(options), (_, schema) => new PostgreSqlDocumentStore(options, schema));
    }

    private static string SettingsOf(PostgreSqlStoreOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{options.ConnectionString}\n{RuntimeHelpers.GetHashCode(options.DataSource)}\n{options.ReplicaConnectionString}\n{options.Schema}\n{options.RemembersCommandsFor}\n{options.PreparedStatements}");
}
