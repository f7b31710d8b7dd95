using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Engine;
using QualityKit.Storage.Sqlite.Schema;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>Reads what a query finds.</summary>
internal static class QueryReader
{
    private const int FirstValue = 2;

    public static DocumentPage Page(Session session, IndexTable index, TenantId tenant, DocumentQuery query)
    {
        var plan = new QueryPlan(index, query);
        var documents = ImmutableArray.CreateBuilder<Document>();
        PageEnd? end = null;
        foreach (Scan scan in plan.Scans)
        {
            Statement row = scan.Prepare(session, plan.Select(scan), tenant, query.Take + 1 - documents.Count);
            while (row.Step())
            {
                if (documents.Count == query.Take)
                {
                    return new DocumentPage { Documents = documents.DrainToImmutable(), End = end };
                }

                (DocumentVersion version, byte[] body) = BodyBytes.Read(row.Span(1));
                documents.Add(new Document { Key = new DocumentKey(query.Collection, row.Text(0)), Version = version, Body = body });
                if (documents.Count == query.Take)
                {
                    end = new PageEnd([.. index.Fields.Select((field, number) => row.Value(FirstValue + number, field.Kind))], row.Text(0));
                }
            }
        }

        return new DocumentPage { Documents = documents.DrainToImmutable(), End = null };
    }

    public static int Count(Session session, IndexTable index, TenantId tenant, DocumentQuery query, int limit)
    {
        var plan = new QueryPlan(index, query with { After = null });
        Scan scan = plan.Scans.Single();
        Statement count = scan.Prepare(session, plan.Count(scan), tenant, limit);
        count.Step();
        return (int)count.Integer(0);
    }
}
