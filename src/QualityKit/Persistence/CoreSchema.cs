using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Every collection that this assembly stores in.</summary>
internal static class CoreSchema
{
    /// <summary>The schema.</summary>
    public static StoreSchema Value { get; } = new(
        [.. JournalIndexes.Collections, .. OutboxIndexes.Collections, .. SealIndexes.Collections],
        [.. JournalIndexes.Definitions, .. OutboxIndexes.Definitions, .. SealIndexes.Definitions]);
}
