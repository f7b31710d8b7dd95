using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Documents;

/// <summary>The schema that the cases use: a collection with indexes of every shape, one without, and one that lists work.</summary>
internal static class Schema
{
    public const string Notes = "notes";
    public const string Plain = "plain";
    public const string Jobs = "jobs";
    public const string ByState = "by-state";
    public const string ByLabel = "by-label";
    public const string BySize = "by-size";
    public const string ByPath = "by-path";
    public const string Due = "due";

    public static StoreSchema Value { get; } = new(
        [Notes, Plain, Jobs],
        new IndexDefinition(Notes, ByState, Text("state"), Instant("changed")),
        new IndexDefinition(Notes, ByLabel, Text("label")),
        new IndexDefinition(Notes, BySize, Number("size")),
        new IndexDefinition(Notes, ByPath, Text("team"), Number("score"), Instant("made"), Text("agent"), Number("rank"), Instant("seen")),
        new IndexDefinition(Jobs, Due, Text("kind"), Instant("due")) { ListsDueWork = true },
        new IndexDefinition(Jobs, ByLabel, Text("label")));

    private static IndexField Text(string name) => new() { Name = name, Kind = IndexKind.Text };

    private static IndexField Number(string name) => new() { Name = name, Kind = IndexKind.Number };

    private static IndexField Instant(string name) => new() { Name = name, Kind = IndexKind.Instant };
}
