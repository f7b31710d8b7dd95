using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Where journal documents and chain heads are listed.</summary>
internal static class JournalIndexes
{
    /// <summary>Journal: kind and id of an entity, then the place of the commit among those of the entity, from 1. One entry an entity.</summary>
    public const string ByEntity = "by-entity";

    /// <summary>Journal: as <see cref="ByEntity"/>, while its events are not delivered. Read in order, it lists each entity's events in order.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>Journal: <see cref="OutboxWork"/> and the instant from which delivery is tried, while its events are not delivered.</summary>
    public const string Due = "due";

    /// <summary>Heads: kind and id of an entity. One entry a head.</summary>
    public const string Entities = "entities";

    /// <summary>Heads: <see cref="SealWork"/> and the instant of the first entry that no seal covers, while there is one.</summary>
    public const string Unsealed = "unsealed";

    /// <summary>The kind of due work that delivers events.</summary>
    public const string OutboxWork = "outbox";

    /// <summary>The kind of due work that seals chains.</summary>
    public const string SealWork = "seal";

    /// <summary>The collections.</summary>
    public static ImmutableArray<string> Collections { get; } = [Persistence.Collections.Journal, Persistence.Collections.AuditHeads];

    /// <summary>Their indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
    [
        new(Persistence.Collections.Journal, ByEntity, Text("kind"), Text("entity"), Number("place")),
        new(Persistence.Collections.Journal, Undelivered, Text("kind"), Text("entity"), Number("place")),
        new(Persistence.Collections.Journal, Due, Text("work"), Instant("due")) { ListsDueWork = true },
        new(Persistence.Collections.AuditHeads, Entities, Text("kind"), Text("entity")),
        new(Persistence.Collections.AuditHeads, Unsealed, Text("work"), Instant("since")) { ListsDueWork = true },
    ];

    private static IndexField Text(string name) => new() { Name = name, Kind = IndexKind.Text };

    private static IndexField Number(string name) => new() { Name = name, Kind = IndexKind.Number };

    private static IndexField Instant(string name) => new() { Name = name, Kind = IndexKind.Instant };
}
