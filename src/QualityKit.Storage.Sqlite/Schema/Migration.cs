namespace QualityKit.Storage.Sqlite.Schema;

/// <summary>One step that makes or changes the tables. Steps are numbered from 1, run once, and are never changed after a release.</summary>
/// <remarks>Every step changes a table, so that nodes which run already notice it. It expands first; what older nodes need goes a minor version later.</remarks>
internal sealed record Migration
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>The oldest library that may use the file once the step was made.</summary>
    public required Version OldestLibrary { get; init; }

    public required string Sql { get; init; }
}
