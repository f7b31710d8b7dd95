namespace QualityKit.Storage.Documents;

/// <summary>A read-only view over an index, for reporting tools that read the database beside the library. Stores that are databases with views make it; others do without.</summary>
/// <remarks>The view is called after name and version, <c>score_rows_v1</c> for the name <c>score-rows</c>: a new version is made beside the old one, which stays
/// until nobody reads it any more. It has a row for each entry of the index: tenant, id and version of the document, then the fields of the
/// index under their names with <c>_</c> for <c>-</c>; numbers as decimals, moments as times of UTC.</remarks>
public sealed record ViewDefinition
{
    /// <summary>1 to 48 lower-case letters, digits or <c>-</c>, starting with a letter; with its version unique within the schema.</summary>
    public required string Name { get; init; }

    /// <summary>Which version of the view it is, 1 to 999.</summary>
    public required int Version { get; init; }

    /// <summary>The collection whose index it shows.</summary>
    public required string Collection { get; init; }

    /// <summary>The index that it shows.</summary>
    public required string Index { get; init; }

    /// <summary>What the view is called in a database: <c>score_rows_v1</c>.</summary>
    public string DatabaseName => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name.Replace('-', '_')}_v{Version}");
}
