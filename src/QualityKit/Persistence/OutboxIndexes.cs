using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Where the state of delivering is kept, beside the journal that holds the events.</summary>
internal static class OutboxIndexes
{
    /// <summary>One document an entity whose handlers are not all equally far.</summary>
    public const string Progress = "outbox-progress";

    /// <summary>One document an event that a handler gave up on.</summary>
    public const string DeadLetters = "dead-letters";

    /// <summary>Who works on a tenant now.</summary>
    public const string Leases = "leases";

    /// <summary>Dead letters: <see cref="DeadWork"/> and <see cref="Never"/>; one that is sent again <see cref="JournalIndexes.OutboxWork"/> and an instant.</summary>
    public const string Due = "due";

    /// <summary>The kind of work that waits for a person.</summary>
    public const string DeadWork = "dead-letter";

    /// <summary>When a dead letter falls due by itself.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The collections.</summary>
    public static ImmutableArray<string> Collections { get; } = [Progress, DeadLetters, Leases];

    /// <summary>Their indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
    [
        new(DeadLetters, Due, new IndexField { Name = "work", Kind = IndexKind.Text }, new IndexField { Name = "due", Kind = IndexKind.Instant }) { ListsDueWork = true },
    ];
}
