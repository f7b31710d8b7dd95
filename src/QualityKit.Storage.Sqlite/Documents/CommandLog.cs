using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>The commands that were committed, each with the number of its commit, for as long as they are remembered.</summary>
internal sealed class CommandLog(TimeSpan remembersFor, TimeProvider time)
{
    /// <summary>As many stay whatever the clock says: one that runs ahead must not make a store forget what it did a minute ago.</summary>
    internal const long AlwaysKept = 10_000;

    // Each commit adds one row and looks at a few of the oldest, so the table stops growing, and no commit pays for many.
    private const int LookedAt = 4;

    /// <summary>What a command got as its answer; null when it was not committed.</summary>
    public static DocumentVersion? Find(Session session, DocumentBatch batch)
    {
        Statement known = session.Prepare("SELECT number FROM qk_commands WHERE tenant = ?1 AND command = ?2")
            .Bind(1, batch.Tenant.Value).Bind(2, batch.Command.Value);
        return known.Step() ? Version(known.Integer(0), batch) : null;
    }

    /// <summary>Remembers a command, and makes the version of its commit.</summary>
    public DocumentVersion Add(Session session, DocumentBatch batch)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        session.Prepare("INSERT INTO qk_commands (tenant, command, committed_at) VALUES (?1, ?2, ?3)")
            .Bind(1, batch.Tenant.Value).Bind(2, batch.Command.Value).Bind(3, now).Run();
        long number = session.LastRow;
        session.Prepare("DELETE FROM qk_commands WHERE number IN (SELECT number FROM qk_commands ORDER BY number LIMIT ?1) AND number <= ?2 AND committed_at < ?3")
            .Bind(1, LookedAt).Bind(2, number - AlwaysKept).Bind(3, now - (long)remembersFor.TotalMilliseconds).Run();
        return Version(number, batch);
    }

    // The number is never used again within a file. The digest tells it from the same number given out by a copy: a file that was
    // put back from a backup counts on from there, and must not take a version of the time that was lost for one of its own.
    private static DocumentVersion Version(long number, DocumentBatch batch)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{batch.Tenant.Value}\0{batch.Command.Value}"));
        return new(string.Create(CultureInfo.InvariantCulture, $"{number}-{BinaryPrimitives.ReadUInt64BigEndian(digest):x16}"));
    }
}
