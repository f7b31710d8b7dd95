using System.Collections.Immutable;
using System.Text;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>The entries of a document as they are kept beside it: so that whoever replaces it can take back each entry, also those of indexes that only another node knows.</summary>
/// <remarks>Format 1: the byte 1, then for each entry its index, a count, and for each value its kind and text or integer. Nothing at all when there is no entry.</remarks>
internal static class EntryBytes
{
    private const byte Format = 1;

    public static byte[] Write(ImmutableArray<IndexEntry> entries)
    {
        if (entries.IsEmpty)
        {
            return [];
        }

        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(Format);
            foreach (IndexEntry entry in entries)
            {
                writer.Write(entry.Index);
                writer.Write((byte)entry.Values.Length);
                foreach (IndexValue value in entry.Values)
                {
                    Write(writer, value);
                }
            }
        }

        return bytes.ToArray();
    }

    public static ImmutableArray<IndexEntry> Read(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return [];
        }

        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.ReadByte() is not Format and var format)
        {
            throw new InvalidOperationException($"the entries of a document have the format {format}: this library reads {Format}");
        }

        var entries = ImmutableArray.CreateBuilder<IndexEntry>();
        while (reader.BaseStream.Position < bytes.Length)
        {
            string index = reader.ReadString();
            var values = new IndexValue[reader.ReadByte()];
            for (int field = 0; field < values.Length; field++)
            {
                values[field] = ReadValue(reader);
            }

            entries.Add(new IndexEntry(index, [.. values]));
        }

        return entries.DrainToImmutable();
    }

    private static void Write(BinaryWriter writer, IndexValue value)
    {
        writer.Write((byte)value.Kind);
        if (value.Kind == IndexKind.Text)
        {
            writer.Write(value.AsText);
        }
        else
        {
            writer.Write(value.AsInteger);
        }
    }

    private static IndexValue ReadValue(BinaryReader reader)
    {
        var kind = (IndexKind)reader.ReadByte();
        return kind == IndexKind.Text ? IndexValue.Of(reader.ReadString()) : IndexValue.FromInteger(kind, reader.ReadInt64());
    }
}
