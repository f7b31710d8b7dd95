using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Interactions;

namespace QualityKit.Wire;

/// <summary>Writes interactions so that equal ones have equal bytes; what is empty is left out.</summary>
internal static class InteractionWriter
{
    public static CanonicalWriter Write(Interaction interaction, bool isIndented)
    {
        var writer = new CanonicalWriter(isIndented);
        writer.BeginObject();
        writer.Member("format", InteractionTable.Format);
        writer.Member("id", interaction.Id.Value);
        writer.Member("media", InteractionNames.Media.NameOf(interaction.Media)!);
        writer.Member("direction", InteractionNames.Directions.NameOf(interaction.Direction)!);
        writer.Member("startedAt", InstantText.Write(interaction.StartedAt));
        Optional(writer, "endedAt", interaction.EndedAt);
        Optional(writer, "language", interaction.Language);
        Array(writer, "segments", interaction.Segments, Segment);
        Array(writer, "holds", interaction.Holds, Stretch);
        Array(writer, "silences", interaction.Silences, Stretch);
        Array(writer, "gaps", interaction.Gaps, Gap);
        Array(writer, "jurisdictions", interaction.Jurisdictions, (json, text) => json.Value(text));
        Array(writer, "consents", interaction.Consents, Consent);
        Array(writer, "links", interaction.Links, Link);
        Array(writer, "tags", interaction.Tags, (json, text) => json.Value(text));
        Attributes(writer, interaction.Attributes);
        writer.EndObject();
        return writer;
    }

    private static void Segment(CanonicalWriter writer, Segment segment)
    {
        writer.BeginObject();
        writer.Member("id", segment.Id.Value);
        writer.Member("from", InstantText.Write(segment.From));
        Optional(writer, "until", segment.Until);
        Optional(writer, "queue", segment.Queue);
        Array(writer, "wrapUps", segment.WrapUps, (json, text) => json.Value(text));
        Array(writer, "participants", segment.Participants, Participant);
        Attributes(writer, segment.Attributes);
        writer.EndObject();
    }

    private static void Participant(CanonicalWriter writer, Participant participant)
    {
        writer.BeginObject();
        writer.Member("role", InteractionNames.Roles.NameOf(participant.Role)!);
        Optional(writer, "key", participant.Key);
        Optional(writer, "person", participant.Person?.Value);
        if (participant.Automaton is { } automaton)
        {
            writer.BeginObject("automaton");
            writer.Member("name", automaton.Name);
            writer.Member("version", automaton.Version);
            writer.EndObject();
        }

        writer.EndObject();
    }

    private static void Stretch(CanonicalWriter writer, Stretch stretch)
    {
        writer.BeginObject();
        Times(writer, stretch.From, stretch.Until);
        writer.EndObject();
    }

    private static void Gap(CanonicalWriter writer, RecordingGap gap)
    {
        writer.BeginObject();
        Times(writer, gap.From, gap.Until);
        writer.Member("reason", InteractionNames.Gaps.NameOf(gap.Reason)!);
        writer.EndObject();
    }

    private static void Consent(CanonicalWriter writer, Consent consent)
    {
        writer.BeginObject();
        writer.Member("participant", consent.Participant);
        writer.Member("status", InteractionNames.Consents.NameOf(consent.Status)!);
        Optional(writer, "at", consent.At);
        writer.EndObject();
    }

    private static void Link(CanonicalWriter writer, MediaLink link)
    {
        writer.BeginObject();
        writer.Member("id", link.Id);
        writer.Member("media", InteractionNames.Media.NameOf(link.Media)!);
        if (link.Covers is { } covers)
        {
            writer.Name("covers");
            Stretch(writer, covers);
        }

        writer.EndObject();
    }

    private static void Attributes(CanonicalWriter writer, AttributeSet attributes)
    {
        string[] names = [.. attributes.Names];
        if (names.Length == 0)
        {
            return;
        }

        writer.BeginObject("attributes");
        foreach (string name in names)
        {
            Array(writer, name, attributes[name], Attribute);
        }

        writer.EndObject();
    }

    private static void Attribute(CanonicalWriter writer, AttributeValue value)
    {
        writer.BeginObject();
        writer.Member("type", AttributeRules.Kinds.NameOf(value.Kind)!);
        switch (value)
        {
            case AttributeValue.Words words: writer.Member("value", words.Value); break;
            case AttributeValue.Number number: writer.Member("value", number.Value); break;
            case AttributeValue.Flag flag: writer.Member("value", flag.Value); break;
            case AttributeValue.Instant instant: writer.Member("value", InstantText.Write(instant.Value)); break;
            case AttributeValue.Someone person: writer.Member("value", person.Value.Value); break;
        }

        writer.EndObject();
    }

    private static void Times(CanonicalWriter writer, TimeSpan from, TimeSpan until)
    {
        writer.Member("from", from.Ticks / (decimal)TimeSpan.TicksPerSecond);
        writer.Member("until", until.Ticks / (decimal)TimeSpan.TicksPerSecond);
    }

    private static void Array<T>(CanonicalWriter writer, string name, ImmutableArray<T> items, Action<CanonicalWriter, T> write)
    {
        if (items.IsEmpty)
        {
            return;
        }

        writer.BeginArray(name);
        foreach (T item in items)
        {
            write(writer, item);
        }

        writer.EndArray();
    }

    private static void Optional(CanonicalWriter writer, string name, DateTimeOffset? instant) => Optional(writer, name, instant is { } at ? InstantText.Write(at) : null);

    private static void Optional(CanonicalWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.Member(name, text);
        }
    }
}
