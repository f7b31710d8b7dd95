using System.Collections.Immutable;

namespace QualityKit.Interactions;

/// <summary>Whose consent is needed where. A consent that was refused or withdrawn is missing whatever the rules say.</summary>
public sealed class ConsentRules
{
    private readonly ImmutableDictionary<string, ImmutableArray<ParticipantRole>> _roles;

    private ConsentRules(ImmutableDictionary<string, ImmutableArray<ParticipantRole>> roles) => _roles = roles;

    /// <summary>No rules: only a consent that was refused or withdrawn is missing.</summary>
    public static ConsentRules None { get; } = new(ImmutableDictionary.Create<string, ImmutableArray<ParticipantRole>>(StringComparer.Ordinal));

    /// <summary>Rules; two for one jurisdiction ask for both.</summary>
    public static ConsentRules Of(IEnumerable<ConsentRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new(rules
            .GroupBy(rule => rule.Jurisdiction, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.SelectMany(rule => rule.Roles).Distinct().ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>Whose consent is missing.</summary>
    /// <returns>Each participant once, in order of appearance; none when the interaction may be evaluated and scored.</returns>
    public ImmutableArray<MissingConsent> Missing(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        ImmutableHashSet<ParticipantRole> needed = Needed(interaction);
        return
        [
            .. interaction.Segments
                .SelectMany(segment => segment.Participants)
                .Select(participant => new MissingConsent { Participant = participant.Key, Role = participant.Role, Status = interaction.ConsentOf(participant.Key) })
                .Distinct()
                .Where(one => one.Status is ConsentStatus.Refused or ConsentStatus.Withdrawn || (one.Status == ConsentStatus.Unknown && needed.Contains(one.Role))),
        ];
    }

    private ImmutableHashSet<ParticipantRole> Needed(Interaction interaction)
    {
        ImmutableArray<string> places = interaction.Jurisdictions.IsEmpty ? [ConsentRule.Elsewhere] : interaction.Jurisdictions;
        return [.. places.SelectMany(place => _roles.GetValueOrDefault(place, _roles.GetValueOrDefault(ConsentRule.Elsewhere, [])))];
    }
}
