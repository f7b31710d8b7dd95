using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Sqlite.Schema;

/// <summary>A view over an index for reporting tools: numbers and moments as people read them.</summary>
internal sealed class ReportView
{
    // A moment before 1970 is negative; its microseconds still count forward.
    private const string Microseconds = "((i.{0} % 1000000 + 1000000) % 1000000)";

    public ReportView(ViewDefinition view, IndexDefinition index)
    {
        Name = view.DatabaseName;
        var table = new IndexTable(index);
        IEnumerable<string> fields = table.Fields.Zip(table.Columns, (field, column) => $"{Shown(field.Kind, column)} AS \"{field.Name.Replace('-', '_')}\"");
        Create = $"CREATE VIEW \"{Name}\" AS SELECT i.tenant, i.id, d.version, {string.Join(", ", fields)} FROM {table.Name} AS i JOIN qk_documents AS d ON d.tenant = i.tenant AND d.collection = '{index.Collection}' AND d.id = i.id";
    }

    public string Name { get; }

    public string Create { get; }

    private static string Shown(IndexKind kind, string column)
    {
        string micro = Microseconds.Replace("{0}", column, StringComparison.Ordinal);
        return kind switch
        {
            IndexKind.Number => $"i.{column} / 1000000.0",
            IndexKind.Instant => $"strftime('%Y-%m-%dT%H:%M:%S', (i.{column} - {micro}) / 1000000, 'unixepoch') || printf('.%06dZ', {micro})",
            _ => $"i.{column}",
        };
    }
}
