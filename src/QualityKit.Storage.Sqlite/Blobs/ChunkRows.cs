using QualityKit.Storage.Sqlite.Engine;

namespace QualityKit.Storage.Sqlite.Blobs;

/// <summary>The bytes of blobs, in pieces of one size. A piece is found by the number of its blob and its own in one integer, so blobs lie in the file one behind the other.</summary>
internal static class ChunkRows
{
    public const int Size = 64 * 1024;

    private const int NumberBits = 24;
    private const int RemovedAtOnce = 256;


    public static void Write(Session session, long blob, long chunk, ReadOnlySpan<byte> bytes) =>
        session.Prepare("INSERT INTO qk_chunks (place, bytes) VALUES (?1, ?2)").Bind(1, Place(blob, chunk)).Bind(2, bytes).Run();

    /// <summary>One piece; null when it is gone.</summary>
    public static byte[]? Read(Session session, long blob, long chunk)
    {
        Statement row = session.Prepare("SELECT bytes FROM qk_chunks WHERE place = ?1").Bind(1, Place(blob, chunk));
        return row.Step() ? row.Bytes(0) : null;
    }

    /// <summary>Removes some pieces of a blob.</summary>
    /// <returns>Whether none is left.</returns>
    public static bool RemoveSome(Session session, long blob)
    {
        session.Prepare("DELETE FROM qk_chunks WHERE place IN (SELECT place FROM qk_chunks WHERE place >= ?1 AND place < ?2 LIMIT ?3)")
            .Bind(1, Place(blob, 0)).Bind(2, Place(blob + 1, 0)).Bind(3, RemovedAtOnce).Run();
        session.HasRemoved |= session.Changed > 0;
        return session.Changed < RemovedAtOnce;
    }

    private static long Place(long blob, long chunk) => (blob << NumberBits) | chunk;
}
