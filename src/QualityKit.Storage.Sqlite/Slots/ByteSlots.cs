using System.Numerics;
using QualityKit.Storage.Sqlite.Engine;

namespace QualityKit.Storage.Sqlite.Slots;

/// <summary>The bytes of bodies and of pieces of blobs, in rows that are never deleted and never change their size: so SQLite never moves them within the file.</summary>
/// <remarks>When SQLite joins two pages after a deletion it copies rows that stay, and what it copied from lies on in the unused part of
/// the old page; <c>secure_delete</c> clears a row where it is, not where it was. A row that never moves has no such copies. What is freed
/// is overwritten with zeros where it stands, and taken again for bytes of about the same length.</remarks>
internal static class ByteSlots
{
    private const int LeastStep = 128;

    // At most an eighth of a slot is empty, and there are few sizes, so a free one is soon found.
    private const int StepsOfPowerOf2 = 16;

    /// <summary>Keeps bytes.</summary>
    /// <returns>The number of their slot.</returns>
    public static long Take(Session session, ReadOnlySpan<byte> bytes)
    {
        int capacity = Capacity(bytes.Length);
        Statement free = session.Prepare("SELECT slot FROM qk_free_slots WHERE capacity = ?1 LIMIT 1").Bind(1, capacity);
        if (!free.Step())
        {
            session.Prepare("INSERT INTO qk_slots (bytes) VALUES (?1)").Bind(1, Filled(bytes, capacity)).Run();
            return session.LastRow;
        }

        long slot = free.Integer(0);
        free.Reset();
        session.Prepare("DELETE FROM qk_free_slots WHERE capacity = ?1 AND slot = ?2").Bind(1, capacity).Bind(2, slot).Run();
        session.Prepare("UPDATE qk_slots SET bytes = ?2 WHERE number = ?1").Bind(1, slot).Bind(2, Filled(bytes, capacity)).Run();
        return slot;
    }

    /// <summary>Keeps bytes in place of others, which are gone when the log is cut.</summary>
    /// <returns>The number of their slot: the same, unless they need one of another size.</returns>
    public static long Replace(Session session, long slot, ReadOnlySpan<byte> bytes)
    {
        int capacity = Capacity(bytes.Length);
        session.Prepare("UPDATE qk_slots SET bytes = ?2 WHERE number = ?1 AND length(bytes) = ?3")
            .Bind(1, slot).Bind(2, Filled(bytes, capacity)).Bind(3, capacity).Run();
        if (session.Changed == 1)
        {
            session.HasRemoved = true;
            return slot;
        }

        Free(session, slot);
        return Take(session, bytes);
    }

    /// <summary>Lets bytes go: they are gone when the log is cut.</summary>
    public static void Free(Session session, long slot)
    {
        session.Prepare("UPDATE qk_slots SET bytes = zeroblob(length(bytes)) WHERE number = ?1").Bind(1, slot).Run();
        session.Prepare("INSERT INTO qk_free_slots (capacity, slot) SELECT length(bytes), number FROM qk_slots WHERE number = ?1").Bind(1, slot).Run();
        session.HasRemoved = true;
    }

    /// <summary>How many bytes a slot has for so many. It may never change: slots are found again by it.</summary>
    internal static int Capacity(int length)
    {
        int step = Math.Max(LeastStep, (int)BitOperations.RoundUpToPowerOf2((uint)length) / StepsOfPowerOf2);
        return Math.Max(1, (length + step - 1) / step) * step;
    }

    private static ReadOnlySpan<byte> Filled(ReadOnlySpan<byte> bytes, int capacity)
    {
        if (bytes.Length == capacity)
        {
            return bytes;
        }

        byte[] filled = new byte[capacity];
        bytes.CopyTo(filled);
        return filled;
    }
}
