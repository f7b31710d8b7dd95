using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Vault;

namespace QualityKit.Persistence;

/// <summary>What stored recordings have in them.</summary>
internal static class RecordingParts
{
    public static void WriteMetadata(StoredObject json, RecordingMetadata metadata)
    {
        json.Text("interaction", metadata.Interaction.Value);
        json.Choice("media", metadata.Media);
        json.Text("contentType", metadata.ContentType);
        json.Number("offset", metadata.Offset.Ticks);
        json.Number("duration", metadata.Duration?.Ticks);
        json.Array("bookmarks", metadata.Bookmarks, (member, one) =>
        {
            member.Number("at", one.At.Ticks);
            member.Text("name", one.Name);
        });
        json.Array("gaps", metadata.Gaps, (member, one) =>
        {
            member.Number("from", one.From.Ticks);
            member.Number("until", one.Until.Ticks);
            member.Choice("reason", one.Reason);
        });
        json.Array("attributes", [.. metadata.Attributes.Names.SelectMany(name => metadata.Attributes[name].Select(value => (name, value)))], (member, one) =>
        {
            member.Text("name", one.name);
            member.Object("value", one.value, PredicateParts.WriteValue);
        });
    }

    public static RecordingMetadata ReadMetadata(RecordingId id, StoredReader json) => new()
    {
        Id = id,
        Interaction = new(json.Text("interaction")),
        Media = json.Choice<MediaKind>("media"),
        ContentType = json.TextOrNull("contentType"),
        Offset = new((long)json.Number("offset")),
        Duration = json.NumberOrNull("duration") is { } ticks ? new TimeSpan((long)ticks) : null,
        Bookmarks = json.Array("bookmarks", member => new RecordingBookmark { At = new((long)member.Number("at")), Name = member.Text("name") }),
        Gaps = json.Array("gaps", member => new RecordingGap
        {
            From = new((long)member.Number("from")),
            Until = new((long)member.Number("until")),
            Reason = member.Choice<GapReason>("reason"),
        }),
        Attributes = json.Array("attributes", member => (Name: member.Text("name"), Value: member.Object("value", PredicateParts.ReadValue)))
            .Aggregate(AttributeSet.Empty, (set, one) => set.With(one.Name, one.Value)),
    };

    public static void WritePlace(StoredObject json, ExternalPlace place)
    {
        json.Text("place", place.Place);
        json.Text("key", place.Key);
        json.Text("sha256", place.Sha256);
    }

    public static ExternalPlace ReadPlace(StoredReader json) => new() { Place = json.Text("place"), Key = json.Text("key"), Sha256 = json.TextOrNull("sha256") };

    public static void WriteDeletion(StoredObject json, RecordingDeletion deletion)
    {
        json.Instant("at", deletion.DeletedAt);
        json.Text("by", deletion.DeletedBy.Value);
        json.Text("envelope", deletion.EnvelopeDigest);
        json.Instant("payloadRemoved", deletion.PayloadRemovedAt);
        json.Instant("copiesExpire", deletion.CopiesExpireAt);
        json.Number("exports", deletion.ExportsMade);
        json.Texts("kept", deletion.DerivedKept);
        json.Text("replacedBy", deletion.ReplacedBy?.Value);
    }

    public static RecordingDeletion ReadDeletion(RecordingId recording, InteractionId interaction, StoredReader json) => new()
    {
        Recording = recording,
        Interaction = interaction,
        DeletedAt = json.Instant("at"),
        DeletedBy = new(json.Text("by")),
        EnvelopeDigest = json.TextOrNull("envelope"),
        PayloadRemovedAt = json.InstantOrNull("payloadRemoved"),
        CopiesExpireAt = json.InstantOrNull("copiesExpire"),
        ExportsMade = (int)json.Number("exports"),
        DerivedKept = json.Texts("kept"),
        ReplacedBy = json.TextOrNull("replacedBy") is { } other ? new RecordingId(other) : null,
    };
}
