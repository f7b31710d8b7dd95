using QualityKit.Interactions;
using QualityKit.Storage.Documents;
using QualityKit.Wire;

namespace QualityKit.Persistence;

/// <summary>What is personal of an interaction, apart from the rest, so that it can be erased: the attributes that were declared personal, of it and of its segments.</summary>
internal static class InteractionContents
{
    /// <summary>Where it is kept.</summary>
    public static DocumentKey KeyOf(InteractionId interaction) => new(Collections.InteractionContents, interaction.Value);

    /// <summary>An interaction without what is personal.</summary>
    public static Interaction Without(Interaction interaction, AttributeSchema schema) => interaction with
    {
        Attributes = interaction.Attributes.Impersonal(schema),
        Segments = [.. interaction.Segments.Select(segment => segment with { Attributes = segment.Attributes.Impersonal(schema) })],
    };

    /// <summary>What is personal, as an interaction that has nothing else; null for nothing.</summary>
    public static Interaction? Of(Interaction interaction, AttributeSchema schema)
    {
        Segment[] segments =
        [
            .. interaction.Segments
                .Select(segment => new Segment { Id = segment.Id, From = segment.From, Attributes = segment.Attributes.Personal(schema) })
                .Where(segment => segment.Attributes.Names.Any()),
        ];
        AttributeSet attributes = interaction.Attributes.Personal(schema);
        return segments.Length == 0 && !attributes.Names.Any()
            ? null
            : new()
            {
                Id = interaction.Id,
                Tenant = interaction.Tenant,
                Media = interaction.Media,
                Direction = interaction.Direction,
                StartedAt = interaction.StartedAt,
                Segments = [.. segments],
                Attributes = attributes,
            };
    }

    /// <summary>Both together again.</summary>
    public static Interaction Join(Interaction interaction, Document? contents)
    {
        if (contents is null)
        {
            return interaction;
        }

        Interaction personal = InteractionJson.Read(interaction.Tenant, contents.Body.Span).TryGetValue(out Interaction? read)
            ? read
            : throw new InvalidDataException($"`{contents.Key}` is damaged: it cannot be read as an interaction");
        return interaction with
        {
            Attributes = Join(interaction.Attributes, personal.Attributes),
            Segments =
            [
                .. interaction.Segments.Select(segment => personal.Segments.FirstOrDefault(other => other.Id == segment.Id) is { } apart
                    ? segment with { Attributes = Join(segment.Attributes, apart.Attributes) }
                    : segment),
            ],
        };
    }

    /// <summary>The batch that also stores what is personal in the place of what was read; nothing is no document.</summary>
    public static DocumentBatch StoreIn(DocumentBatch batch, InteractionId interaction, Interaction? personal, Document? before) => (personal, before) switch
    {
        (null, null) => batch,
        (null, { } old) => batch.Delete(old.Key, old.Version),
        ({ } some, null) => batch.Create(KeyOf(interaction), InteractionJson.Write(some)),
        ({ } some, { } old) => batch.Replace(old.Key, old.Version, InteractionJson.Write(some)),
    };

    private static AttributeSet Join(AttributeSet one, AttributeSet other) =>
        other.Names.Aggregate(one, (set, name) => other[name].Aggregate(set, (sofar, value) => sofar.With(name, value)));
}
