using System.Collections.Immutable;
using System.Data;
using Npgsql;
using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql.Connections;

namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>The schema as the database has it: lets this node in only where the two fit, and changes it when asked.</summary>
internal sealed class StoredSchema(Server server, SchemaName name, MigrationPlan plan, StoreSchema wanted)
{
    private volatile Catalogue? _known;

    public SchemaName Name => name;

    public StoreSchema Wanted => wanted;

    /// <summary>What the database holds, asked once and then known until it is forgotten.</summary>
    /// <exception cref="InvalidOperationException">This node and the schema do not fit.</exception>
    public async ValueTask<Catalogue> CatalogueAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known)
        {
            return known;
        }

        Catalogue read = await server.RunAsync(ReadAsync, cancellationToken).ConfigureAwait(false);
        if (Misfit.Of(read, plan, wanted, name) is { } misfit)
        {
            throw new InvalidOperationException(misfit);
        }

        _known = read;
        return read;
    }

    /// <summary>Whether a catalogue still names every table, as the transaction of a connection sees it. Where it does not, it is forgotten.</summary>
    public async ValueTask<bool> IsCurrentAsync(Catalogue catalogue, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        bool isCurrent = await GenerationAsync(connection, cancellationToken).ConfigureAwait(false) == catalogue.Generation;
        if (!isCurrent)
        {
            Forget();
        }

        return isCurrent;
    }

    /// <summary>Asks the database again before the next piece of work.</summary>
    public void Forget() => _known = null;

    /// <summary>Does work on a server, if this node and the schema fit.</summary>
    public async ValueTask<T> RunAsync<T>(Server on, Func<NpgsqlConnection, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await CatalogueAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await on.RunAsync(work, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException error) when (error.InnerException is { } cause && ServerErrors.IsOfAnotherSchema(cause))
        {
            // Perhaps a newer node took away what this one still reads: then that is what there is to say.
            Forget();
            await CatalogueAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Brings the database to what this node needs. Of many nodes one does it, the others find it done.</summary>
    public async ValueTask EnsureAsync(CancellationToken cancellationToken)
    {
        Forget();
        if (!await IsCompleteAsync(cancellationToken).ConfigureAwait(false))
        {
            ImmutableArray<string> statements = new SchemaScript(name, plan, wanted).Statements;
            await server.TransactAsync(
                IsolationLevel.ReadCommitted,
                async (connection, stop) =>
                {
                    foreach (string statement in statements)
                    {
                        NpgsqlCommand command = connection.Statement(statement);
                        await using (command.ConfigureAwait(false))
                        {
                            await command.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
                        }
                    }

                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }

        await CatalogueAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A role that may not change the schema can ensure one that has all it needs.</summary>
    private ValueTask<bool> IsCompleteAsync(CancellationToken cancellationToken) => server.RunAsync(
        async (connection, stop) =>
        {
            try
            {
                return Misfit.Of(await ReadAsync(connection, stop).ConfigureAwait(false), plan, wanted, name) is null
                    && await HasViewsAsync(connection, stop).ConfigureAwait(false);
            }
            catch (PostgresException error) when (ServerErrors.IsOfAnotherSchema(error))
            {
                return false;
            }
        },
        cancellationToken);

    private async ValueTask<bool> HasViewsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        string[] views = [.. wanted.Views.Select(view => name.Table(view.DatabaseName))];
        List<string> missing = await connection.Statement("SELECT v FROM unnest($1) v WHERE to_regclass(v) IS NULL", Statements.Value(views))
            .ListAsync(row => row.GetString(0), cancellationToken).ConfigureAwait(false);
        return missing.Count == 0;
    }

    private async ValueTask<int> GenerationAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        List<int> generations = await connection.Statement($"SELECT generation FROM {name.State}")
            .ListAsync(row => row.GetInt32(0), cancellationToken).ConfigureAwait(false);
        return generations.Single();
    }

    // The generation first: a change that comes in between makes the next commit ask again.
    private async ValueTask<Catalogue> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        int generation = await GenerationAsync(connection, cancellationToken).ConfigureAwait(false);
        List<AppliedMigration> migrations = await connection.Statement($"SELECT number, release, oldest FROM {name.Migrations} ORDER BY number")
            .ListAsync(row => new AppliedMigration(row.GetInt32(0), row.GetString(1), row.GetInt32(2)), cancellationToken).ConfigureAwait(false);
        List<EntryTable> tables = await connection.Statement($"SELECT collection, name, kinds FROM {name.Indexes} ORDER BY collection, name")
            .ListAsync(row => new EntryTable(row.GetString(0), row.GetString(1), [.. row.GetFieldValue<short[]>(2).Select(kind => (IndexKind)kind)]), cancellationToken)
            .ConfigureAwait(false);
        return new Catalogue(generation, [.. migrations], [.. tables]);
    }
}
