using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Schema;
using QualityKit.Storage.Sqlite.Slots;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>Makes the changes of one batch inside a transaction that has the writer's lock, so nothing changes between looking and writing.</summary>
internal sealed class BatchWriter(Session session, SchemaKeeper schema, TenantId tenant)
{
    public static CommitResult Commit(Session session, SchemaKeeper schema, CommandLog commands, DocumentBatch batch)
    {
        if (CommandLog.Find(session, batch) is { } before)
        {
            return CommitResult.Committed(before);
        }

        StoredRow?[] found = [.. batch.Operations.Select(operation => StoredRow.Find(session, batch.Tenant, operation.Key))];
        ImmutableArray<DocumentConflict> conflicts =
            [.. batch.Operations.Zip(found)
                .Where(pair => pair.First.Expected != pair.Second?.Version)
                .Select(pair => new DocumentConflict { Key = pair.First.Key, Current = pair.Second?.Version })];
        if (!conflicts.IsEmpty)
        {
            return CommitResult.Refused(conflicts);
        }

        DocumentVersion version = commands.Add(session, batch);
        var writer = new BatchWriter(session, schema, batch.Tenant);
        foreach ((DocumentOperation operation, StoredRow? row) in batch.Operations.Zip(found))
        {
            writer.Write(operation, row, version);
        }

        return CommitResult.Committed(version);
    }

    /// <summary>Removes a document and its entries.</summary>
    public void Delete(DocumentKey key, StoredRow row)
    {
        Unlist(key, EntryBytes.Read(row.Entries));
        ByteSlots.Free(session, row.Slot);
        session.Prepare("DELETE FROM qk_documents WHERE number = ?1").Bind(1, row.Number).Run();
    }

    private void Write(DocumentOperation operation, StoredRow? row, DocumentVersion version)
    {
        switch (operation)
        {
            case CreateDocument create:
                Create(create, version);
                break;
            case ReplaceDocument replace:
                Replace(replace, row!, version);
                break;
            case DeleteDocument delete:
                Delete(delete.Key, row!);
                break;
        }
    }

    private void Create(CreateDocument create, DocumentVersion version)
    {
        long slot = ByteSlots.Take(session, BodyBytes.Write(version, create.Body.Span));
        session.Prepare("INSERT INTO qk_documents (tenant, collection, id, version, entries, slot) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .Bind(1, tenant.Value).Bind(2, create.Key.Collection).Bind(3, create.Key.Id)
            .Bind(4, version.Value).Bind(5, EntryBytes.Write(create.Entries)).Bind(6, slot).Run();
        List(create.Key, slot, create.Entries);
    }

    // Where the slot stays, an entry that stays needs no write.
    private void Replace(ReplaceDocument replace, StoredRow row, DocumentVersion version)
    {
        long slot = ByteSlots.Replace(session, row.Slot, BodyBytes.Write(version, replace.Body.Span));
        session.Prepare("UPDATE qk_documents SET version = ?2, entries = ?3, slot = ?4 WHERE number = ?1")
            .Bind(1, row.Number).Bind(2, version.Value).Bind(3, EntryBytes.Write(replace.Entries)).Bind(4, slot).Run();
        ImmutableArray<IndexEntry> before = EntryBytes.Read(row.Entries);
        Unlist(replace.Key, before.Except(replace.Entries));
        List(replace.Key, slot, slot == row.Slot ? replace.Entries.Except(before) : replace.Entries);
    }

    private void List(DocumentKey key, long slot, IEnumerable<IndexEntry> entries)
    {
        foreach (IndexEntry entry in entries)
        {
            Statement insert = session.Prepare(schema.Table(session, key.Collection, entry.Index).Insert)
                .Bind(1, tenant.Value).Bind(2, key.Id).Bind(3, slot);
            Bind(insert, 4, entry).Run();
        }
    }

    private void Unlist(DocumentKey key, IEnumerable<IndexEntry> entries)
    {
        foreach (IndexEntry entry in entries)
        {
            Statement delete = session.Prepare(schema.Table(session, key.Collection, entry.Index).Delete)
                .Bind(1, tenant.Value).Bind(2, key.Id);
            Bind(delete, 3, entry).Run();
        }
    }

    private static Statement Bind(Statement statement, int first, IndexEntry entry)
    {
        for (int field = 0; field < entry.Values.Length; field++)
        {
            statement.Bind(first + field, entry.Values[field]);
        }

        return statement;
    }
}
