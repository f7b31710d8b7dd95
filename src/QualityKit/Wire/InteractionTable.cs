using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>An interaction as it is exchanged: <c>qualitykit.interaction/1</c>.</summary>
internal static class InteractionTable
{
    public const string Format = "qualitykit.interaction/1";

    private const int MostParts = 10_000;

    private static readonly ValueKind<ImmutableArray<string>> Names = Kinds.Array(Kinds.Text(Kinds.LongestName, shortest: 1), most: MostParts);

    private static readonly ObjectTable<Stretch> Stretch = new ObjectTable<Stretch>("stretch", () => new() { From = default, Until = default })
        .Required("from", Kinds.Seconds, (stretch, from) => stretch with { From = from })
        .Required("until", Kinds.Seconds, (stretch, until) => stretch with { Until = until });

    private static readonly ObjectTable<RecordingGap> Gap = new ObjectTable<RecordingGap>("gap", () => new() { From = default, Until = default, Reason = default })
        .Required("from", Kinds.Seconds, (gap, from) => gap with { From = from })
        .Required("until", Kinds.Seconds, (gap, until) => gap with { Until = until })
        .Required("reason", Kinds.Choice(InteractionNames.Gaps), (gap, reason) => gap with { Reason = reason });

    private static readonly ObjectTable<Subject.Automaton> Automaton = new ObjectTable<Subject.Automaton>("automaton", () => new() { Name = "", Version = "" })
        .Required("name", Kinds.Text(Kinds.LongestName, shortest: 1), (automaton, name) => automaton with { Name = name })
        .Required("version", Kinds.Text(Kinds.LongestName, shortest: 1), (automaton, version) => automaton with { Version = version });

    private static readonly ObjectTable<Participant> Participant = new ObjectTable<Participant>("participant", () => new() { Role = default })
        .Required("role", Kinds.Choice(InteractionNames.Roles), (participant, role) => participant with { Role = role })
        .Optional("key", Kinds.ExternalId, (participant, key) => participant with { Key = key })
        .Optional("person", Kinds.ExternalId, (participant, person) => participant with { Person = new PersonId(person) })
        .Optional("automaton", Automaton, (participant, automaton) => participant with { Automaton = automaton });

    private static readonly ValueKind<AttributeSet> Attributes =
        new MapKind<ImmutableArray<AttributeValue>>(
            new PatternKind("^[^\\u0000]{1,100}$", IssueCodes.JsonBadKey, name => name.Length is >= 1 and <= 100 && !name.Contains('\0', StringComparison.Ordinal)),
            Kinds.Array(AttributeTable.Value, fewest: 1, most: MostParts))
        .As(Together);

    private static readonly ObjectTable<Segment> Segment = new ObjectTable<Segment>("segment", () => new() { Id = default, From = default })
        .Required("id", Kinds.ExternalId, (segment, id) => segment with { Id = new(id) })
        .Required("from", Kinds.Instant, (segment, from) => segment with { From = from })
        .Optional("until", Kinds.Instant, (segment, until) => segment with { Until = until })
        .Optional("queue", Kinds.Text(Kinds.LongestName, shortest: 1), (segment, queue) => segment with { Queue = queue })
        .Optional("wrapUps", Names, (segment, codes) => segment with { WrapUps = codes })
        .Optional("participants", Kinds.Array(Participant, most: MostParts), (segment, participants) => segment with { Participants = participants })
        .Optional("attributes", Attributes, (segment, attributes) => segment with { Attributes = attributes });

    private static readonly ObjectTable<Consent> Consent = new ObjectTable<Consent>("consent", () => new() { Participant = "", Status = default })
        .Required("participant", Kinds.ExternalId, (consent, participant) => consent with { Participant = participant })
        .Required("status", Kinds.Choice(InteractionNames.Consents), (consent, status) => consent with { Status = status })
        .Optional("at", Kinds.Instant, (consent, at) => consent with { At = at });

    private static readonly ObjectTable<MediaLink> Link = new ObjectTable<MediaLink>("link", () => new() { Id = "", Media = default })
        .Required("id", Kinds.ExternalId, (link, id) => link with { Id = id })
        .Required("media", Kinds.Choice(InteractionNames.Media), (link, media) => link with { Media = media })
        .Optional("covers", Stretch, (link, covers) => link with { Covers = covers });

    public static ObjectTable<Interaction> Table { get; } =
        new ObjectTable<Interaction>("interaction", () => new() { Id = default, Tenant = default, Media = default, Direction = default, StartedAt = default })
        .Constant("format", Format, isRequired: true)
        .Required("id", Kinds.ExternalId, (interaction, id) => interaction with { Id = new(id) })
        .Required("media", Kinds.Choice(InteractionNames.Media), (interaction, media) => interaction with { Media = media })
        .Required("direction", Kinds.Choice(InteractionNames.Directions), (interaction, direction) => interaction with { Direction = direction })
        .Required("startedAt", Kinds.Instant, (interaction, at) => interaction with { StartedAt = at })
        .Optional("endedAt", Kinds.Instant, (interaction, at) => interaction with { EndedAt = at })
        .Optional("language", Kinds.Language, (interaction, language) => interaction with { Language = language })
        .Optional("segments", Kinds.Array(Segment, most: MostParts), (interaction, segments) => interaction with { Segments = segments })
        .Optional("holds", Kinds.Array(Stretch, most: MostParts), (interaction, holds) => interaction with { Holds = holds })
        .Optional("silences", Kinds.Array(Stretch, most: MostParts), (interaction, silences) => interaction with { Silences = silences })
        .Optional("gaps", Kinds.Array(Gap, most: MostParts), (interaction, gaps) => interaction with { Gaps = gaps })
        .Optional("jurisdictions", Names, (interaction, jurisdictions) => interaction with { Jurisdictions = jurisdictions })
        .Optional("consents", Kinds.Array(Consent, most: MostParts), (interaction, consents) => interaction with { Consents = consents })
        .Optional("links", Kinds.Array(Link, most: MostParts), (interaction, links) => interaction with { Links = links })
        .Optional("tags", Names, (interaction, tags) => interaction with { Tags = tags })
        .Optional("attributes", Attributes, (interaction, attributes) => interaction with { Attributes = attributes });

    private static AttributeSet Together(ImmutableArray<KeyValuePair<string, ImmutableArray<AttributeValue>>> members) =>
        members.Aggregate(AttributeSet.Empty, (set, member) => member.Value.Aggregate(set, (sofar, value) => sofar.With(member.Key, value)));
}
