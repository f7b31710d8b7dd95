using Npgsql;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Connections;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql.Transfers;

/// <summary>Keeps every commit of a tenant out while all its documents are written or removed.</summary>
internal static class TenantLock
{
    public static async ValueTask LockTenantAsync(this NpgsqlConnection connection, SchemaName schema, TenantId tenant, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = connection.Statement("SELECT pg_advisory_xact_lock($1)", Statements.Value(AdvisoryKey.OfTenant(schema, tenant)));
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
