using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How a journal document is written and read. The records of the audit are kept byte for byte.</summary>
internal static class JournalFormat
{
    private const string Format = "qualitykit.journal/1";

    /// <summary>The body of a document.</summary>
    public static byte[] Write(ImmutableArray<JournalLine> lines, ImmutableArray<JournalPlace> places) => StoredObject.Document(Format, json =>
    {
        json.Array("places", places, (member, place) =>
        {
            member.Text("kind", place.Kind);
            member.Text("id", place.Id);
            member.Number("place", place.Place);
        });
        json.Array("lines", lines, (member, line) => Write(member, line, places.IndexOf(line.Place)));
    });

    /// <summary>A document. Entries that somebody changed are read all the same, so that checking the audit can name them.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static JournalEntry Read(TenantId tenant, Document document) => StoredReader.Document(document, Format, json =>
    {
        ImmutableArray<JournalPlace> places = json.Array("places", place => new JournalPlace(place.Text("kind"), place.Text("id"), (long)place.Number("place")));
        return new JournalEntry { Document = document, Places = places, Lines = json.Array("lines", line => ReadLine(tenant, places, line)) };
    });

    private static void Write(StoredObject json, JournalLine line, int place)
    {
        json.Number("of", place == 0 ? null : place);
        json.Flag("told", line.IsTold);
        if (line.Record is { } record)
        {
            json.Bytes("entry", record.Bytes.Span);
            json.Bytes("mac", record.Mac.Span);
        }
        else
        {
            json.Object("fact", line.Fact, Write);
        }
    }

    private static void Write(StoredObject json, AuditDraft fact)
    {
        json.Text("kind", fact.Entity.Kind);
        json.Text("id", fact.Entity.Id);
        json.Instant("at", fact.At);
        json.Text("actor", fact.Actor);
        json.Text("action", fact.Action);
        json.Text("command", fact.Command);
        json.Array("facts", fact.Facts, (member, one) =>
        {
            member.Text("name", one.Name);
            member.Text("value", one.Value);
        });
    }

    private static JournalLine ReadLine(TenantId tenant, ImmutableArray<JournalPlace> places, StoredReader json)
    {
        AuditRecord? record = json.Has("entry") ? new(json.Bytes("entry"), json.Bytes("mac")) : null;
        return new()
        {
            Place = places[(int)(json.NumberOrNull("of") ?? 0)],
            Fact = record is null ? json.Object("fact", fact => ReadFact(tenant, fact)) : record.Read()?.Draft,
            Record = record,
            IsTold = json.Flag("told"),
        };
    }

    private static AuditDraft ReadFact(TenantId tenant, StoredReader json) => new()
    {
        Entity = new(tenant.Value, json.Text("kind"), json.Text("id")),
        At = json.Instant("at"),
        Actor = json.Text("actor"),
        Action = json.Text("action"),
        Command = json.Text("command"),
        Facts = json.Array("facts", fact => new AuditFact(fact.Text("name"), fact.Text("value"))),
    };
}
