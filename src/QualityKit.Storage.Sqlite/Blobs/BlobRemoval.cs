using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Transactions;

namespace QualityKit.Storage.Sqlite.Blobs;

/// <summary>Removes blobs that nobody sees any more, in steps, so that a large one keeps no writer waiting. Broken off, it is taken up by whoever stages the next blob.</summary>
internal static class BlobRemoval
{
    /// <summary>Removes a blob that is not committed, whenever it was written.</summary>
    public static ValueTask RemoveAsync(Database database, long number, CancellationToken cancellationToken) =>
        RemoveAsync(database, number, long.MaxValue, cancellationToken);

    /// <summary>Removes what processes left behind that were killed.</summary>
    public static async ValueTask RemoveAbandonedAsync(Database database, CancellationToken cancellationToken)
    {
        while (true)
        {
            long before = (database.Time.GetUtcNow() - database.Settings.AbandonsStagedBlobsAfter).ToUnixTimeMilliseconds();
            if (await database.ReadAsync(session => BlobRows.FindAbandoned(session, before), cancellationToken).ConfigureAwait(false) is not { } number)
            {
                return;
            }

            await RemoveAsync(database, number, before, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask RemoveAsync(Database database, long number, long writtenBefore, CancellationToken cancellationToken)
    {
        while (!await database.WriteAsync(session => RemoveSome(session, number, writtenBefore), cancellationToken).ConfigureAwait(false))
        {
        }
    }

    private static bool RemoveSome(Session session, long number, long writtenBefore)
    {
        if (!BlobRows.GiveUp(session, number, writtenBefore))
        {
            return true;
        }

        bool isEmpty = ChunkRows.RemoveSome(session, number);
        if (isEmpty)
        {
            BlobRows.Remove(session, number);
        }

        return isEmpty;
    }
}
