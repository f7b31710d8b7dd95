using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>What a commit has to know of a document that is there.</summary>
internal sealed record StoredRow
{
    public required long Number { get; init; }

    public required DocumentVersion Version { get; init; }

    public required byte[] Entries { get; init; }

    public required long Slot { get; init; }

    public static StoredRow? Find(Session session, TenantId tenant, DocumentKey key)
    {
        Statement row = session.Prepare("SELECT number, version, entries, slot FROM qk_documents WHERE tenant = ?1 AND collection = ?2 AND id = ?3")
            .Bind(1, tenant.Value).Bind(2, key.Collection).Bind(3, key.Id);
        return row.Step() ? Read(row, 0) : null;
    }

    /// <summary>A row whose columns begin with number, version, entries, slot.</summary>
    public static StoredRow Read(Statement row, int first) => new()
    {
        Number = row.Integer(first),
        Version = new DocumentVersion(row.Text(first + 1)),
        Entries = row.Bytes(first + 2),
        Slot = row.Integer(first + 3),
    };
}
