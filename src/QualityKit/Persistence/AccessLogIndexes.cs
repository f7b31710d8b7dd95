using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Where denials and reads are listed.</summary>
internal static class AccessLogIndexes
{
    /// <summary>When.</summary>
    public const string ByTime = "by-time";

    /// <summary><see cref="Denied"/> or <see cref="Allowed"/>, and when.</summary>
    public const string ByOutcome = "by-outcome";

    /// <summary>Who, and when.</summary>
    public const string ByPerson = "by-person";

    /// <summary>Kind and id of the thing, and when.</summary>
    public const string ByThing = "by-thing";

    /// <summary>What was denied.</summary>
    public const string Denied = "denied";

    /// <summary>Everything else.</summary>
    public const string Allowed = "allowed";

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
    [
        new(Collections.AccessLog, ByTime, Instant("at")),
        new(Collections.AccessLog, ByOutcome, Text("outcome"), Instant("at")),
        new(Collections.AccessLog, ByPerson, Text("person"), Instant("at")),
        new(Collections.AccessLog, ByThing, Text("kind"), Text("thing"), Instant("at")),
    ];

    /// <summary>Where an entry is listed.</summary>
    public static ImmutableArray<IndexEntry> Of(AccessLogEntry entry)
    {
        IndexValue at = IndexValue.Of(entry.At);
        return
        [
            new(ByTime, at),
            new(ByOutcome, IndexValue.Of(entry.IsAllowed ? Allowed : Denied), at),
            new(ByPerson, IndexValue.Of(entry.Actor.Value), at),
            new(ByThing, IndexValue.Of(entry.Kind), IndexValue.Of(entry.Thing), at),
        ];
    }

    private static IndexField Text(string name) => new() { Name = name, Kind = IndexKind.Text };

    private static IndexField Instant(string name) => new() { Name = name, Kind = IndexKind.Instant };
}
