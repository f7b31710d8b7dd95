using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Persistence;

/// <summary>Where recordings are listed.</summary>
internal static class RecordingIndexes
{
    /// <summary>Recordings that were not deleted: of which interaction.</summary>
    public const string ByInteraction = "by-interaction";

    /// <summary>Recordings that were not deleted: when they were stored.</summary>
    public const string ByTime = "by-time";

    /// <summary>Recordings that were not deleted: an attribute, and a value of it.</summary>
    public const string ByAttribute = "by-attribute";

    /// <summary>Recordings that were not deleted: when they were last verified, or stored.</summary>
    public const string ByVerified = "by-verified";

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
    [
        new(Collections.Recordings, ByInteraction, Text("interaction")),
        new(Collections.Recordings, ByTime, Instant("stored")),
        new(Collections.Recordings, ByAttribute, Text("attribute"), Text("value")),
        new(Collections.Recordings, ByVerified, Instant("verified")),
    ];

    /// <summary>The entries of a recording; a tombstone has none.</summary>
    public static ImmutableArray<IndexEntry> Of(StoredRecording recording) => recording.Deletion is not null
        ? []
        :
        [
            new(ByInteraction, IndexValue.Of(recording.Metadata.Interaction.Value)),
            new(ByTime, IndexValue.Of(recording.StoredAt)),
            new(ByVerified, IndexValue.Of(recording.VerifiedAt ?? recording.StoredAt)),
            .. Values(recording.Metadata).Select(one => new IndexEntry(ByAttribute, IndexValue.Of(one.Name), IndexValue.Of(one.Value))),
        ];

    private static IEnumerable<(string Name, string Value)> Values(RecordingMetadata metadata) =>
        metadata.Attributes.Names.SelectMany(name => metadata.Attributes[name].Select(value => (name, InteractionIndexes.Indexed(value)))).Distinct();

    private static IndexField Text(string name) => new() { Name = name, Kind = IndexKind.Text };

    private static IndexField Instant(string name) => new() { Name = name, Kind = IndexKind.Instant };
}
