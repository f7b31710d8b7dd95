using BatchScoring.Chats;
using BatchScoring.Reports;
using BatchScoring.Tallies;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace BatchScoring.Stored;

/// <summary>A chat as an interaction: what a contact center's platform would report of it. Pure.</summary>
internal static class ChatInteraction
{
    /// <summary>The attribute that says what became of a chat: <see cref="Scored"/>, or why it was skipped.</summary>
    public const string Result = "result";

    public const string Scored = "scored";

    private const int LongestName = 200;

    public static AttributeSchema Attributes { get; } = AttributeSchema.Of([new() { Name = Result, Kind = AttributeKind.Text, IsSingle = true, IsRequired = true }]).Value;

    public static InteractionId IdOf(long dialogue) => new(FormattableString.Invariant($"dialogue-{dialogue}"));

    /// <summary>The agent under a name that can be an id.</summary>
    public static PersonId PersonOf(Chat chat) => new(PlainText.Line(chat.Agent) is { Length: > 0 and <= LongestName } name ? name : "unknown");

    /// <param name="tenant">Whose it is.</param>
    /// <param name="chat">The chat. Where the corpus does not say when it was, it was at the beginning of Unix time.</param>
    /// <param name="result">What became of it.</param>
    public static Interaction Of(TenantId tenant, Chat chat, string result)
    {
        long[] times = [.. chat.Events.OfType<Turn>().Select(turn => turn.At).OfType<long>().Order()];
        DateTimeOffset start = DateTimeOffset.FromUnixTimeSeconds(times.FirstOrDefault());
        DateTimeOffset end = DateTimeOffset.FromUnixTimeSeconds(times.LastOrDefault());
        return new()
        {
            Id = IdOf(chat.DialogueId),
            Tenant = tenant,
            Media = MediaType.Chat,
            Direction = Direction.Inbound,
            StartedAt = start,
            EndedAt = end,
            Segments =
            [
                new()
                {
                    Id = new("chat"),
                    From = start,
                    Until = end,
                    Queue = chat.Scenario.Domains.FirstOrDefault(),
                    Participants = [new() { Role = ParticipantRole.Agent, Person = PersonOf(chat) }, new() { Role = ParticipantRole.Customer, Key = "customer" }],
                },
            ],
            Attributes = AttributeSet.Empty.With(Result, AttributeValue.Of(result)),
        };
    }

    /// <summary>What became of a chat, as the attribute says it.</summary>
    public static string NameOf(SkipReason reason) => reason switch
    {
        SkipReason.NoConversation => "noConversation",
        SkipReason.NoReply => "noReply",
        _ => "nothingApplies",
    };
}
