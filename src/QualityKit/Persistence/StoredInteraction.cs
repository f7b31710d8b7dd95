using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Wire;

namespace QualityKit.Persistence;

/// <summary>An interaction as it is stored, without what is personal of it: that is in <see cref="InteractionContents"/>.</summary>
internal sealed record StoredInteraction
{
    private const string Format = "qualitykit.stored-interaction/1";

    /// <summary>Which one.</summary>
    public required InteractionId Id { get; init; }

    /// <summary>The interaction without its personal attributes; null when only a tombstone is left.</summary>
    public required Interaction? Interaction { get; init; }

    /// <summary>What the policies that decided asked for.</summary>
    public ImmutableArray<RetentionClaim> Claims { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The holds that it was found under, and that were in force when it was last written.</summary>
    public ImmutableArray<HoldId> Marks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When it falls due, as it was decided last, holds aside; null for never.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When a sweep marked it as due; null for not.</summary>
    public DateTimeOffset? MarkedAt { get; init; }

    /// <summary>When what is personal of it was erased at somebody's request; null for not. It is not taken in again.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>When a bulk job archived it; null for not.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>When it was deleted; null for not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>What was read; null for one that is to be.</summary>
    public Document? Document { get; init; }

    /// <summary>What to require so that it still is as it was read.</summary>
    public RequireDocument Requirement => new() { Key = KeyOf(Id), Version = Document?.Version };

    /// <summary>Where an interaction is kept.</summary>
    public static DocumentKey KeyOf(InteractionId interaction) => new(Collections.Interactions, interaction.Value);

    /// <summary>A stored interaction.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static StoredInteraction Read(TenantId tenant, Document document) => StoredReader.Document(document, Format, json => new StoredInteraction
    {
        Id = new(json.Text("id")),
        Interaction = json.Has("interaction") ? InteractionJson.Read(tenant, json.Json("interaction")).Value : null,
        Claims = json.Array("claims", ReadClaim),
        Marks = [.. json.Texts("marks").Select(mark => new HoldId(mark))],
        Due = json.InstantOrNull("due"),
        MarkedAt = json.InstantOrNull("marked"),
        ErasedAt = json.InstantOrNull("erased"),
        ArchivedAt = json.InstantOrNull("archived"),
        DeletedAt = json.InstantOrNull("deleted"),
        Document = document,
    });

    /// <summary>The batch that also stores this in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch, IEnumerable<IndexEntry> customers)
    {
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Text("id", Id.Value);
                json.Json("interaction", Interaction is { } interaction ? InteractionJson.Write(interaction) : default(ReadOnlyMemory<byte>));
                json.Array("claims", Claims, WriteClaim);
                json.Texts("marks", [.. Marks.Select(mark => mark.Value)]);
                json.Instant("due", Due);
                json.Instant("marked", MarkedAt);
                json.Instant("erased", ErasedAt);
                json.Instant("archived", ArchivedAt);
                json.Instant("deleted", DeletedAt);
            },
            Document?.Body ?? default);
        ImmutableArray<IndexEntry> entries = [.. InteractionIndexes.Of(this), .. customers];
        return Document is null ? batch.Create(KeyOf(Id), body, entries) : batch.Replace(Document.Key, Document.Version, body, entries);
    }

    private static void WriteClaim(StoredObject json, RetentionClaim claim)
    {
        json.Text("policy", claim.Policy);
        json.Number("order", claim.Order);
        WritePeriod(json, "keep", claim.KeepAtLeast);
        WritePeriod(json, "delete", claim.DeleteAfter);
        WritePeriod(json, "archive", claim.ArchiveAfter);
        json.Flag("always", claim.DeletesAlways);
        json.Flag("stop", claim.StopsHere);
        json.Text("error", claim.Error);
    }

    private static RetentionClaim ReadClaim(StoredReader json) => new()
    {
        Policy = json.Text("policy"),
        Order = (int)json.Number("order"),
        KeepAtLeast = ReadPeriod(json, "keep"),
        DeleteAfter = ReadPeriod(json, "delete"),
        ArchiveAfter = ReadPeriod(json, "archive"),
        DeletesAlways = json.Flag("always"),
        StopsHere = json.Flag("stop"),
        Error = json.TextOrNull("error"),
    };

    // Ticks; -1 is for ever.
    private static void WritePeriod(StoredObject json, string name, RetentionPeriod? period) =>
        json.Number(name, period is { } some ? some.Length?.Ticks ?? -1 : null);

    private static RetentionPeriod? ReadPeriod(StoredReader json, string name) =>
        json.NumberOrNull(name) is not { } ticks ? null : ticks < 0 ? RetentionPeriod.ForEver : RetentionPeriod.Of(new TimeSpan((long)ticks));
}
