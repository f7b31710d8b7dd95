using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Where bulk jobs are listed.</summary>
internal static class JobIndexes
{
    /// <summary>Jobs: <see cref="JobWork"/> and when they start, while they wait for that or run.</summary>
    public const string Due = "due";

    /// <summary>Jobs: <see cref="Open"/> or <see cref="Over"/>, and when they were planned.</summary>
    public const string ByState = "by-state";

    /// <summary>The kind of due work that runs jobs.</summary>
    public const string JobWork = "jobs";

    /// <summary>Jobs that are not over.</summary>
    public const string Open = "open";

    /// <summary>Jobs that are over.</summary>
    public const string Over = "over";

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
    [
        new(Collections.Jobs, Due, Text("work"), Instant("due")) { ListsDueWork = true },
        new(Collections.Jobs, ByState, Text("state"), Instant("planned")),
    ];

    private static IndexField Text(string name) => new() { Name = name, Kind = IndexKind.Text };

    private static IndexField Instant(string name) => new() { Name = name, Kind = IndexKind.Instant };
}
