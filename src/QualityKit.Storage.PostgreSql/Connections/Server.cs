using System.Data;
using Npgsql;

namespace QualityKit.Storage.PostgreSql.Connections;

/// <summary>A PostgreSQL server: lends a connection for a piece of work, and says in the store's words what went wrong.</summary>
internal sealed class Server(NpgsqlDataSource source)
{
    private const int MostTries = 8;

    /// <summary>Does work on a connection of its own, again and again where others were in the way, and once more where the connection was lost.</summary>
    public ValueTask<T> RunAsync<T>(Func<NpgsqlConnection, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken) =>
        RunAsync(work, MostTries, cancellationToken);

    /// <summary>Does work on a connection of its own that cannot be done twice.</summary>
    public ValueTask<T> RunOnceAsync<T>(Func<NpgsqlConnection, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken) =>
        RunAsync(work, 1, cancellationToken);

    /// <summary>Does work in one transaction, again and again where others were in the way.</summary>
    public ValueTask<T> TransactAsync<T>(IsolationLevel isolation, Func<NpgsqlConnection, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken) =>
        RunAsync(
            async (connection, stop) =>
            {
                NpgsqlTransaction transaction = await connection.BeginTransactionAsync(isolation, stop).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    T done = await work(connection, stop).ConfigureAwait(false);
                    await transaction.CommitAsync(stop).ConfigureAwait(false);
                    return done;
                }
            },
            cancellationToken);

    private async ValueTask<T> RunAsync<T>(Func<NpgsqlConnection, CancellationToken, ValueTask<T>> work, int tries, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await TryAsync(work, tries, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (ServerErrors.Translate(error, cancellationToken) is { } clear)
        {
            throw clear;
        }
    }

    private async ValueTask<T> TryAsync<T>(Func<NpgsqlConnection, CancellationToken, ValueTask<T>> work, int tries, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    return await work(connection, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (PostgresException error) when (attempt < tries && ServerErrors.IsWorthAnotherTry(error))
            {
                // Whoever was undone waits for nothing: the others have gone on meanwhile.
            }
            catch (NpgsqlException error) when (attempt == 1 && tries > 1 && ServerErrors.IsLostConnection(error))
            {
                // After a restart or a failover every connection of the pool is dead, and each would fail one caller. Once is enough:
                // reads change nothing, and a commit that happened is known by its command.
                source.Clear();
            }
        }
    }
}
