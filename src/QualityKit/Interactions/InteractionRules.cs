using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Interactions;

/// <summary>What every interaction keeps to.</summary>
internal static class InteractionRules
{
    public static void Check(Interaction interaction, AttributeSchema schema, IssueList issues)
    {
        Id(issues, interaction.Id.Value, "/id");
        Name(issues, InteractionNames.Media, interaction.Media, "/media");
        Name(issues, InteractionNames.Directions, interaction.Direction, "/direction");
        Order(issues, interaction.StartedAt, interaction.EndedAt, "/endedAt");
        foreach ((int position, Segment segment) in interaction.Segments.Index())
        {
            Check(segment, interaction, schema, issues, $"/segments/{position}");
        }

        Unique(issues, interaction.Segments.Select(segment => segment.Id.Value), "/segments", "/id");
        TimeLineRules.Check(interaction, issues);
        CheckConsents(interaction, issues);
        CheckLinks(interaction, issues);
        Texts(issues, interaction.Jurisdictions, "/jurisdictions");
        Texts(issues, interaction.Tags, "/tags");
        Attributes(issues, interaction.Attributes, schema, isOfSegment: false, "/attributes");
    }

    private static void Check(Segment segment, Interaction interaction, AttributeSchema schema, IssueList issues, string pointer)
    {
        Id(issues, segment.Id.Value, $"{pointer}/id");
        Order(issues, segment.From, segment.Until, $"{pointer}/until");
        if (segment.From < interaction.StartedAt)
        {
            Outside(issues, segment.From, interaction.StartedAt, $"{pointer}/from");
        }

        if (interaction.EndedAt is { } end && (segment.Until ?? segment.From) > end)
        {
            Outside(issues, segment.Until ?? segment.From, end, segment.Until is null ? $"{pointer}/from" : $"{pointer}/until");
        }

        if (segment.Queue is { } queue && string.IsNullOrWhiteSpace(queue))
        {
            issues.Error(IssueCodes.EmptyText, $"{pointer}/queue");
        }

        Texts(issues, segment.WrapUps, $"{pointer}/wrapUps");
        foreach ((int position, Participant participant) in segment.Participants.Index())
        {
            Check(participant, issues, $"{pointer}/participants/{position}");
        }

        Attributes(issues, segment.Attributes, schema, isOfSegment: true, $"{pointer}/attributes");
    }

    private static void Check(Participant participant, IssueList issues, string pointer)
    {
        Name(issues, InteractionNames.Roles, participant.Role, $"{pointer}/role");
        if (participant.Key is { } key)
        {
            Id(issues, key, $"{pointer}/key");
        }

        if (participant.Person is { } person)
        {
            Id(issues, person.Value, $"{pointer}/person");
        }

        if (participant.Person is not null && participant.Automaton is not null)
        {
            issues.Error(IssueCodes.ParticipantTwice, pointer);
        }
    }

    private static void CheckConsents(Interaction interaction, IssueList issues)
    {
        var keys = interaction.Segments.SelectMany(segment => segment.Participants).Select(participant => participant.Key).ToHashSet(StringComparer.Ordinal);
        foreach ((int position, Consent consent) in interaction.Consents.Index())
        {
            Name(issues, InteractionNames.Consents, consent.Status, $"/consents/{position}/status");
            if (!keys.Contains(consent.Participant))
            {
                issues.Error(IssueCodes.UnknownParticipant, $"/consents/{position}/participant", ("participant", consent.Participant));
            }
        }
    }

    private static void CheckLinks(Interaction interaction, IssueList issues)
    {
        foreach ((int position, MediaLink link) in interaction.Links.Index())
        {
            Id(issues, link.Id, $"/links/{position}/id");
            Name(issues, InteractionNames.Media, link.Media, $"/links/{position}/media");
        }

        Unique(issues, interaction.Links.Select(link => link.Id), "/links", "/id");
    }

    // What was declared of segments is no attribute of the interaction, and the other way round.
    private static void Attributes(IssueList issues, AttributeSet attributes, AttributeSchema schema, bool isOfSegment, string pointer)
    {
        foreach (string name in attributes.Names)
        {
            string place = $"{pointer}/{IssueList.Escape(name)}";
            AttributeRules.Check(issues, schema, name, attributes[name], place);
            if (schema.Find(name) is { } declared && declared.IsOfSegment != isOfSegment)
            {
                issues.Error(IssueCodes.AttributeElsewhere, place, ("attribute", name));
            }

            if (schema.Find(name) is { IsSingle: true } && attributes[name].Length > 1)
            {
                issues.Error(IssueCodes.AttributeSeveral, place, ("attribute", name), ("count", attributes[name].Length));
            }
        }

        foreach (AttributeDeclaration missing in schema.Declarations.Where(one => one.IsRequired && one.IsOfSegment == isOfSegment && attributes[one.Name].IsEmpty))
        {
            issues.Error(IssueCodes.AttributeMissing, pointer, ("attribute", missing.Name));
        }
    }

    private static void Id(IssueList issues, string? id, string pointer)
    {
        if (!ExternalId.IsValid(id))
        {
            issues.Error(IssueCodes.ExternalIdInvalid, pointer, ("limit", ExternalId.MostBytes));
        }
    }

    private static void Name<T>(IssueList issues, NameTable<T> names, T value, string pointer)
        where T : struct, Enum
    {
        if (names.NameOf(value) is null)
        {
            issues.Error(IssueCodes.UndefinedValue, pointer, ("value", value.ToString()), ("known", string.Join("`, `", names.Names)));
        }
    }

    private static void Unique(IssueList issues, IEnumerable<string> ids, string pointer, string member)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int position, string id) in ids.Index().Where(one => one.Item is not null && !seen.Add(one.Item)))
        {
            issues.Error(IssueCodes.IdTwice, $"{pointer}/{position}{member}", ("id", id));
        }
    }

    private static void Texts(IssueList issues, ImmutableArray<string> texts, string pointer)
    {
        foreach ((int position, _) in texts.Index().Where(text => string.IsNullOrWhiteSpace(text.Item)))
        {
            issues.Error(IssueCodes.EmptyText, $"{pointer}/{position}");
        }
    }

    private static void Order(IssueList issues, DateTimeOffset from, DateTimeOffset? until, string pointer)
    {
        if (until < from)
        {
            issues.Error(IssueCodes.TimesReversed, pointer, ("from", InstantText.Write(from)), ("until", InstantText.Write(until.Value)));
        }
    }

    private static void Outside(IssueList issues, DateTimeOffset time, DateTimeOffset bound, string pointer) =>
        issues.Error(IssueCodes.TimeOutside, pointer, ("time", InstantText.Write(time)), ("bound", InstantText.Write(bound)));
}
