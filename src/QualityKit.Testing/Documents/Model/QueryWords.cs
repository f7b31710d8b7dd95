using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Documents.Model;

/// <summary>A query, for people.</summary>
internal static class QueryWords
{
    public static string Of(DocumentQuery query)
    {
        string equal = string.Join(", ", query.Equal.Select(values => $"one of [{string.Join(", ", values)}]"));
        string range = query.Range is { } given ? $" from {given.From?.ToString() ?? "the start"} to {given.To?.ToString() ?? "the end"}" : "";
        return $"query {query.Index} {(equal.Length > 0 ? equal : "all")}{range}{(query.IsDescending ? " descending" : "")}";
    }
}
