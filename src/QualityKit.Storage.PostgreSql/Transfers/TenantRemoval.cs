using System.Data;
using Npgsql;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Connections;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql.Transfers;

/// <summary>Removes all that a tenant has, in one transaction.</summary>
internal sealed class TenantRemoval(Server server, StoredSchema schema)
{
    public async ValueTask RemoveAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        bool isDone = false;
        while (!isDone)
        {
            Catalogue catalogue = await schema.CatalogueAsync(cancellationToken).ConfigureAwait(false);
            isDone = await server.TransactAsync(
                IsolationLevel.ReadCommitted, (connection, stop) => RemoveAsync(connection, catalogue, tenant, stop), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes everything; false where the schema was changed meanwhile, so that there may be tables that the catalogue does not name.</summary>
    private async ValueTask<bool> RemoveAsync(NpgsqlConnection connection, Catalogue catalogue, TenantId tenant, CancellationToken cancellationToken)
    {
        await connection.LockTenantAsync(schema.Name, tenant, cancellationToken).ConfigureAwait(false);
        if (!await schema.IsCurrentAsync(catalogue, connection, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var statements = new NpgsqlBatch(connection);
        await using (statements.ConfigureAwait(false))
        {
            string[] tables = [schema.Name.Documents, schema.Name.Commands, .. catalogue.Tables.Select(table => schema.Name.Table(table.Name))];
            foreach (string table in tables)
            {
                statements.Add($"DELETE FROM {table} WHERE tenant = $1", Statements.Value(tenant.Value));
            }

            await statements.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }
}
