using System.Collections.Immutable;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Tests.Documents;

namespace QualityKit.Testing.Tests.Durable;

/// <summary>One line of a journal: a batch that was sent, or a tenant that was destroyed. Written as its length, its checksum, and its bytes.</summary>
internal sealed record JournalRecord(TenantId Tenant, DocumentBatch? Batch)
{
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Tenant.Value);
        writer.Write(Batch?.Command.Value ?? "");
        foreach (DocumentOperation operation in Batch?.Operations ?? [])
        {
            writer.Write((byte)(operation switch { CreateDocument => 1, ReplaceDocument => 2, DeleteDocument => 3, _ => 4 }));
            writer.Write(operation.Key.Collection);
            writer.Write(operation.Key.Id);
            writer.Write(operation.Expected?.Value ?? "");
            (ReadOnlyMemory<byte> body, ImmutableArray<IndexEntry> entries) = operation switch
            {
                CreateDocument create => (create.Body, create.Entries),
                ReplaceDocument replace => (replace.Body, replace.Entries),
                _ => (default, []),
            };
            writer.Write(body.Length);
            writer.Write(body.Span);
            Write(writer, entries);
        }

        writer.Write((byte)0);
        writer.Flush();
        byte[] content = bytes.ToArray();
        var checksum = new Crc32C();
        checksum.Append(content);
        return [.. BitConverter.GetBytes(content.Length), .. BitConverter.GetBytes(checksum.Value), .. content];
    }

    /// <summary>Reads all records, up to the first that is not whole.</summary>
    public static List<JournalRecord> ReadAll(byte[] journal, bool takesTornTail, out int whole)
    {
        var records = new List<JournalRecord>();
        for (whole = 0; whole + 8 <= journal.Length;)
        {
            int length = BitConverter.ToInt32(journal, whole);
            if (length <= 0 || whole + 8 + length > journal.Length)
            {
                break;
            }

            byte[] content = journal[(whole + 8)..(whole + 8 + length)];
            var checksum = new Crc32C();
            checksum.Append(content);
            if (checksum.Value != BitConverter.ToUInt32(journal, whole + 4) && !takesTornTail)
            {
                break;
            }

            records.Add(Read(content));
            whole += 8 + length;
        }

        return records;
    }

    private static JournalRecord Read(byte[] content)
    {
        using var reader = new BinaryReader(new MemoryStream(content));
        var tenant = new TenantId(reader.ReadString());
        string command = reader.ReadString();
        var operations = new List<DocumentOperation>();
        for (byte kind = reader.ReadByte(); kind != 0; kind = reader.ReadByte())
        {
            var key = new DocumentKey(reader.ReadString(), reader.ReadString());
            var version = new DocumentVersion(reader.ReadString());
            byte[] body = reader.ReadBytes(reader.ReadInt32());
            ImmutableArray<IndexEntry> entries = ReadEntries(reader);
            operations.Add(kind switch
            {
                1 => new CreateDocument { Key = key, Body = body, Entries = entries },
                2 => new ReplaceDocument { Key = key, Version = version, Body = body, Entries = entries },
                3 => new DeleteDocument { Key = key, Version = version },
                _ => new RequireDocument { Key = key, Version = version.Value.Length == 0 ? null : version },
            });
        }

        return new JournalRecord(tenant, command.Length == 0 ? null : Batches.Of(tenant, new CommandId(command), operations));
    }

    private static void Write(BinaryWriter writer, ImmutableArray<IndexEntry> entries)
    {
        writer.Write(entries.Length);
        foreach (IndexEntry entry in entries)
        {
            writer.Write(entry.Index);
            writer.Write(entry.Values.Length);
            foreach (IndexValue value in entry.Values)
            {
                writer.Write((byte)value.Kind);
                writer.Write(value.AsText);
                writer.Write(value.AsInteger);
            }
        }
    }

    private static ImmutableArray<IndexEntry> ReadEntries(BinaryReader reader) =>
        [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => new IndexEntry(reader.ReadString(), [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => ReadValue(reader))]))];

    private static IndexValue ReadValue(BinaryReader reader)
    {
        var kind = (IndexKind)reader.ReadByte();
        string text = reader.ReadString();
        long integer = reader.ReadInt64();
        return kind == IndexKind.Text ? IndexValue.Of(text) : IndexValue.FromInteger(kind, integer);
    }
}
