using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>Walks over tenants, and over the documents of one, a piece at a time: nobody holds a snapshot while a caller works.</summary>
internal static class TenantReader
{
    private const int MostDocuments = 200;
    private const int EnoughBytes = 1024 * 1024;

    /// <summary>The tenant behind another; null when it is the last.</summary>
    public static string? Next(Session session, string tenant)
    {
        Statement row = session.Prepare("SELECT tenant FROM qk_documents WHERE tenant > ?1 ORDER BY tenant LIMIT 1").Bind(1, tenant);
        return row.Step() ? row.Text(0) : null;
    }

    /// <summary>Some documents behind one, in the order of their collections and ids; none when it is the last.</summary>
    public static IReadOnlyList<CreateDocument> Documents(Session session, TenantId tenant, DocumentKey? after)
    {
        Statement row = session.Prepare(
            """
            SELECT d.collection, d.id, d.entries, s.bytes
            FROM qk_documents AS d CROSS JOIN qk_slots AS s ON s.number = d.slot
            WHERE d.tenant = ?1 AND (d.collection, d.id) > (?2, ?3) ORDER BY d.collection, d.id LIMIT ?4
            """).Bind(1, tenant.Value).Bind(2, after?.Collection ?? "").Bind(3, after?.Id ?? "").Bind(4, MostDocuments);
        var found = new List<CreateDocument>();
        for (int bytes = 0; bytes < EnoughBytes && row.Step();)
        {
            byte[] body = BodyBytes.Read(row.Span(3)).Body;
            bytes += body.Length;
            found.Add(new CreateDocument { Key = new DocumentKey(row.Text(0), row.Text(1)), Body = body, Entries = EntryBytes.Read(row.Bytes(2)) });
        }

        return found;
    }

    /// <summary>Some documents of a tenant, whichever.</summary>
    public static IReadOnlyList<(DocumentKey Key, StoredRow Row)> Rows(Session session, TenantId tenant)
    {
        Statement row = session.Prepare("SELECT collection, id, number, version, entries, slot FROM qk_documents WHERE tenant = ?1 LIMIT ?2")
            .Bind(1, tenant.Value).Bind(2, MostDocuments);
        var found = new List<(DocumentKey, StoredRow)>();
        while (row.Step())
        {
            found.Add((new DocumentKey(row.Text(0), row.Text(1)), StoredRow.Read(row, 2)));
        }

        return found;
    }
}
