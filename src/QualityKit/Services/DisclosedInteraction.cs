using QualityKit.Interactions;
using QualityKit.Privacy;

namespace QualityKit.Services;

/// <summary>An interaction as one reader is shown it: those who served by id, by pseudonym or not at all.</summary>
internal static class DisclosedInteraction
{
    /// <summary>The interaction; of participants and of attributes whose value is somebody.</summary>
    public static Interaction Show(Interaction interaction, Disclosure disclosure) => disclosure.Naming == Naming.Named ? interaction : interaction with
    {
        Attributes = Show(interaction.Attributes, disclosure),
        Segments = [.. interaction.Segments.Select(segment => segment with { Attributes = Show(segment.Attributes, disclosure), Participants = [.. segment.Participants.Select(one => Show(one, disclosure))] })],
    };

    private static Participant Show(Participant participant, Disclosure disclosure) =>
        participant.Person is { } person ? participant with { Person = DisclosedAgent.Show(person, disclosure) } : participant;

    private static AttributeSet Show(AttributeSet attributes, Disclosure disclosure) => attributes.Names.Aggregate(
        AttributeSet.Empty,
        (all, name) => attributes[name].Aggregate(all, (set, value) => set.With(name, value is AttributeValue.Someone someone ? AttributeValue.Of(DisclosedAgent.Show(someone.Value, disclosure)) : value)));
}
