using QualityKit.Canonical;

namespace QualityKit.Interactions;

/// <summary>The names that exchanged interactions use.</summary>
internal static class InteractionNames
{
    public static NameTable<MediaType> Media { get; } = new(
        (MediaType.Voice, "voice"), (MediaType.Chat, "chat"), (MediaType.Message, "message"),
        (MediaType.Email, "email"), (MediaType.Screen, "screen"), (MediaType.Callback, "callback"));

    public static NameTable<Direction> Directions { get; } = new(
        (Direction.Inbound, "inbound"), (Direction.Outbound, "outbound"), (Direction.Internal, "internal"));

    public static NameTable<ParticipantRole> Roles { get; } = new(
        (ParticipantRole.Agent, "agent"), (ParticipantRole.Customer, "customer"), (ParticipantRole.Automaton, "automaton"), (ParticipantRole.Monitor, "monitor"));

    public static NameTable<GapReason> Gaps { get; } = new(
        (GapReason.SecurePause, "securePause"), (GapReason.Hold, "hold"), (GapReason.Loss, "loss"));

    public static NameTable<ConsentStatus> Consents { get; } = new(
        (ConsentStatus.Unknown, "unknown"), (ConsentStatus.Given, "given"), (ConsentStatus.Refused, "refused"), (ConsentStatus.Withdrawn, "withdrawn"));
}
