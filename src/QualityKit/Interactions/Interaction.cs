using System.Collections.Immutable;
using QualityKit.People;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Interactions;

/// <summary>One piece of contact with a customer, as the host's platform reports it. The same id is the same interaction, however often it comes.</summary>
/// <remarks><see cref="Check"/> holds it against its rules; docs/interactions.md has its JSON.</remarks>
public sealed record Interaction
{
    /// <summary>Which one.</summary>
    public required InteractionId Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>How people were in touch.</summary>
    public required MediaType Media { get; init; }

    /// <summary>Who began.</summary>
    public required Direction Direction { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was over; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The language that was spoken or written, as a tag of BCP 47 such as <c>da-DK</c>; null when nobody knows.</summary>
    public string? Language { get; init; }

    /// <summary>Its segments, in order. They may overlap: a consultation runs beside the call.</summary>
    public ImmutableArray<Segment> Segments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When the customer was on hold.</summary>
    public ImmutableArray<Stretch> Holds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When nobody spoke, as the recording has it; see <see cref="SilenceTime"/>.</summary>
    public ImmutableArray<Stretch> Silences { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was not recorded.</summary>
    public ImmutableArray<RecordingGap> Gaps { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Under whose law it took place, such as <c>DE</c> and <c>US-CA</c>; see <see cref="ConsentRules"/>.</summary>
    public ImmutableArray<string> Jurisdictions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What participants said to being recorded and looked at.</summary>
    public ImmutableArray<Consent> Consents { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The media that shows it.</summary>
    public ImmutableArray<MediaLink> Links { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its tags.</summary>
    public ImmutableArray<string> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the host declared and reports of it.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <summary>The people of the contact center who served, in order of appearance; who only monitored is not among them.</summary>
    public ImmutableArray<PersonId> Agents =>
    [
        .. Segments.SelectMany(segment => segment.Participants)
            .Where(participant => participant.Role == ParticipantRole.Agent)
            .Select(participant => participant.Person)
            .OfType<PersonId>()
            .Distinct(),
    ];

    /// <summary>The queues that it came through, in order of appearance.</summary>
    public ImmutableArray<string> Queues => [.. Segments.Select(segment => segment.Queue).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>How its segments were wrapped up, in order of appearance.</summary>
    public ImmutableArray<string> WrapUps => [.. Segments.SelectMany(segment => segment.WrapUps).Distinct(StringComparer.Ordinal)];

    /// <summary>From start to end; null while it lasts.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>How long the customer was on hold, each moment once.</summary>
    public TimeSpan HoldTime => Stretch.Total(Holds, []);

    /// <summary>How long nobody spoke, each moment once, without what was not recorded: a gap is never silence.</summary>
    public TimeSpan SilenceTime => Stretch.Total(Silences, Gaps.Select(gap => new Stretch { From = gap.From, Until = gap.Until }));

    /// <summary>What a participant said last to being recorded and looked at.</summary>
    /// <param name="participant">Their <see cref="Participant.Key"/>; null for one without, of whom nobody knows.</param>
    public ConsentStatus ConsentOf(string? participant) =>
        Consents.Where(consent => consent.Participant == participant).OrderBy(consent => consent.At ?? DateTimeOffset.MinValue).LastOrDefault()?.Status ?? ConsentStatus.Unknown;

    /// <summary>Holds it against its rules and what was declared.</summary>
    /// <returns>The interaction, or every issue at once; each points into <c>qualitykit.interaction/1</c>.</returns>
    public Validated<Interaction> Check(AttributeSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var issues = new IssueList();
        InteractionRules.Check(this, schema, issues);
        return new(issues.HasErrors ? null : this, issues.ToImmutable());
    }

    /// <summary>The id, never the attributes, which may be personal.</summary>
    public override string ToString() => $"interaction {Id}";
}
