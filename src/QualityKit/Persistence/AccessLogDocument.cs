using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>An entry of the access log as it is stored: bytes that are authenticated as those of the audit are, in a chain of one entry, so that no two entries wait for each other.</summary>
internal static class AccessLogDocument
{
    private const string Format = "qualitykit.access/1";
    private const string Kind = "access";
    private const string OfKind = "kind";
    private const string OfThing = "id";
    private const string OfPermission = "permission";
    private const string OfCode = "code";
    private const string OfCount = "count";

    /// <summary>The batch that also adds an entry.</summary>
    public static DocumentBatch StoreIn(DocumentBatch batch, AccessLogEntry entry, AuditKey key)
    {
        var entity = new AuditEntity(batch.Tenant.Value, Kind, entry.Id);
        var draft = new AuditDraft { Entity = entity, At = entry.At, Actor = entry.Actor.Value, Action = $"{Kind}.{entry.Act}", Command = entry.Id, Facts = [.. Facts(entry)] };
        (AuditRecord record, _) = AuditChain.Append(AuditHead.Start(entity), draft, key);
        byte[] body = StoredObject.Document(Format, json =>
        {
            json.Bytes("entry", record.Bytes.Span);
            json.Bytes("mac", record.Mac.Span);
        });
        return batch.Create(new(Collections.AccessLog, entry.Id), body, AccessLogIndexes.Of(entry));
    }

    /// <summary>A stored entry. One that somebody changed is read as far as it can be, and says so.</summary>
    public static AccessLogEntry Read(TenantId tenant, Document document, ImmutableArray<AuditKey> keys)
    {
        string id = document.Key.Id;
        try
        {
            AuditRecord record = StoredReader.Document(document, Format, json => new AuditRecord(json.Bytes("entry"), json.Bytes("mac")));
            bool isAuthentic = AuditChain.Verify(new(tenant.Value, Kind, id), [record], keys).Issues.IsEmpty;
            return record.Read() is { } read ? Entry(id, read.Draft) with { IsAuthentic = isAuthentic } : Damaged(id);
        }
        catch (Exception problem) when (problem is InvalidDataException or FormatException or ArgumentException or InvalidOperationException)
        {
            return Damaged(id);
        }
    }

    private static IEnumerable<AuditFact> Facts(AccessLogEntry entry)
    {
        yield return new(OfKind, entry.Kind);
        yield return new(OfThing, entry.Thing);
        if (entry.Permission is { } permission)
        {
            yield return new(OfPermission, permission);
        }

        if (entry.Code is { } code)
        {
            yield return new(OfCode, code);
        }

        if (entry.Count is { } count)
        {
            yield return new(OfCount, count.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static AccessLogEntry Entry(string id, AuditDraft draft)
    {
        string? Fact(string name) => draft.Facts.FirstOrDefault(fact => fact.Name == name)?.Value;
        return new()
        {
            Id = id,
            At = draft.At,
            Actor = new(draft.Actor),
            Act = Enum.Parse<AccessLogAct>(draft.Action[(Kind.Length + 1)..]),
            Kind = Fact(OfKind) ?? "",
            Thing = Fact(OfThing) ?? "",
            Permission = Fact(OfPermission),
            Code = Fact(OfCode),
            Count = Fact(OfCount) is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : null,
        };
    }

    private static AccessLogEntry Damaged(string id) =>
        new() { Id = id, At = DateTimeOffset.MinValue, Actor = new(""), Act = AccessLogAct.Denied, Kind = "", Thing = "", IsAuthentic = false };
}
