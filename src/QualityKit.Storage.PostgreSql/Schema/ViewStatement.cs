using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Schema;

/// <summary>Makes a view for reporting tools, where it is missing. A version of a view is never changed: the next stands beside it.</summary>
internal static class ViewStatement
{
    public static string Of(SchemaName schema, ViewDefinition view, IndexDefinition index)
    {
        string fields = string.Concat(index.Fields.Select((field, number) => $",\n    {Shown(field.Kind, $"e.{EntryTable.Column(number)}")} AS \"{field.Name.Replace('-', '_')}\""));
        return $"""
            IF to_regclass('{schema.Table(view.DatabaseName)}') IS NULL THEN
            CREATE VIEW {schema.Table(view.DatabaseName)} AS
            SELECT e.tenant, e.id, replace(d.version::text, '-', '') AS version{fields}
            FROM {schema.Table(EntryTable.Of(index).Name)} e
            JOIN {schema.Documents} d ON d.tenant = e.tenant AND d.collection = '{index.Collection}' AND d.id = e.id;
            END IF;
            """;
    }

    // Seconds and the rest apart: an interval is multiplied in floating point, which holds each of them exactly.
    private static string Shown(IndexKind kind, string column) => kind switch
    {
        IndexKind.Number => $"({column}::numeric / {IndexValue.NumberScale})::numeric(18, 6)",
        IndexKind.Instant => $"timestamptz 'epoch' + ({column} / 1000000) * interval '1 second' + ({column} % 1000000) * interval '1 microsecond'",
        _ => column,
    };
}
