using Npgsql;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Storage.PostgreSql.Connections;
using QualityKit.Storage.PostgreSql.Schema;

namespace QualityKit.Storage.PostgreSql.Commits;

/// <summary>Commits batches, each in one round trip.</summary>
internal sealed class Committer(Server server, StoredSchema schema, TimeSpan remembers)
{
    private const int MostGenerations = 8;

    // Each so many commits of a node one also forgets old commands, more of them than were made meanwhile.
    private const int ForgetEvery = 200;

    private int _commits;

    public async ValueTask<CommitResult> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TimeSpan? forget = Interlocked.Increment(ref _commits) % ForgetEvery == 0 ? remembers : null;
        Guid version = CommitVersion.New();
        for (int attempt = 1; attempt <= MostGenerations; attempt++)
        {
            Catalogue catalogue = await schema.CatalogueAsync(cancellationToken).ConfigureAwait(false);
            var statements = new CommitStatements(schema.Name, catalogue, batch, version);
            CommitOutcome outcome = await schema.RunAsync(
                server, (connection, stop) => SendAsync(statements.On(connection, forget), batch, stop), cancellationToken).ConfigureAwait(false);
            if (outcome.Before is { } before)
            {
                return CommitResult.Committed(CommitVersion.Shown(before));
            }

            if (!outcome.Conflicts.IsEmpty)
            {
                return CommitResult.Refused(outcome.Conflicts);
            }

            if (outcome.Generation == catalogue.Generation)
            {
                return CommitResult.Committed(CommitVersion.Shown(version));
            }

            // Nothing happened, because the schema has changed: look at it again, and see whether this node may still use it.
            schema.Forget();
        }

        throw new StorageUnavailableException("the schema of PostgreSQL changes all the time");
    }

    private static async ValueTask<CommitOutcome> SendAsync(NpgsqlBatch statements, DocumentBatch batch, CancellationToken cancellationToken)
    {
        await using (statements.ConfigureAwait(false))
        {
            NpgsqlDataReader reader = await statements.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                CommitOutcome outcome = await ReadAsync(reader, batch, cancellationToken).ConfigureAwait(false);
                while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
                {
                    // To the end: an error of any statement shows only there.
                }

                return outcome;
            }
        }
    }

    private static async ValueTask<CommitOutcome> ReadAsync(NpgsqlDataReader reader, DocumentBatch batch, CancellationToken cancellationToken)
    {
        (int generation, Guid? before) = (-1, null);
        var conflicts = new SortedDictionary<long, DocumentConflict>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            long number = reader.GetInt64(0);
            Guid? version = reader.IsDBNull(1) ? null : reader.GetGuid(1);
            if (number == 0)
            {
                (generation, before) = (reader.GetInt32(2), version);
            }
            else
            {
                conflicts[number] = new DocumentConflict { Key = batch.Operations[(int)number - 1].Key, Current = version is { } current ? CommitVersion.Shown(current) : null };
            }
        }

        return new CommitOutcome { Generation = generation, Before = before, Conflicts = [.. conflicts.Values] };
    }
}
