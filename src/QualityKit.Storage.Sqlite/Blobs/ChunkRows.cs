using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Slots;

namespace QualityKit.Storage.Sqlite.Blobs;

/// <summary>The bytes of blobs, in pieces of one size. A piece is found by the number of its blob and its own in one integer, so blobs lie in the file one behind the other.</summary>
internal static class ChunkRows
{
    public const int Size = 64 * 1024;

    private const int NumberBits = 24;
    private const int RemovedAtOnce = 256;


    public static void Write(Session session, long blob, long chunk, ReadOnlySpan<byte> bytes) =>
        session.Prepare("INSERT INTO qk_chunks (place, slot, length) VALUES (?1, ?2, ?3)")
            .Bind(1, Place(blob, chunk)).Bind(2, ByteSlots.Take(session, bytes)).Bind(3, bytes.Length).Run();

    /// <summary>One piece; null when it is gone.</summary>
    public static byte[]? Read(Session session, long blob, long chunk)
    {
        Statement row = session.Prepare("SELECT s.bytes, c.length FROM qk_chunks AS c CROSS JOIN qk_slots AS s ON s.number = c.slot WHERE c.place = ?1").Bind(1, Place(blob, chunk));
        return row.Step() ? row.Bytes(0, row.Integer(1)) : null;
    }

    /// <summary>Removes some pieces of a blob.</summary>
    /// <returns>Whether none is left.</returns>
    public static bool RemoveSome(Session session, long blob)
    {
        Statement row = session.Prepare("SELECT place, slot FROM qk_chunks WHERE place >= ?1 AND place < ?2 LIMIT ?3")
            .Bind(1, Place(blob, 0)).Bind(2, Place(blob + 1, 0)).Bind(3, RemovedAtOnce);
        var found = new List<(long Place, long Slot)>();
        while (row.Step())
        {
            found.Add((row.Integer(0), row.Integer(1)));
        }

        foreach ((long place, long slot) in found)
        {
            ByteSlots.Free(session, slot);
            session.Prepare("DELETE FROM qk_chunks WHERE place = ?1").Bind(1, place).Run();
        }

        return found.Count < RemovedAtOnce;
    }

    private static long Place(long blob, long chunk) => (blob << NumberBits) | chunk;
}
