using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;

namespace QualityKit.Storage.Sqlite.Blobs;

/// <summary>The rows of blobs. One that has a moment of staging is being written, or is being removed, and nobody sees it.</summary>
internal static class BlobRows
{
    // In the past of every clock: whoever tidies up next removes it.
    private const long LongAgo = 0;
    private const int PageRows = 200;

    /// <summary>A blob that is committed.</summary>
    public static (long Number, BlobInfo Info)? Find(Session session, TenantId tenant, BlobName name)
    {
        Statement row = session.Prepare("SELECT number, length, crc32c FROM qk_blobs WHERE tenant = ?1 AND name = ?2 AND staged_at IS NULL")
            .Bind(1, tenant.Value).Bind(2, name.Value);
        return row.Step() ? (row.Integer(0), Info(name, row.Integer(1), row.Integer(2))) : null;
    }

    /// <summary>Some committed blobs of a tenant behind a name.</summary>
    public static IReadOnlyList<BlobInfo> List(Session session, TenantId tenant, string after)
    {
        Statement row = session.Prepare(
            "SELECT name, length, crc32c FROM qk_blobs WHERE tenant = ?1 AND name > ?2 AND staged_at IS NULL ORDER BY name LIMIT ?3")
            .Bind(1, tenant.Value).Bind(2, after).Bind(3, PageRows);
        var found = new List<BlobInfo>();
        while (row.Step())
        {
            found.Add(Info(new BlobName(row.Text(0)), row.Integer(1), row.Integer(2)));
        }

        return found;
    }

    /// <summary>Begins a blob.</summary>
    /// <returns>Its number.</returns>
    public static long Stage(Session session, TenantId tenant, BlobName name, long now)
    {
        session.Prepare("INSERT INTO qk_blobs (tenant, name, length, crc32c, staged_at) VALUES (?1, ?2, 0, 0, ?3)")
            .Bind(1, tenant.Value).Bind(2, name.Value).Bind(3, now).Run();
        return session.LastRow;
    }

    /// <summary>Says that a blob is still being written.</summary>
    /// <returns>False when it was given up meanwhile.</returns>
    public static bool Touch(Session session, long number, long now)
    {
        session.Prepare("UPDATE qk_blobs SET staged_at = ?2 WHERE number = ?1 AND staged_at > ?3").Bind(1, number).Bind(2, now).Bind(3, LongAgo).Run();
        return session.Changed == 1;
    }

    /// <summary>Makes a blob visible.</summary>
    public static void Commit(Session session, long number, BlobInfo info) =>
        session.Prepare("UPDATE qk_blobs SET length = ?2, crc32c = ?3, staged_at = NULL WHERE number = ?1")
            .Bind(1, number).Bind(2, info.Length).Bind(3, info.Crc32C).Run();

    /// <summary>Takes a committed blob out of sight; its bytes go afterwards, in steps.</summary>
    public static void Hide(Session session, long number) =>
        session.Prepare("UPDATE qk_blobs SET staged_at = ?2 WHERE number = ?1").Bind(1, number).Bind(2, LongAgo).Run();

    /// <summary>Gives a blob up, so that its writer can no longer commit it.</summary>
    /// <returns>Whether it is given up; not when it was committed, or written to since.</returns>
    public static bool GiveUp(Session session, long number, long writtenBefore)
    {
        session.Prepare("UPDATE qk_blobs SET staged_at = ?2 WHERE number = ?1 AND staged_at < ?3").Bind(1, number).Bind(2, LongAgo).Bind(3, writtenBefore).Run();
        return session.Changed == 1;
    }

    /// <summary>A blob that was last written before a moment and never committed, or whose removal was broken off; null when there is none.</summary>
    public static long? FindAbandoned(Session session, long before)
    {
        Statement row = session.Prepare("SELECT number FROM qk_blobs WHERE staged_at < ?1 LIMIT 1").Bind(1, before);
        return row.Step() ? row.Integer(0) : null;
    }

    public static void Remove(Session session, long number) => session.Prepare("DELETE FROM qk_blobs WHERE number = ?1").Bind(1, number).Run();

    private static BlobInfo Info(BlobName name, long length, long checksum) => new() { Name = name, Length = length, Crc32C = (uint)checksum };
}
