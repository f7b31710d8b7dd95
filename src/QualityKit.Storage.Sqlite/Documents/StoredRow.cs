using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>What a commit has to know of a document that is there.</summary>
internal sealed record StoredRow
{
    public required long Number { get; init; }

    public required DocumentVersion Version { get; init; }

    public required byte[] Entries { get; init; }

    public static StoredRow? Find(Session session, TenantId tenant, DocumentKey key)
    {
        Statement row = session.Prepare("SELECT number, version, entries FROM qk_documents WHERE tenant = ?1 AND collection = ?2 AND id = ?3")
            .Bind(1, tenant.Value).Bind(2, key.Collection).Bind(3, key.Id);
        return row.Step() ? new StoredRow { Number = row.Integer(0), Version = new DocumentVersion(row.Text(1)), Entries = row.Bytes(2) } : null;
    }
}
